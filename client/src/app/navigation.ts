import type { Role } from "@acquis/shared/accounts/account.schema.ts";
import type { LinkProps } from "@tanstack/react-router";
import type { ParseKeys } from "i18next";
import type { IconName } from "../ui/icon.tsx";

export interface NavigationEntry {
  to: NonNullable<LinkProps["to"]>;
  /** Key of the label in app.fr.ts / app.en.ts. */
  label: ParseKeys<"app">;
  icon: IconName;
  /** Left out of the bar of a phone, which has room for five; another page leads there. */
  wide?: true;
  /** Beginnings of the addresses it shows as its own, beside those under `to`. */
  also?: readonly string[];
}

/** The one table of each role's navigation: the home first, at most five entries beside the `wide` ones. */
export const navigation: Record<Role, readonly NavigationEntry[]> = {
  trainee: [
    { to: "/stagiaire", label: "nav.traineeHome", icon: "home", also: ["/stagiaire/bientot"] },
    {
      to: "/stagiaire/competences",
      label: "nav.traineeCompetencies",
      icon: "list",
      also: ["/stagiaire/attestations"],
    },
    { to: "/stagiaire/badges", label: "nav.traineeBadges", icon: "medal", wide: true },
    { to: "/stagiaire/parcours", label: "nav.traineeExperiences", icon: "book" },
    { to: "/stagiaire/offres", label: "nav.traineeOffers", icon: "offer" },
    { to: "/stagiaire/recherche", label: "nav.traineeSearch", icon: "search" },
  ],
  trainer: [
    { to: "/formateur", label: "nav.trainerHome", icon: "stamp" },
    { to: "/formateur/sessions", label: "nav.trainerSessions", icon: "calendar" },
    { to: "/formateur/stagiaires", label: "nav.trainerTrainees", icon: "people" },
    { to: "/nos-badges", label: "nav.structureBadges", icon: "medal" },
  ],
  providerAdmin: [
    {
      to: "/organisme",
      label: "nav.providerHome",
      icon: "calendar",
      also: ["/organisme/sessions", "/organisme/stagiaires"],
    },
    { to: "/organisme/formations", label: "nav.providerProgrammes", icon: "book" },
    { to: "/organisme/equipe", label: "nav.providerTeam", icon: "people" },
    { to: "/nos-badges", label: "nav.structureBadges", icon: "medal" },
  ],
  employer: [
    { to: "/employeur", label: "nav.employerHome", icon: "search", also: ["/employeur/candidats"] },
    { to: "/employeur/offres", label: "nav.employerOffers", icon: "offer" },
    { to: "/nos-badges", label: "nav.structureBadges", icon: "medal" },
  ],
  advisor: [
    { to: "/conseil", label: "nav.advisorHome", icon: "home" },
    { to: "/conseil/offres", label: "nav.advisorOffers", icon: "offer" },
    { to: "/nos-badges", label: "nav.structureBadges", icon: "medal" },
  ],
  steward: [
    { to: "/region", label: "nav.stewardHome", icon: "chart", also: ["/region/etat-de-la-recherche"] },
    { to: "/region/recherche", label: "nav.stewardSearch", icon: "search", also: ["/region/candidats"] },
    { to: "/region/offres", label: "nav.stewardOffers", icon: "offer", wide: true },
    { to: "/region/badges", label: "nav.stewardBadges", icon: "medal" },
    { to: "/region/organisations", label: "nav.stewardOrganisations", icon: "building" },
    { to: "/region/referentiel", label: "nav.stewardReferential", icon: "book" },
  ],
};

const isUnder = (path: string, root: string) => path === root || path.startsWith(`${root}/`);

/** The entry a page belongs to; under the home of a role only what it names is its own. */
export function entryAt(role: Role, path: string): NavigationEntry | undefined {
  const [home] = navigation[role];
  return navigation[role].find(
    (entry) =>
      path === entry.to ||
      (entry !== home && isUnder(path, entry.to)) ||
      entry.also?.some((root) => isUnder(path, root)),
  );
}
