import type { Actor, OrganisationStatus } from "../accounts/account.schema.ts";
import type { Visibility } from "../portfolio/portfolio.schema.ts";

/** An employer of an approved company; the Région, to check the rule. */
export function canSearchCandidates(actor: Actor, organisation: OrganisationStatus | null): boolean {
  return (actor.role === "employer" || actor.role === "steward") && organisation === "approved";
}

export function canFind(visibility: Visibility): boolean {
  return visibility !== "private";
}

export function canSeeName(visibility: Visibility): boolean {
  return visibility === "named";
}
