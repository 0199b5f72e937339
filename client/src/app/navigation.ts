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
}

/** The one table of each role's navigation: the home first, at most five entries beside the `wide` ones. */
export const navigation: Record<Role, readonly NavigationEntry[]> = {
  trainee: [
    { to: "/stagiaire", label: "nav.traineeHome", icon: "home" },
    { to: "/stagiaire/competences", label: "nav.traineeCompetencies", icon: "list" },
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
    { to: "/organisme", label: "nav.providerHome", icon: "calendar" },
    { to: "/organisme/formations", label: "nav.providerProgrammes", icon: "book" },
    { to: "/organisme/equipe", label: "nav.providerTeam", icon: "people" },
    { to: "/nos-badges", label: "nav.structureBadges", icon: "medal" },
  ],
  employer: [
    { to: "/employeur", label: "nav.employerHome", icon: "search" },
    { to: "/employeur/offres", label: "nav.employerOffers", icon: "offer" },
    { to: "/nos-badges", label: "nav.structureBadges", icon: "medal" },
  ],
  advisor: [
    { to: "/conseil", label: "nav.advisorHome", icon: "home" },
    { to: "/conseil/offres", label: "nav.advisorOffers", icon: "offer" },
    { to: "/nos-badges", label: "nav.structureBadges", icon: "medal" },
  ],
  steward: [
    { to: "/region", label: "nav.stewardHome", icon: "chart" },
    { to: "/region/recherche", label: "nav.stewardSearch", icon: "search" },
    { to: "/region/offres", label: "nav.stewardOffers", icon: "offer", wide: true },
    { to: "/region/badges", label: "nav.stewardBadges", icon: "medal" },
    { to: "/region/organisations", label: "nav.stewardOrganisations", icon: "building" },
    { to: "/region/referentiel", label: "nav.stewardReferential", icon: "book" },
  ],
};
