import type { CandidateJudgement, CandidateSearch } from "@acquis/shared/candidates/candidate.schema.ts";
import { canFind } from "@acquis/shared/candidates/candidates.policy.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { SignedIn } from "../platform/http/api.ts";
import type { PortfolioDocument } from "../portfolio/index.ts";
import type { CandidatesContext } from "./candidates-context.ts";
import { explainVerdicts, idsNamed } from "./explain-verdicts.ts";
import { readSearch } from "./read-search.ts";

/** One person's answer to a search, filters aside. Errors: those of a search; not_found, also when private. */
export async function judgeCandidate(
  context: CandidatesContext,
  actor: SignedIn,
  id: string,
  search: CandidateSearch,
): Promise<CandidateJudgement> {
  const { query } = readSearch(context, actor, search);
  const [portfolio, hit] = await Promise.all([
    context.portfolios.findById(id, { visibility: 1 }).lean<Pick<PortfolioDocument, "visibility">>(),
    context.engine.judgeOne(id, query),
  ]);
  // Somebody may have hidden since the index was written: the portfolio decides.
  if (!hit || !portfolio || !canFind(portfolio.visibility)) throw new DomainError("not_found");
  const labels = context.referential.competencies(idsNamed(query, [...hit.essential, ...hit.useful]));
  return { id, counts: hit.counts, ...explainVerdicts(query, hit, labels) };
}
