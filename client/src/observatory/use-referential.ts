import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

const MINUTE = 60_000;

/** How much the referential holds. */
export function useReferentialSummary() {
  return useQuery({
    queryKey: ["referential", "summary"],
    queryFn: ({ signal }) => api.referential.readSummary(undefined, { signal }),
  });
}

/** Every occupation of the referential, those in tension first. */
export function useAllOccupations() {
  return useQuery({
    queryKey: ["referential", "occupations", "all"],
    queryFn: ({ signal }) => api.referential.listOccupations({}, { signal }),
    staleTime: 5 * MINUTE,
  });
}
