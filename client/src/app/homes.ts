import type { Role } from "@acquis/shared/accounts/account.schema.ts";

export interface Home {
  /** Where the role lands after signing in. */
  path: string;
  /** Module of the page, from src: what the build weighs against the first-page budget. */
  page: string;
  /** Its words, from src, without language and extension. */
  words: string;
}

/** The first page of each role, and of a visitor. Plain data: read by the guards and by the build. */
export const homes = {
  visitor: { path: "/", page: "app/pages/landing-page.tsx", words: "app/pages" },
  trainee: { path: "/stagiaire", page: "portfolio/trainee-home-page.tsx", words: "portfolio/portfolio" },
  trainer: {
    path: "/formateur",
    page: "attestations/trainer-home-page.tsx",
    words: "attestations/attestations",
  },
  providerAdmin: { path: "/organisme", page: "training/provider-home-page.tsx", words: "training/training" },
  employer: { path: "/employeur", page: "candidates/employer-home-page.tsx", words: "candidates/candidates" },
  advisor: { path: "/conseil", page: "observatory/advisor-home-page.tsx", words: "observatory/observatory" },
  steward: { path: "/region", page: "observatory/steward-home-page.tsx", words: "observatory/observatory" },
} as const satisfies Record<Role | "visitor", Home>;
