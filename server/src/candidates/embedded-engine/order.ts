import { MAX_ESSENTIAL, MAX_USEFUL } from "@acquis/shared/candidates/candidate.schema.ts";
import type { CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { hash32, rotation } from "@acquis/shared/candidates/rotation.rules.ts";
import type { CandidateIndex } from "./candidate-index.ts";
import { CLOSE_SHIFT, PROVEN_SHIFT, type Scratch, USEFUL_SHIFT } from "./match.ts";
import { STEP_BUCKETS } from "./people.ts";
import type { SortKey } from "./pick.ts";
import type { PlaceSteps } from "./sift.ts";

const SIX_BITS = 2 ** MAX_ESSENTIAL - 1;
const EIGHT_BITS = 2 ** MAX_USEFUL - 1;
const BITS_SET = Uint8Array.from({ length: EIGHT_BITS + 1 }, (_, bits) => {
  let set = 0;
  for (let left = bits; left > 0; left >>= 1) set += left & 1;
  return set;
});
const ESSENTIAL_KEYS = MAX_ESSENTIAL + 1;
const COUNT_BUCKETS = ESSENTIAL_KEYS ** 3 * (MAX_USEFUL + 1);
const TURN_BUCKETS = 2 ** 12;

/**
 * The order of `compareRanked` as small keys over the first `count` slots: the four counts in one number, the
 * step, the top of the rotation; and the comparison that ends it. `allReady` comes with counting.
 */
export function orderOf(
  { people }: CandidateIndex,
  query: CandidateQuery,
  { slots, masks, keys: packed }: Scratch,
  count: number,
  steps: PlaceSteps,
): { keys: SortKey[]; compare: (a: number, b: number) => number; allReady: number } {
  const everything = 2 ** query.essential.length - 1;
  let allReady = 0;
  for (let at = 0; at < count; at++) {
    const slot = slots[at] as number;
    const mask = masks[slot] as number;
    if ((mask & SIX_BITS) === everything) allReady++;
    const ready = BITS_SET[mask & SIX_BITS] as number;
    const proven = BITS_SET[(mask >>> PROVEN_SHIFT) & SIX_BITS] as number;
    const close = BITS_SET[(mask >>> CLOSE_SHIFT) & SIX_BITS] as number;
    const useful = BITS_SET[(mask >>> USEFUL_SHIFT) & EIGHT_BITS] as number;
    packed[slot] =
      (((MAX_ESSENTIAL - ready) * ESSENTIAL_KEYS + MAX_ESSENTIAL - proven) * ESSENTIAL_KEYS +
        MAX_ESSENTIAL -
        close) *
        (MAX_USEFUL + 1) +
      MAX_USEFUL -
      useful;
  }

  const dayHash = hash32(query.today);
  const turnOf = (slot: number) => rotation(people.idHash[slot] as number, dayHash);
  const stepOf = (slot: number) => steps.of(people.place[slot] as number);
  const countsOf = (slot: number) => packed[slot] as number;
  return {
    allReady,
    keys: [
      { buckets: COUNT_BUCKETS, of: countsOf },
      { buckets: STEP_BUCKETS, of: stepOf },
      { buckets: TURN_BUCKETS, of: (slot) => turnOf(slot) >>> 20 },
    ],
    compare: (a, b) =>
      countsOf(a) - countsOf(b) ||
      stepOf(a) - stepOf(b) ||
      turnOf(a) - turnOf(b) ||
      (people.idOf(a) < people.idOf(b) ? -1 : 1),
  };
}
