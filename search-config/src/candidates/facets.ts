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

/** The reference: facets over the people shown, that is with every filter applied, counted as they come. */
export class FacetTally {
  readonly #today: Day;
  readonly #counts = {
    contracts: new Map<string, number>(),
    areas: new Map<string, number>(),
    occupations: new Map<string, number>(),
    availability: new Map<string, number>(),
  };

  constructor(today: Day) {
    this.#today = today;
  }

  add(profile: CandidateProfile): void {
    for (const kind of new Set(profile.contracts)) this.#one("contracts", kind);
    for (const code of new Set(profile.occupations)) this.#one("occupations", code);
    if (profile.place) this.#one("areas", profile.place.area);
    this.#one("availability", availabilityOf(profile.availableFrom, this.#today));
  }

  facets(): CandidateFacets {
    const { contracts, areas, occupations, availability } = this.#counts;
    return {
      contracts: bucketsOf(contracts),
      areas: bucketsOf(areas),
      occupations: bucketsOf(occupations),
      availability: bucketsOf(availability),
    };
  }

  #one(facet: keyof CandidateFacets, value: string): void {
    const counts = this.#counts[facet];
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
}

export function facetsOf(shown: Iterable<CandidateProfile>, today: Day): CandidateFacets {
  const tally = new FacetTally(today);
  for (const profile of shown) tally.add(profile);
  return tally.facets();
}
