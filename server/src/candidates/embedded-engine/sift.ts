import type { CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { distanceKm, distanceStep } from "@acquis/shared/candidates/distance.rules.ts";
import { wordsOf } from "@acquis/shared/referential/text.rules.ts";
import type { CandidateIndex } from "./candidate-index.ts";
import type { Touched } from "./match.ts";
import { contractBits, NO_PLACE, OCCUPATIONS, type People, stepBucket } from "./people.ts";
import { LOW_BITS } from "./postings.ts";
import { WORD } from "./profile-tokens.ts";
import { dayNumber } from "./vocabularies.ts";

const UNSEEN = -1;
const OUTSIDE = -2;

/** What a query makes of each place: its step, or out of bounds. Worked out once per place met. */
export class PlaceSteps {
  readonly #query: CandidateQuery;
  readonly #index: CandidateIndex;
  readonly #steps: Int16Array;

  constructor(index: CandidateIndex, query: CandidateQuery) {
    this.#index = index;
    this.#query = query;
    this.#steps = new Int16Array(index.people.places.length).fill(UNSEEN);
  }

  /** Bucket of the step (see `stepBucket`), or a negative number when the place is filtered out. */
  of(place: number): number {
    const known = this.#steps[place] as number;
    return known === UNSEEN ? this.#workOut(place) : known;
  }

  #workOut(place: number): number {
    const known = place === NO_PLACE ? null : (this.#index.people.places[place] ?? null);
    const { areas, maxDistanceKm, place: work } = this.#query;
    const inArea =
      !areas?.length || (known !== null && areas.includes(this.#index.names.areas.nameOf(known.area)));
    const near =
      !work || maxDistanceKm === undefined || (known !== null && distanceKm(known, work) <= maxDistanceKm);
    const step = inArea && near ? stepBucket(distanceStep(known, work)) : OUTSIDE;
    this.#steps[place] = step;
    return step;
  }
}

/** For each slot, how many of the words typed are answered, in order; null when nothing is typed. */
function textStages(
  index: CandidateIndex,
  text: string | undefined,
): { stages: Uint16Array; all: number } | null {
  const typed = text ? wordsOf(text) : [];
  if (typed.length === 0) return null;
  const stages = new Uint16Array(index.people.capacity);
  typed.forEach((word, stage) => {
    for (const token of index.wordLookup.tokensFor(word, stage === typed.length - 1)) {
      const list = index.list(WORD, token);
      if (!list) continue;
      for (let at = 0; at < list.length; at++) {
        const slot = (list.keys[at] as number) >>> LOW_BITS;
        if (stages[slot] === stage) stages[slot] = stage + 1;
      }
    }
  });
  return { stages, all: typed.length };
}

function seeks(people: People, slot: number, wanted: ReadonlySet<number>): boolean {
  const base = slot * OCCUPATIONS;
  for (let at = base; at < base + OCCUPATIONS; at++) {
    const code = people.occupations[at] as number;
    if (code === 0) return false;
    if (wanted.has(code)) return true;
  }
  return people.moreOccupations.get(slot)?.some((code) => wanted.has(code)) ?? false;
}

/** Keeps, at the front of `touched.slots`, those who pass the filters of the query; answers how many. */
export function sift(
  index: CandidateIndex,
  query: CandidateQuery,
  touched: Touched,
  steps: PlaceSteps,
): number {
  const { people, names } = index;
  const { slots, count } = touched;
  const contracts = query.contracts?.length ? contractBits(query.contracts) : 0;
  const availableBy = query.availableBy ? dayNumber(query.availableBy) : Number.POSITIVE_INFINITY;
  const occupations = query.occupations?.length
    ? new Set(query.occupations.map((code) => names.occupations.find(code) + 1).filter((code) => code > 0))
    : null;
  const bounded = Boolean(query.areas?.length) || (query.place !== null && query.maxDistanceKm !== undefined);
  const text = textStages(index, query.text);
  const all =
    contracts === 0 && availableBy === Number.POSITIVE_INFINITY && !text && !bounded && !occupations;
  if (all) return count;
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const slot = slots[at] as number;
    if (contracts !== 0 && ((people.contracts[slot] as number) & contracts) === 0) continue;
    if ((people.availableFrom[slot] as number) > availableBy) continue;
    if (text && text.stages[slot] !== text.all) continue;
    if (bounded && steps.of(people.place[slot] as number) < 0) continue;
    if (occupations && !seeks(people, slot, occupations)) continue;
    // Those left out go to the back: `touched` still holds everybody, so that masks can be cleared.
    slots[at] = slots[kept] as number;
    slots[kept++] = slot;
  }
  return kept;
}
