import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** Sessions: a trainer's own, a provider admin's whole organisation. */
export function useSessions({ enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: ["training", "sessions"],
    queryFn: ({ signal }) => api.training.listSessions(undefined, { signal }),
    enabled,
  });
}
