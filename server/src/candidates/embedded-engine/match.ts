import type { CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { monthOf } from "@acquis/shared/platform/dates.ts";
import type { CandidateIndex } from "./candidate-index.ts";
import { LOW_BITS, type Postings } from "./postings.ts";
import { FAMILY, HELD, UPCOMING } from "./profile-tokens.ts";
import { monthNumber } from "./vocabularies.ts";

/** Bits of a mask: which essential are ready, proven, close (6 each), which useful are ready (8). */
export const PROVEN_SHIFT = 6;
export const CLOSE_SHIFT = 12;
export const USEFUL_SHIFT = 18;

/** Everybody with something ready or close: `slots[0..count]`, and what they have in `masks[slot]`. */
export interface Touched {
  slots: Uint32Array;
  count: number;
  masks: Uint32Array;
}

/** Room to work in, kept from one query to the next; masks are zero between queries. */
export class Scratch implements Touched {
  masks = new Uint32Array(0);
  slots = new Uint32Array(0);
  keys = new Uint16Array(0);
  count = 0;

  reset(capacity: number): void {
    if (this.masks.length < capacity) {
      this.masks = new Uint32Array(capacity);
      this.slots = new Uint32Array(capacity);
      this.keys = new Uint16Array(capacity);
    } else if (this.count > capacity >> 3) this.masks.fill(0);
    else for (let at = 0; at < this.count; at++) this.masks[this.slots[at] as number] = 0;
    this.count = 0;
  }
}

function markHeld(into: Scratch, list: Postings, level: number, ready: number, proven: number): void {
  const { masks, slots } = into;
  const keys = list.keys;
  let count = into.count;
  for (let at = 0, end = list.length; at < end; at++) {
    const key = keys[at] as number;
    const isProven = (key & 7) >= level;
    if (!isProven && ((key >>> 3) & 7) < level) continue;
    const slot = key >>> LOW_BITS;
    const mask = masks[slot] as number;
    if (mask === 0) slots[count++] = slot;
    masks[slot] = mask | ready | (isProven ? proven : 0);
  }
  into.count = count;
}

function markUpcoming(
  into: Scratch,
  list: Postings,
  low: number,
  high: number,
  level: number,
  ready: number,
) {
  const { masks, slots } = into;
  const infos = list.infos as Uint32Array;
  for (let at = 0, end = list.length; at < end; at++) {
    const info = infos[at] as number;
    if (info < low || info > high || (info & 3) + 1 < level) continue;
    const slot = (list.keys[at] as number) >>> LOW_BITS;
    const mask = masks[slot] as number;
    if (mask === 0) slots[into.count++] = slot;
    masks[slot] = mask | ready;
  }
}

/** `sole`: the number beside somebody who has, in this family, only what is asked. */
function markClose(into: Scratch, list: Postings, sole: number, ready: number, close: number): void {
  const { masks, slots } = into;
  const keys = list.keys;
  const infos = list.infos as Uint32Array;
  let count = into.count;
  for (let at = 0, end = list.length; at < end; at++) {
    if (infos[at] === sole) continue;
    const slot = (keys[at] as number) >>> LOW_BITS;
    const mask = masks[slot] as number;
    if (mask & ready) continue;
    if (mask === 0) slots[count++] = slot;
    masks[slot] = mask | close;
  }
  into.count = count;
}

/** Useful competencies order people who are there already, and bring nobody. */
function markUseful(masks: Uint32Array, list: Postings, wanted: (at: number) => boolean, bit: number): void {
  for (let at = 0; at < list.length; at++) {
    const slot = (list.keys[at] as number) >>> LOW_BITS;
    const mask = masks[slot] as number;
    if (mask !== 0 && wanted(at)) masks[slot] = mask | bit;
  }
}

/** Marks in `into` everybody the query touches, filters aside. */
export function matchPeople(index: CandidateIndex, query: CandidateQuery, into: Scratch): void {
  const { competencies, families } = index.names;
  into.reset(index.people.capacity);
  const low = monthNumber(monthOf(query.today)) << 2;
  const high = (monthNumber(query.neededBy) << 2) | 3;

  query.essential.forEach((asked, position) => {
    const token = competencies.find(asked.competencyId);
    const ready = 1 << position;
    const held = index.list(HELD, token);
    if (held) markHeld(into, held, asked.level, ready, ready << PROVEN_SHIFT);
    const upcoming = index.list(UPCOMING, token);
    if (upcoming) markUpcoming(into, upcoming, low, high, asked.level, ready);
    const family = asked.familyId ? index.list(FAMILY, families.find(asked.familyId)) : undefined;
    // A competency nobody has is nobody's only one: no posting has this number.
    const sole = token < 0 ? 0xffff_ffff : token + 1;
    if (family) markClose(into, family, sole, ready, ready << CLOSE_SHIFT);
  });

  query.useful.forEach((asked, position) => {
    const token = competencies.find(asked.competencyId);
    const bit = 1 << (position + USEFUL_SHIFT);
    const held = index.list(HELD, token);
    if (held) {
      const { keys } = held;
      const enough = (at: number) =>
        ((keys[at] as number) & 7) >= asked.level || (((keys[at] as number) >>> 3) & 7) >= asked.level;
      markUseful(into.masks, held, enough, bit);
    }
    const upcoming = index.list(UPCOMING, token);
    if (upcoming) {
      const infos = upcoming.infos as Uint32Array;
      const inTime = (at: number) => {
        const info = infos[at] as number;
        return info >= low && info <= high && (info & 3) + 1 >= asked.level;
      };
      markUseful(into.masks, upcoming, inTime, bit);
    }
  });
}
