import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { keepPortfolio } from "./use-my-portfolio.ts";

type Input = Parameters<typeof api.portfolio.declare>[0];

/** Declares competencies with a level; declaring again changes the level. */
export function useDeclare() {
  return useMutation({
    mutationFn: (input: Input) => api.portfolio.declare(input),
    onSuccess: keepPortfolio,
  });
}
