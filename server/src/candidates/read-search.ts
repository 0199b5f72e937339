import type { CandidateSearch } from "@acquis/shared/candidates/candidate.schema.ts";
import type { CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { canSearchCandidates } from "@acquis/shared/candidates/candidates.policy.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { Place } from "@acquis/shared/platform/primitives.schema.ts";
import type { SignedIn } from "../platform/http/api.ts";
import type { CandidatesContext } from "./candidates-context.ts";
import { toCandidateQuery } from "./to-candidate-query.ts";

/**
 * What is asked, as engines take it, once the actor may ask it. Errors: organisation_not_approved,
 * unknown_competency, unknown_place, search_unavailable.
 */
export function readSearch(
  context: CandidatesContext,
  actor: SignedIn,
  search: CandidateSearch,
): { query: CandidateQuery; place: Place | null } {
  const { referential, kernel } = context;
  if (!canSearchCandidates(actor, actor.organisationStatus))
    throw new DomainError("organisation_not_approved");
  for (const list of ["essential", "useful"] as const)
    referential.requireCompetencies(
      search[list].map((asked) => asked.competencyId),
      list,
    );
  const place = search.insee ? referential.requirePlace(search.insee, "insee") : null;
  context.requireReady();
  return { place, query: toCandidateQuery({ ...search, place }, kernel.clock.today(), referential.familyOf) };
}
