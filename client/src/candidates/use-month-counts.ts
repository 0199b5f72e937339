import { monthOf } from "@acquis/shared/platform/dates.ts";
import type { Month } from "@acquis/shared/platform/primitives.schema.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../platform/api.ts";
import { today } from "../platform/format.ts";
import { useSettled } from "../ui/pickers/use-settled.ts";
import { monthsToCount } from "./needed-by.ts";
import type { Question } from "./question.ts";
import { searchInputOf } from "./search-input.ts";

/** How many people will have every essential competency by the end of each month, filters included. */
export function useMonthCounts(question: Question) {
  const now = today();
  const { neededBy: _date, page: _page, ...wanted } = searchInputOf(question, now);
  const months = monthsToCount(monthOf(now), monthOf(question.neededBy));
  // As text: two questions that ask the same are the same.
  const asked = useSettled(JSON.stringify([wanted, months]), 600);
  const [input, counted] = useMemo((): [typeof wanted, Month[]] => JSON.parse(asked), [asked]);
  return useQuery({
    queryKey: ["candidates", "months", input, counted],
    queryFn: ({ signal }) =>
      api.candidates.countByMonth({ search: { ...input, neededBy: now }, months: counted }, { signal }),
    enabled: input.essential.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
