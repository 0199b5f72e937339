import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** What a one-time link is for. */
export function useLink(token: string) {
  return useQuery({
    queryKey: ["accounts", "link", token],
    queryFn: ({ signal }) => api.accounts.readLink({ token }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
