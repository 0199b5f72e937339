import type { Role } from "@acquis/shared/accounts/account.schema.ts";
import type { LinkProps } from "@tanstack/react-router";
import type { ParseKeys } from "i18next";
import type { IconName } from "../ui/icon.tsx";

export interface NavigationEntry {
  to: NonNullable<LinkProps["to"]>;
  /** Key of the label in app.fr.ts / app.en.ts. */
  label: ParseKeys<"app">;
  icon: IconName;
}

/** The one table of each role's navigation: at most five entries, the home first. */
export const navigation: Record<Role, readonly NavigationEntry[]> = {
  trainee: [{ to: "/stagiaire", label: "nav.traineeHome", icon: "home" }],
  trainer: [{ to: "/formateur", label: "nav.trainerHome", icon: "home" }],
  providerAdmin: [{ to: "/organisme", label: "nav.providerHome", icon: "home" }],
  employer: [{ to: "/employeur", label: "nav.employerHome", icon: "search" }],
  advisor: [{ to: "/conseil", label: "nav.advisorHome", icon: "home" }],
  steward: [{ to: "/region", label: "nav.stewardHome", icon: "home" }],
};
