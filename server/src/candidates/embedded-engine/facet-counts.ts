import { bucketsOf, type CandidateFacets } from "@acquis/search-config/candidates/facets.ts";
import { CONTRACT_KINDS } from "@acquis/shared/portfolio/portfolio.schema.ts";
import type { CandidateIndex } from "./candidate-index.ts";
import { OCCUPATIONS } from "./people.ts";

const BUCKETS = ["now", "month1", "month3", "later"] as const;

function increment(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}

/** The counts that are not zero, with their names: most occupations have nobody. */
function named(counts: Uint32Array, nameOf: (number: number) => string): [string, number][] {
  const found: [string, number][] = [];
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] as number;
    if (count > 0) found.push([nameOf(at), count]);
  }
  return found;
}

/** Facets over the first `count` slots, equal to `facetsOf` over their profiles. `today` in days since 1970. */
export function countFacets(
  { people, names }: CandidateIndex,
  slots: Uint32Array,
  count: number,
  today: number,
): CandidateFacets {
  const contracts = new Uint32Array(2 ** CONTRACT_KINDS.length);
  const places = new Uint32Array(people.places.length);
  const occupations = new Uint32Array(names.occupations.size + 1);
  const availability = new Uint32Array(BUCKETS.length);
  const { contracts: contractsOf, place: placeOf, availableFrom, occupations: occupationsOf } = people;
  for (let at = 0; at < count; at++) {
    const slot = slots[at] as number;
    increment(contracts, contractsOf[slot] as number);
    increment(places, placeOf[slot] as number);
    const days = (availableFrom[slot] as number) - today;
    increment(availability, days <= 0 ? 0 : days <= 31 ? 1 : days <= 92 ? 2 : 3);
    const base = slot * OCCUPATIONS;
    let column = 0;
    for (; column < OCCUPATIONS; column++) {
      const code = occupationsOf[base + column] as number;
      if (code === 0) break;
      increment(occupations, code);
    }
    if (column === OCCUPATIONS)
      for (const code of people.moreOccupations.get(slot) ?? []) increment(occupations, code);
  }

  const areas = new Uint32Array(names.areas.size);
  people.places.forEach((place, number) => {
    if (place.area >= 0) areas[place.area] = (areas[place.area] as number) + (places[number] as number);
  });
  return {
    contracts: bucketsOf(
      CONTRACT_KINDS.map((kind, bit) => {
        let total = 0;
        for (let bits = 0; bits < contracts.length; bits++)
          if (bits & (1 << bit)) total += contracts[bits] as number;
        return [kind, total];
      }),
    ),
    areas: bucketsOf(named(areas, (area) => names.areas.nameOf(area))),
    occupations: bucketsOf(named(occupations, (code) => names.occupations.nameOf(code - 1))),
    availability: bucketsOf(BUCKETS.map((bucket, at) => [bucket, availability[at] as number])),
  };
}
