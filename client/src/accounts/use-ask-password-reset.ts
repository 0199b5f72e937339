import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** Asks for a link to choose a new password. */
export function useAskPasswordReset() {
  return useMutation({ mutationFn: (email: string) => api.accounts.askPasswordReset({ email }) });
}
