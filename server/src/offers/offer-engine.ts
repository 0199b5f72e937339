import type { OfferAnswer, OfferProfile, OfferQuery } from "@acquis/search-config/offers/offer-profile.ts";
import type { SearchHealth } from "../platform/search/meilisearch/index-client.ts";

/**
 * Port: finds open offers. Every adapter answers exactly `answerOffers` (search-config/offers): filters and text
 * restrict, `sort` orders, facets count every offer found. What is put or removed is seen by searches that start
 * after the promise is kept. Errors: search_unavailable; DocumentsRefused by `put`, which took the others.
 */
export interface OfferEngine {
  /** True when offers stay through a restart: only what changed since has to be put. */
  readonly remembers: boolean;
  put(offers: readonly OfferProfile[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** `page` counts from 1; beyond the end a page is empty and the counts are still right. */
  search(query: OfferQuery, page: number, pageSize: number, signal?: AbortSignal): Promise<OfferAnswer>;
  health(): Promise<SearchHealth>;
}
