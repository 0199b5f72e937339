import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { today } from "../platform/format.ts";
import type { Question } from "./question.ts";
import { searchInputOf } from "./search-input.ts";

/** How one person answers a question; nothing is asked without an essential competency. */
export function useJudgement(id: string, question: Question) {
  const { page: _page, pageSize: _size, ...search } = searchInputOf(question, today());
  return useQuery({
    queryKey: ["candidates", "judgement", id, search],
    queryFn: ({ signal }) => api.candidates.judge({ id, search }, { signal }),
    enabled: search.essential.length > 0,
  });
}
