import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** Occupations that lack people in the territory: where to start without typing. */
export function useOccupationsInTension() {
  return useQuery({
    queryKey: ["referential", "occupations", "tension"],
    queryFn: ({ signal }) => api.referential.listOccupations({ inTension: "true" }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
