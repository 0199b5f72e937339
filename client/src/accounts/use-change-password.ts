import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

type Input = Parameters<typeof api.accounts.changePassword>[0];

/** Changes one's password. */
export function useChangePassword() {
  return useMutation({ mutationFn: (input: Input) => api.accounts.changePassword(input) });
}
