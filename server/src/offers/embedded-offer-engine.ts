import { answerOffers } from "@acquis/search-config/offers/answer-offers.ts";
import type { OfferProfile } from "@acquis/search-config/offers/offer-profile.ts";
import type { OfferEngine } from "./offer-engine.ts";

/** Open offers in the server's own memory, a few thousand: the pure rule itself looks at each. */
export function createEmbeddedOfferEngine(): OfferEngine {
  const offers = new Map<string, OfferProfile>();
  return {
    remembers: false,
    async put(some) {
      for (const offer of some) offers.set(offer.id, offer);
    },
    async remove(ids) {
      for (const id of ids) offers.delete(id);
    },
    async search(query, page, pageSize, signal) {
      signal?.throwIfAborted();
      return answerOffers(offers.values(), query, page, pageSize);
    },
    health: async () => ({ ok: true, documents: offers.size, detail: null }),
  };
}
