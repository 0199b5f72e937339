import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** Open offers of the territory, newest first. */
export function useOpenOffers(filter: { occupation?: string; page?: number; pageSize?: number } = {}) {
  return useQuery({
    queryKey: ["offers", "open", filter],
    queryFn: ({ signal }) => api.offers.listOpen(filter, { signal }),
    placeholderData: keepPreviousData,
  });
}
