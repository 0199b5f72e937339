import { addDays, dayIndex } from "@acquis/shared/platform/dates.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import { decode, documentId, encode, placeToken } from "../candidates/candidate-document.ts";
import { bucketsOf } from "../candidates/facets.ts";
import { and, EVERYBODY, type Filter, oneOf, or } from "../filters/filter-tree.ts";
import type { TypedWord } from "../referential/suggestion.rules.ts";
import { firstDayOf, periodOf } from "./answer-offers.ts";
import type { OfferFacets, OfferProfile, OfferQuery } from "./offer-profile.ts";
import { piecesOf } from "./offer-text.ts";

/** Raise it when documents are made otherwise: those of another version are found by it, and rebuilt. */
export const OFFER_VERSION = 1;

/** An open offer as Meilisearch keeps it: what is filtered, counted and sorted by, and the profile the rule judges. */
export interface OfferDocument {
  id: string;
  version: number;
  words: string[];
  contract: string;
  area: string;
  occupation: string | null;
  /** `lat,lng,area`: places are communes, so few that a distance is a list of them. */
  place: string;
  /** Days since 1970. */
  publishedOn: number;
  neededBy: number;
  /** The id, written so that it sorts as the id does. */
  order: string;
  /** What the pure rule judges, in JSON and in one piece. */
  offer: string;
}

/** Newest first, then by id: the end of every order. */
export const NEWEST_FIRST = ["publishedOn:desc", "order:asc"] as const;

export function toOfferDocument(offer: OfferProfile): OfferDocument {
  return {
    id: documentId(offer.id),
    version: OFFER_VERSION,
    words: offer.words.map(encode),
    contract: encode(offer.contract),
    area: encode(offer.place.area),
    occupation: offer.occupation === null ? null : encode(offer.occupation),
    place: placeToken(offer.place),
    publishedOn: dayIndex(offer.publishedOn),
    neededBy: dayIndex(offer.neededBy),
    order: encode(offer.id),
    offer: JSON.stringify({ ...offer, words: [] } satisfies OfferProfile),
  };
}

/** What a document knows of an offer beyond its words. */
export function offerOf(document: Pick<OfferDocument, "offer">): OfferProfile {
  return JSON.parse(document.offer);
}

/** What must be known of the index to write a query as a filter: its words, all of them. */
export interface KnownWords {
  /** Words that answer a word typed, by `judgeWord`. */
  answering(typed: TypedWord): string[];
  /** The word of a synonym and those of its family, by `isKin`. */
  kin(word: string): string[];
}

/** The same as `offerFilter`, for Meilisearch; distance comes as the places within it. */
export function offersFilter(query: OfferQuery, words: KnownWords, within: readonly string[] | null): Filter {
  const listed = (field: string, values: readonly string[] | undefined) =>
    values?.length ? oneOf(field, values.map(encode)) : EVERYBODY;
  const inWords = (found: readonly string[]) => oneOf("words", found.map(encode));
  const since = query.publishedSince && firstDayOf(query.publishedSince, query.today);
  return and(
    ...(query.text ? piecesOf(query.text) : []).map((piece) =>
      or(
        and(...piece.words.map((typed) => inWords(words.answering(typed)))),
        ...piece.synonyms.map((phrase) => and(...phrase.map((word) => inWords(words.kin(word))))),
      ),
    ),
    listed("occupation", query.occupations),
    within ? oneOf("place", within) : EVERYBODY,
    listed("area", query.areas),
    listed("contract", query.contracts),
    query.neededBefore ? { field: "neededBy", max: dayIndex(query.neededBefore) } : EVERYBODY,
    since ? { field: "publishedOn", min: dayIndex(since) } : EVERYBODY,
  );
}

export const OFFER_FACETS = ["contract", "area", "occupation", "publishedOn"] as const;

/** Facets from the counts of the index, whose values are tokens and days. Equal to `offerFacets` over the same offers. */
export function offerFacetsFromCounts(
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>,
  today: Day,
): OfferFacets {
  const named = (field: string) =>
    bucketsOf(Object.entries(counts[field] ?? {}).map(([token, count]) => [decode(token), count]));
  const published = new Map<string, number>();
  for (const [day, count] of Object.entries(counts.publishedOn ?? {})) {
    const period = periodOf(addDays("1970-01-01", Number(day)), today);
    published.set(period, (published.get(period) ?? 0) + count);
  }
  return {
    contracts: named("contract"),
    areas: named("area"),
    occupations: named("occupation"),
    published: bucketsOf(published),
  };
}
