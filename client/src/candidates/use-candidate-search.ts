import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../platform/api.ts";
import { today } from "../platform/format.ts";
import { useSettled } from "../ui/pickers/use-settled.ts";
import type { Question } from "./question.ts";
import { type SearchInput, searchInputOf } from "./search-input.ts";

/**
 * The people a question finds. Asked once it has settled; the request of an older question is cancelled, and
 * its list stays until the new one is there. Nothing is asked without an essential competency.
 */
export function useCandidateSearch(question: Question) {
  // As text: two questions that ask the same are the same.
  const asked = useSettled(JSON.stringify(searchInputOf(question, today())), 200);
  const input = useMemo((): SearchInput => JSON.parse(asked), [asked]);
  return useQuery({
    queryKey: ["candidates", "search", input],
    queryFn: ({ signal }) => api.candidates.search(input, { signal }),
    enabled: input.essential.length > 0,
    placeholderData: input.essential.length > 0 ? keepPreviousData : undefined,
  });
}
export type CandidateList = NonNullable<ReturnType<typeof useCandidateSearch>["data"]>;
export type Candidate = CandidateList["results"][number];
export type ShownVerdict = Candidate["essential"][number];
