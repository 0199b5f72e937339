import type { CandidateSearch, MonthCount } from "@acquis/shared/candidates/candidate.schema.ts";
import type { Month } from "@acquis/shared/platform/primitives.schema.ts";
import type { SignedIn } from "../platform/http/api.ts";
import type { CandidatesContext } from "./candidates-context.ts";
import { readSearch } from "./read-search.ts";

/** How many people have every essential competency ready by the end of each month, filters included. */
export async function countByMonth(
  context: CandidatesContext,
  actor: SignedIn,
  search: CandidateSearch,
  months: readonly Month[],
  signal?: AbortSignal,
): Promise<MonthCount[]> {
  const counts: MonthCount[] = [];
  for (const month of months) {
    const { query } = readSearch(context, actor, { ...search, neededBy: `${month}-01` });
    const { allReady } = await context.engine.search(query, 1, 1, {
      facets: false,
      ...(signal ? { signal } : {}),
    });
    counts.push({ month, ready: allReady });
  }
  return counts;
}
