import type { Role } from "@acquis/shared/accounts/account.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

export interface Invitation {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  role: Role;
  sessionId?: string;
}

/** Invites somebody by a one-time link; the same id twice sends one mail. */
export function useInvite() {
  return useMutation({ mutationFn: (input: Invitation) => api.accounts.invite(input) });
}
