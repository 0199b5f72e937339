import type { ContractKind } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

export interface MatchFilters {
  contract?: ContractKind;
  occupation?: string;
  maxDistanceKm?: number;
  neededBefore?: string;
  page?: number;
  pageSize?: number;
}

/** Open offers with one's own verdicts, the nearest first. */
export function useOfferMatches(filters: MatchFilters = {}) {
  return useQuery({
    queryKey: ["offers", "matches", filters],
    queryFn: ({ signal }) => api.offers.listMatches(filters, { signal }),
    placeholderData: keepPreviousData,
  });
}
