import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** Mails that would have been sent, newest first; looked at again every few seconds. */
export function useDemoMails() {
  return useQuery({
    queryKey: ["accounts", "mails"],
    queryFn: ({ signal }) => api.accounts.demoMails(undefined, { signal }),
    refetchInterval: 5_000,
  });
}
