import type { Counts } from "../candidates/candidate.schema.ts";
import type { Day } from "../platform/primitives.schema.ts";
import type { OfferSort } from "./offer.schema.ts";

/** What orders offers: keys compared one after the other, least first; then the newest; then the id. */
export interface OfferRanked {
  keys: readonly number[];
  publishedOn: Day;
  id: string;
}

/** After every distance on Earth. */
const UNKNOWN_KM = 1e6;

/**
 * Keys of an offer. `match`: the counts of candidates seen from the other side, shares of the essential because
 * offers ask for 1 to 6: ready, proven, close; then useful, then distance in steps of 10 km. `distance`: in km.
 */
export function offerKeys(
  sort: OfferSort,
  counts: Counts | null,
  asked: number,
  km: number | null,
): number[] {
  if (sort === "date") return [];
  if (sort === "distance" || !counts) return [km ?? UNKNOWN_KM];
  return [
    -counts.ready / asked,
    -counts.proven / asked,
    -counts.close / asked,
    -counts.useful,
    Math.floor((km ?? UNKNOWN_KM) / 10),
  ];
}

export function compareOfferRanked(a: OfferRanked, b: OfferRanked): number {
  for (const [index, key] of a.keys.entries()) {
    const difference = key - (b.keys[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.publishedOn !== b.publishedOn) return a.publishedOn < b.publishedOn ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
