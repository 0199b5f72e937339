import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

type Input = Parameters<typeof api.accounts.register>[0];

/** Asks for an account; the answer is the same whether the address is known or not. */
export function useRegister() {
  return useMutation({ mutationFn: (input: Input) => api.accounts.register(input) });
}
