import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { keepPortfolio } from "./use-my-portfolio.ts";

type Input = Parameters<typeof api.portfolio.removeExperience>[0];

/** Removes an experience and what was declared with it. */
export function useRemoveExperience() {
  return useMutation({
    mutationFn: (input: Input) => api.portfolio.removeExperience(input),
    onSuccess: keepPortfolio,
  });
}
