import type { CandidateProfile } from "@acquis/shared/candidates/candidate-profile.ts";
import { availabilityOf } from "@acquis/shared/candidates/ranking.rules.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";

export interface FacetBucket {
  value: string;
  count: number;
}

/** How many of the people shown there are by value; most first, then by value, at most `FACET_VALUES` each. */
export interface CandidateFacets {
  contracts: FacetBucket[];
  areas: FacetBucket[];
  occupations: FacetBucket[];
  availability: FacetBucket[];
}

/** Values kept in a facet: beyond, nobody scrolls. */
export const FACET_VALUES = 50;

/** Orders counted values as every engine shows them; values nobody has are left out. */
export function bucketsOf(counts: Iterable<readonly [string, number]>): FacetBucket[] {
  const buckets: FacetBucket[] = [];
  for (const [value, count] of counts) if (count > 0) buckets.push({ value, count });
  buckets.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return buckets.slice(0, FACET_VALUES);
}

/** The reference: facets over the people shown, that is with every filter applied. */
export function facetsOf(shown: Iterable<CandidateProfile>, today: Day): CandidateFacets {
  const contracts = new Map<string, number>();
  const areas = new Map<string, number>();
  const occupations = new Map<string, number>();
  const availability = new Map<string, number>();
  const add = (counts: Map<string, number>, value: string) => counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const profile of shown) {
    for (const kind of new Set(profile.contracts)) add(contracts, kind);
    for (const code of new Set(profile.occupations)) add(occupations, code);
    if (profile.place) add(areas, profile.place.area);
    add(availability, availabilityOf(profile.availableFrom, today));
  }
  return {
    contracts: bucketsOf(contracts),
    areas: bucketsOf(areas),
    occupations: bucketsOf(occupations),
    availability: bucketsOf(availability),
  };
}
