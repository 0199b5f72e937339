import { addMonths, monthOf } from "@acquis/shared/platform/dates.ts";
import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { today } from "../platform/format.ts";
import { lastDayOf } from "./needed-by.ts";
import type { Question } from "./question.ts";
import { relaxationsOf } from "./relax.ts";
import { searchInputOf } from "./search-input.ts";

const HORIZON_MONTHS = 24;

/** When a question finds nobody: each way to ask for less, with how many people it would find. */
export function useRelaxations(question: Question) {
  const now = today();
  return useQuery({
    queryKey: ["candidates", "relaxations", searchInputOf(question, now)],
    queryFn: ({ signal }) =>
      Promise.all(
        relaxationsOf(question, lastDayOf(addMonths(monthOf(now), HORIZON_MONTHS))).map(async (way) => {
          const input = searchInputOf({ ...question, ...way.change, page: 1 }, now);
          const answer = await api.candidates.search({ ...input, pageSize: 1 }, { signal });
          return { ...way, total: answer.total };
        }),
      ),
  });
}
