import type { CandidateSheet } from "@acquis/shared/candidates/candidate.schema.ts";
import { canFind, canSearchCandidates } from "@acquis/shared/candidates/candidates.policy.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { SignedIn } from "../platform/http/api.ts";
import type { PortfolioDocument } from "../portfolio/index.ts";
import { presentSheet } from "./candidates.presenter.ts";
import type { CandidatesContext } from "./candidates-context.ts";

/** One person, as their visibility allows. Errors: organisation_not_approved; not_found, also when private. */
export async function readCandidate(
  context: CandidatesContext,
  actor: SignedIn,
  id: string,
): Promise<CandidateSheet> {
  if (!canSearchCandidates(actor, actor.organisationStatus))
    throw new DomainError("organisation_not_approved");
  const portfolio = await context.portfolios.findById(id).lean<PortfolioDocument>();
  if (!portfolio || !canFind(portfolio.visibility)) throw new DomainError("not_found");
  const people = portfolio.visibility === "named" ? await context.accounts.people([id]) : new Map();
  const { referential, kernel } = context;
  return presentSheet(
    portfolio,
    people.get(id),
    referential.competencies(portfolio.evidence.map((one) => one.competencyId)),
    referential,
    kernel.clock.today(),
  );
}
