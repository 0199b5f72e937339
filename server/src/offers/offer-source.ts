import { documentId } from "@acquis/search-config/candidates/candidate-document.ts";
import {
  type OfferDocument as IndexedOffer,
  toOfferDocument,
} from "@acquis/search-config/offers/offer-document.ts";
import type { DocumentSource } from "../platform/search/meilisearch/document-source.ts";
import { type Projecting, projectStoredOffer } from "./index-offers.ts";
import type { OfferDocument } from "./offers.store.ts";
import type { OffersContext } from "./offers-context.ts";

const BATCH = 500;

/** Every offer as its index should have it, read from the database a few at a time. */
export function offerSource(
  offers: OffersContext["offers"],
  projecting: Projecting,
): DocumentSource<IndexedOffer> {
  return {
    count: () => offers.estimatedDocumentCount(),
    documentId,
    async *all() {
      for await (const found of offers.find().lean<OfferDocument>().cursor({ batchSize: BATCH })) {
        const offer = found as OfferDocument;
        const profile = await projectStoredOffer(projecting, offer);
        yield { id: offer._id, revision: offer.revision, document: profile && toOfferDocument(profile) };
      }
    },
  };
}
