import type { OfferSort, PublishedSince } from "@acquis/shared/offers/offer.schema.ts";
import type { ContractKind } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

export interface MatchFilters {
  q?: string;
  sort?: OfferSort;
  area?: string;
  publishedSince?: PublishedSince;
  contract?: ContractKind;
  occupation?: string;
  maxDistanceKm?: number;
  neededBefore?: string;
  page?: number;
  pageSize?: number;
}

/** Open offers with one's own verdicts. The request of an older question is cancelled; its list stays meanwhile. */
export function useOfferMatches(filters: MatchFilters = {}) {
  return useQuery({
    queryKey: ["offers", "matches", filters],
    queryFn: ({ signal }) => api.offers.listMatches(filters, { signal }),
    placeholderData: keepPreviousData,
  });
}
export type OfferMatches = NonNullable<ReturnType<typeof useOfferMatches>["data"]>;
