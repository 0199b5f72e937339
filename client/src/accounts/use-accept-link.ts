import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { enterSession } from "../platform/session.ts";

// The route is named like a hook; it is none.
const acceptLink = api.accounts.useLink;
type Input = Parameters<typeof acceptLink>[0];

/** Uses a one-time link: sets the password and signs in. */
export function useAcceptLink() {
  return useMutation({
    mutationFn: (input: Input) => acceptLink(input),
    onSuccess: ({ account }) => enterSession(account),
  });
}
