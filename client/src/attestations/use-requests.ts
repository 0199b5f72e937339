import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** Requests: those a trainee made, those that wait for a trainer. */
export function useRequests() {
  return useQuery({
    queryKey: ["attestations", "requests"],
    queryFn: ({ signal }) => api.attestations.listRequests(undefined, { signal }),
  });
}
