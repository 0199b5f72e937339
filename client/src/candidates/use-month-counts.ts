import { addMonths, monthIndex, monthOf } from "@acquis/shared/platform/dates.ts";
import type { Month } from "@acquis/shared/platform/primitives.schema.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../platform/api.ts";
import { today } from "../platform/format.ts";
import { useSettled } from "../ui/pickers/use-settled.ts";
import { lastDayOf } from "./needed-by.ts";
import type { Question } from "./question.ts";
import { searchInputOf } from "./search-input.ts";

const POINTS = 7;

/** Seven months from this one, evenly apart, the last not before the month needed. */
export function monthsToCount(now: Month, needed: Month): Month[] {
  const ahead = Math.max(0, monthIndex(needed) - monthIndex(now));
  const step = Math.max(1, Math.ceil(ahead / (POINTS - 1)));
  return Array.from({ length: POINTS }, (_, index) => addMonths(now, index * step));
}

/** How many people will have every essential competency by the end of each month, filters included. */
export function useMonthCounts(question: Question) {
  const now = today();
  const months = monthsToCount(monthOf(now), monthOf(question.neededBy)).join(" ");
  const input = useMemo(() => {
    const { neededBy: _date, page: _page, ...rest } = searchInputOf(question, now);
    return { ...rest, months: months.split(" ") };
  }, [question, now, months]);
  const { months: asked, ...rest } = useSettled(input, 600);
  return useQuery({
    queryKey: ["candidates", "months", rest, asked],
    queryFn: ({ signal }) =>
      Promise.all(
        asked.map(async (month) => {
          const answer = await api.candidates.search(
            { ...rest, neededBy: lastDayOf(month), page: 1, pageSize: 1 },
            { signal },
          );
          return { month, ready: answer.allReady };
        }),
      ),
    enabled: rest.essential.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
