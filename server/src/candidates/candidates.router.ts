import { api } from "../platform/http/api.ts";
import type { CandidatesContext } from "./candidates-context.ts";
import { countByMonth } from "./count-by-month.ts";
import { judgeCandidate } from "./judge-candidate.ts";
import { readCandidate } from "./read-candidate.ts";
import { searchCandidates } from "./search-candidates.ts";

export function candidatesRouter(context: CandidatesContext) {
  return {
    search: api.candidates.search.handler(({ context: { actor }, input, signal }) =>
      searchCandidates(context, actor, input, signal),
    ),
    read: api.candidates.read.handler(({ context: { actor }, input }) =>
      readCandidate(context, actor, input.id),
    ),
    judge: api.candidates.judge.handler(({ context: { actor }, input }) =>
      judgeCandidate(context, actor, input.id, input.search),
    ),
    countByMonth: api.candidates.countByMonth.handler(({ context: { actor }, input, signal }) =>
      countByMonth(context, actor, input.search, input.months, signal),
    ),
  };
}
