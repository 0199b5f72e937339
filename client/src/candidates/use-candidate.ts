import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** One person, as their visibility allows. */
export function useCandidate(id: string) {
  return useQuery({
    queryKey: ["candidates", "one", id],
    queryFn: ({ signal }) => api.candidates.read({ id }, { signal }),
  });
}
export type CandidateSheet = NonNullable<ReturnType<typeof useCandidate>["data"]>;
