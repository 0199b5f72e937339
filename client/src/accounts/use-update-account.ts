import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { updateSession } from "../platform/session.ts";

type Input = Parameters<typeof api.accounts.updateMe>[0];

/** Changes one's name or language. */
export function useUpdateAccount() {
  return useMutation({
    mutationFn: (input: Input) => api.accounts.updateMe(input),
    onSuccess: updateSession,
  });
}
