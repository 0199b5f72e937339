import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { keepPortfolio } from "./use-my-portfolio.ts";

type Input = Parameters<typeof api.portfolio.withdrawDeclaration>[0];

/** Withdraws what one declared of a competency. */
export function useWithdrawDeclaration() {
  return useMutation({
    mutationFn: (input: Input) => api.portfolio.withdrawDeclaration(input),
    onSuccess: keepPortfolio,
  });
}
