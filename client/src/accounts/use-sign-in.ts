import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { enterSession } from "../platform/session.ts";

type Input = Parameters<typeof api.accounts.signIn>[0];

/** Signs in by e-mail and password. */
export function useSignIn() {
  return useMutation({
    mutationFn: (input: Input) => api.accounts.signIn(input),
    onSuccess: ({ account }) => enterSession(account),
  });
}
