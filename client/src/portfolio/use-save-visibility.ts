import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { keepPortfolio } from "./use-my-portfolio.ts";

type Input = Parameters<typeof api.portfolio.saveVisibility>[0];

/** Says who may find this portfolio. */
export function useSaveVisibility() {
  return useMutation({
    mutationFn: (input: Input) => api.portfolio.saveVisibility(input),
    onSuccess: keepPortfolio,
  });
}
