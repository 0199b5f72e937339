import type { OrganisationKind, OrganisationStatus, Role } from "@acquis/shared/accounts/account.schema.ts";

export const KINDS: readonly OrganisationKind[] = ["company", "provider", "advisory", "region"];
export const STATUSES: readonly OrganisationStatus[] = ["pending", "approved", "suspended"];

/** Who is invited first in an organisation: somebody who can then invite the others. */
export const firstRoleOf: Record<OrganisationKind, Role> = {
  company: "employer",
  provider: "providerAdmin",
  advisory: "advisor",
  region: "steward",
};

export interface OrganisationsSearch {
  genre?: OrganisationKind | undefined;
  etat?: OrganisationStatus | undefined;
  nom?: string | undefined;
}

/** For the route's `validateSearch`. */
export function readOrganisationsSearch(search: Record<string, unknown>): OrganisationsSearch {
  return {
    genre: KINDS.find((kind) => kind === search.genre),
    etat: STATUSES.find((status) => status === search.etat),
    nom:
      typeof search.nom === "string" || typeof search.nom === "number"
        ? String(search.nom).slice(0, 100) || undefined
        : undefined,
  };
}
