import {
  decode,
  documentId,
  placeOfToken,
  placeToken,
} from "@acquis/search-config/candidates/candidate-document.ts";
import { and, EVERYBODY, type Filter, NOBODY, oneOf } from "@acquis/search-config/filters/filter-tree.ts";
import { orderOffers } from "@acquis/search-config/offers/answer-offers.ts";
import {
  NEWEST_FIRST,
  OFFER_FACETS,
  OFFER_VERSION,
  type OfferDocument,
  offerFacetsFromCounts,
  offerOf,
  offersFilter,
  toOfferDocument,
} from "@acquis/search-config/offers/offer-document.ts";
import type { OfferAnswer, OfferProfile, OfferQuery } from "@acquis/search-config/offers/offer-profile.ts";
import { offersIndex } from "@acquis/search-config/settings/indexes.ts";
import { distanceKm } from "@acquis/shared/candidates/distance.rules.ts";
import { DocumentsRefused } from "../platform/search/documents-refused.ts";
import {
  type IndexAnswer,
  IndexClient,
  type IndexClientOptions,
} from "../platform/search/meilisearch/index-client.ts";
import { RememberedWords } from "../platform/search/meilisearch/remembered-words.ts";
import type { OfferEngine } from "./offer-engine.ts";

/** Offers of a search: more are asked in searches of this many, some at a time. */
const SLICE = 1_000;
const SLICES_AT_ONCE = 5;

/** Open offers on a Meilisearch server: the same answers as the pure rule, through filters, counts and sorts. */
class MeilisearchOfferEngine implements OfferEngine {
  readonly remembers = true;
  readonly #index: IndexClient<OfferDocument>;
  readonly #words: RememberedWords;

  constructor(options: IndexClientOptions) {
    this.#index = new IndexClient(options, offersIndex, ["offer"]);
    this.#words = new RememberedWords(async () => {
      const [answer] = await this.#index.ask([{ filter: EVERYBODY, facets: ["words", "place"], fetch: 0 }]);
      return {
        words: Object.keys(answer?.facets.words ?? {}).map(decode),
        places: Object.keys(answer?.facets.place ?? {}),
      };
    });
  }

  async put(offers: readonly OfferProfile[]): Promise<void> {
    if (offers.length === 0) return;
    this.#words.learn({
      words: offers.flatMap((offer) => offer.words),
      places: offers.map((offer) => placeToken(offer.place)),
    });
    // The last word on an offer, as one task cannot hold two.
    const last = new Map(offers.map((offer) => [documentId(offer.id), offer]));
    const refused = await this.#index.push([...last.values()].map(toOfferDocument));
    if (refused.length > 0)
      throw new DocumentsRefused(refused.map(({ id, reason }) => ({ id: last.get(id)?.id ?? id, reason })));
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#index.remove(ids.map(documentId));
  }

  async search(
    query: OfferQuery,
    page: number,
    pageSize: number,
    signal?: AbortSignal,
  ): Promise<OfferAnswer> {
    signal?.throwIfAborted();
    if (query.text || query.maxDistanceKm !== undefined) await this.#words.ready();
    const filter = offersFilter(query, this.#words, this.#within(query));
    if (filter === NOBODY) return { total: 0, ids: [], facets: offerFacetsFromCounts({}, query.today) };
    const from = (page - 1) * pageSize;
    const nearest = query.sort === "distance" && query.near !== null;
    const byDate = query.sort === "date" || (query.sort === "distance" && query.near === null);
    const [first] = await this.#index.ask(
      [
        {
          filter,
          facets: nearest ? [...OFFER_FACETS, "place"] : OFFER_FACETS,
          fetch: nearest ? 0 : byDate ? pageSize : SLICE,
          page: byDate ? page : 1,
          sort: NEWEST_FIRST,
        },
      ],
      signal,
    );
    const found = first as IndexAnswer<OfferDocument>;
    const ids = byDate
      ? found.documents.map((document) => offerOf(document).id)
      : nearest
        ? await this.#nearest(filter, found, query, from, pageSize, signal)
        : orderOffers(await this.#all(filter, found, signal), query)
            .slice(from, from + pageSize)
            .map((offer) => offer.id);
    return { total: found.total, ids, facets: offerFacetsFromCounts(found.facets, query.today) };
  }

  health() {
    return this.#index.health(
      async () => (await this.#index.ask([{ filter: EVERYBODY, fetch: 0 }]))[0]?.total ?? 0,
      OFFER_VERSION,
    );
  }

  /** The places within the distance asked; null when none is asked. */
  #within({ near, maxDistanceKm }: OfferQuery): string[] | null {
    if (maxDistanceKm === undefined) return null;
    if (!near) return [];
    return [...this.#words.places()].filter((token) => {
      const place = placeOfToken(token);
      return place !== null && distanceKm(near, place) <= maxDistanceKm;
    });
  }

  /** Every offer found: those of the first answer, and the slices after it. */
  async #all(
    filter: Filter,
    first: IndexAnswer<OfferDocument>,
    signal: AbortSignal | undefined,
  ): Promise<OfferProfile[]> {
    const documents = [...first.documents];
    const slices = Math.ceil(first.total / SLICE);
    for (let page = 2; page <= slices; page += SLICES_AT_ONCE) {
      const searches = Array.from({ length: Math.min(SLICES_AT_ONCE, slices - page + 1) }, (_, at) => ({
        filter,
        fetch: SLICE,
        page: page + at,
        sort: NEWEST_FIRST,
      }));
      for (const answer of await this.#index.ask(searches, signal)) documents.push(...answer.documents);
    }
    return documents.map(offerOf);
  }

  /** Places in order of distance, from how many offers are in each; then the offers of those that hold the page. */
  async #nearest(
    filter: Filter,
    { facets }: IndexAnswer<OfferDocument>,
    { near }: OfferQuery,
    from: number,
    pageSize: number,
    signal: AbortSignal | undefined,
  ): Promise<string[]> {
    const byDistance = new Map<number, { places: string[]; size: number }>();
    for (const [token, size] of Object.entries(facets.place ?? {})) {
      const place = placeOfToken(token);
      const km = near && place ? distanceKm(near, place) : Number.POSITIVE_INFINITY;
      const same = byDistance.get(km) ?? { places: [], size: 0 };
      byDistance.set(km, { places: [...same.places, token], size: same.size + size });
    }
    const searches: { filter: Filter; fetch: number; sort: readonly string[] }[] = [];
    let before = 0;
    let skipped = 0;
    for (const [, { places, size }] of [...byDistance].sort(([a], [b]) => a - b)) {
      if (before >= from + pageSize) break;
      if (before + size > from) {
        if (searches.length === 0) skipped = from - before;
        // From the first of the place on: at most one place holds more than the page.
        const fetch = Math.min(size, from + pageSize - before);
        searches.push({ filter: and(oneOf("place", places), filter), fetch, sort: NEWEST_FIRST });
      }
      before += size;
    }
    if (searches.length === 0) return [];
    const answers = await this.#index.ask(searches, signal);
    return answers
      .flatMap((answer) => answer.documents.map((document) => offerOf(document).id))
      .slice(skipped, skipped + pageSize);
  }
}

export function createMeilisearchOfferEngine(options: IndexClientOptions): OfferEngine {
  return new MeilisearchOfferEngine(options);
}
