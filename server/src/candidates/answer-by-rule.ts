import { facetsOf } from "@acquis/search-config/candidates/facets.ts";
import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { explain } from "@acquis/shared/candidates/explanation.rules.ts";
import { rankCandidates } from "@acquis/shared/candidates/ranking.rules.ts";
import type { CandidateAnswer } from "./candidate-engine.ts";

/** The answer every engine must give, straight from the pure rule over all people: what suites and benches compare with. */
export function answerByRule(
  profiles: ReadonlyMap<string, CandidateProfile>,
  query: CandidateQuery,
  page: number,
  pageSize: number,
): CandidateAnswer {
  const ranked = rankCandidates(profiles.values(), query);
  return {
    total: ranked.length,
    allReady: ranked.filter((one) => one.counts.ready === query.essential.length).length,
    hits: ranked
      .slice((page - 1) * pageSize, page * pageSize)
      .map(({ id, counts, essential, useful, step }) => ({
        id,
        counts,
        essential,
        useful,
        explanation: explain(profiles.get(id) as CandidateProfile, query, { essential, useful }),
        step,
      })),
    facets: facetsOf(
      ranked.flatMap(({ id }) => profiles.get(id) ?? []),
      query.today,
    ),
  };
}
