import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { keepPortfolio } from "./use-my-portfolio.ts";

type Input = Parameters<typeof api.portfolio.saveExperience>[0];

/** Adds or changes an experience, with its competencies. */
export function useSaveExperience() {
  return useMutation({
    mutationFn: (input: Input) => api.portfolio.saveExperience(input),
    onSuccess: keepPortfolio,
  });
}
