import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { enterSession } from "../platform/session.ts";

/** Becomes one of the fictional people of the demonstration. */
export function useDemoSignIn() {
  return useMutation({
    mutationFn: (personaId: string) => api.accounts.demoSignIn({ personaId }),
    onSuccess: ({ account }) => enterSession(account),
  });
}
