import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { keepPortfolio } from "./use-my-portfolio.ts";

type Input = Parameters<typeof api.portfolio.savePreferences>[0];

/** Place, radius, availability, contracts, occupations sought. */
export function useSavePreferences() {
  return useMutation({
    mutationFn: (input: Input) => api.portfolio.savePreferences(input),
    onSuccess: keepPortfolio,
  });
}
