import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api } from "../platform/api.ts";
import { enterSession } from "../platform/session.ts";

/** Ends the session, on the server and here. */
export function useSignOut() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api.accounts.signOut(),
    onSuccess: async () => {
      await navigate({ to: "/" });
      enterSession(null);
    },
  });
}
