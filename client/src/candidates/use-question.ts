import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { today } from "../platform/format.ts";
import {
  type Question as Asked,
  type QuestionSearch,
  questionFrom,
  readQuestionSearch,
  searchOf,
} from "./question.ts";

export type Question = Asked;
export type ChangeQuestion = (change: Partial<Question>, options?: { replace?: boolean }) => void;

/** The question that the address asks, and how to change it: each change is a step that "back" undoes. */
export function useQuestion(): [Question, ChangeQuestion] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const question = useMemo(() => questionFrom(readQuestionSearch({ ...search }), today()), [search]);
  const change = useCallback<ChangeQuestion>(
    (change, { replace = false } = {}) => {
      const next = { ...question, page: 1, ...change };
      void navigate({ to: ".", search: searchOf(next), replace, resetScroll: false });
    },
    [navigate, question],
  );
  return [question, change];
}

/** How to write the address of a question, for a link to its search. */
export function useQuestionAddress(): (question: Question) => QuestionSearch {
  return searchOf;
}
