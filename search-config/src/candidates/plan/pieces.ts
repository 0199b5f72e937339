import type { CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { distanceStep } from "@acquis/shared/candidates/distance.rules.ts";
import { and, atLeast, type Filter, not, oneOf } from "../../filters/filter-tree.ts";
import { placeOfToken } from "../candidate-document.ts";
import type { PlannedSearch, SearchAnswer } from "./plan-page.ts";
import type { QueryFilters } from "./query-filters.ts";

/** What is counted, in the order of the rule. */
export const COUNTED = ["ready", "proven", "close", "useful"] as const;
export type Counted = (typeof COUNTED)[number];

/** People next to each other in the ranking, of whom positions `from` to `to` (excluded, within the piece) are wanted. */
export interface Piece {
  fixed: Partial<Record<Counted, number>>;
  /** Places of one distance step; null when distance does not order yet, or at all. */
  places: string[] | null;
  /** Rotation groups; null for all. */
  groups: number[] | null;
  size: number;
  from: number;
  to: number;
}

/** Most a key can be, given what is fixed. */
export function most(key: Counted, fixed: Piece["fixed"], filters: QueryFilters): number {
  const asked = filters.ready.length;
  if (key === "useful") return filters.useful.length;
  if (key === "ready") return asked;
  return key === "proven" ? (fixed.ready ?? asked) : asked - (fixed.ready ?? 0);
}

/** Keys of a piece that still have to be told apart. */
export function openKeys(piece: Piece, filters: QueryFilters): Counted[] {
  return COUNTED.filter((key) => piece.fixed[key] === undefined && most(key, piece.fixed, filters) > 0);
}

/** What holds a key to at least so many: with nothing ready, close is only having something near. */
function filtersOfKey(key: Counted, piece: Piece, filters: QueryFilters): readonly Filter[] {
  return key === "close" && piece.fixed.ready === 0 ? filters.near : filters[key];
}

/** The people of a piece who reach, of the keys not fixed, at least so many; rarest first, and nothing said twice. */
export function filterOfPiece(piece: Piece, filters: QueryFilters, reached: Piece["fixed"] = {}): Filter {
  const { fixed } = piece;
  const least = { ...reached, ...fixed };
  const { ready = 0, proven = 0 } = least;
  const reach = (key: Counted) => atLeast(least[key] ?? 0, filtersOfKey(key, piece, filters));
  const passed = (key: Counted) => {
    const value = fixed[key];
    return value === undefined ? and() : not(atLeast(value + 1, filtersOfKey(key, piece, filters)));
  };
  return and(
    reach("proven"),
    // What is proven is ready, and who is ready for something is shown.
    ready === 0 ? filters.shown : ready > proven ? reach("ready") : and(),
    reach("close"),
    reach("useful"),
    piece.places ? oneOf("place", piece.places) : and(),
    piece.groups ? oneOf("turn", piece.groups) : and(),
    filters.base,
    passed("ready"),
    ready === 0 ? and() : passed("proven"),
    passed("close"),
    passed("useful"),
  );
}

/** Thresholds of the keys, together, that may hold somebody: "at least 2 ready and at least 1 proven"… */
export function thresholds(piece: Piece, keys: readonly Counted[], filters: QueryFilters): number[][] {
  let combined: number[][] = [[]];
  for (const [position, key] of keys.entries())
    combined = combined.flatMap((values) => {
      const given = { ...piece.fixed };
      keys.slice(0, position).forEach((known, at) => {
        given[known] = values[at] as number;
      });
      return Array.from({ length: most(key, given, filters) + 1 }, (_, value) => [...values, value]);
    });
  return combined;
}

/** How many searches it takes to tell the keys apart at once. */
export function costOf(piece: Piece, keys: readonly Counted[], filters: QueryFilters): number {
  return thresholds(piece, keys, filters).length;
}

/** Searches that count people at each threshold; with `byPlace`, how many in each place. */
export function countingSearches(
  piece: Piece,
  keys: readonly Counted[],
  filters: QueryFilters,
  byPlace: boolean,
): PlannedSearch[] {
  return thresholds(piece, keys, filters).map((values) => ({
    filter: filterOfPiece(piece, filters, Object.fromEntries(keys.map((key, at) => [key, values[at]]))),
    facets: byPlace ? ["place"] : [],
    fetch: 0,
  }));
}

/**
 * The parts of a piece, in order, that hold positions wanted, from the answers to `countingSearches`. Exact
 * counts come from thresholds by inclusion and exclusion: people at (2, 1) = at least (2, 1) - (3, 1) - (2, 2) + (3, 2).
 */
export function partsOf(
  piece: Piece,
  keys: readonly Counted[],
  filters: QueryFilters,
  query: CandidateQuery,
  byPlace: boolean,
  answers: readonly SearchAnswer[],
): Piece[] {
  const cells = thresholds(piece, keys, filters);
  const reached = new Map(cells.map((values, at) => [values.join(), answers[at]]));
  const ready = keys.indexOf("ready");
  const proven = keys.indexOf("proven");
  const exact = (values: readonly number[], read: (answer: SearchAnswer) => number): number => {
    let sum = 0;
    for (let corner = 0; corner < 2 ** values.length; corner++) {
      const at = values.map((value, key) => value + ((corner >> key) & 1));
      // Nobody has more proven than ready.
      if (ready >= 0 && proven >= 0) at[ready] = Math.max(at[ready] as number, at[proven] as number);
      const answer = reached.get(at.join());
      if (answer) sum += (bitsOf(corner) % 2 ? -1 : 1) * read(answer);
    }
    return Math.max(0, sum);
  };

  const parts: Piece[] = [];
  let position = 0;
  const push = (fixed: Piece["fixed"], places: string[] | null, size: number) => {
    const from = Math.max(0, piece.from - position);
    const to = Math.min(size, piece.to - position);
    if (size > 0 && from < to) parts.push({ ...piece, fixed, places, size, from, to });
    position += size;
  };
  for (const values of [...cells].sort(descending)) {
    const fixed = { ...piece.fixed };
    keys.forEach((key, at) => {
      fixed[key] = values[at] as number;
    });
    if (!byPlace) {
      push(
        fixed,
        null,
        exact(values, (answer) => answer.total),
      );
      continue;
    }
    const steps = new Map<number, { places: string[]; size: number }>();
    const here = reached.get(values.join())?.facets.place ?? {};
    for (const token of Object.keys(here)) {
      const size = exact(values, (answer) => answer.facets.place?.[token] ?? 0);
      if (size === 0) continue;
      const number = distanceStep(placeOfToken(token), query.place);
      const step = steps.get(number) ?? { places: [], size: 0 };
      steps.set(number, step);
      step.places.push(token);
      step.size += size;
    }
    for (const [, step] of [...steps].sort(([a], [b]) => a - b)) push(fixed, step.places, step.size);
  }
  return parts;
}

/** Parts that follow each other and differ by distance alone, as one: the rule orders what is fetched, near or far. */
export function joined(parts: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    const isNext =
      last?.places && part.places && !last.groups && !part.groups && isSame(last.fixed, part.fixed);
    if (!isNext) pieces.push(part);
    else
      pieces[pieces.length - 1] = {
        ...last,
        places: [...(last.places ?? []), ...(part.places ?? [])],
        size: last.size + part.size,
        to: last.size + part.to,
      };
  }
  return pieces;
}

const isSame = (a: Piece["fixed"], b: Piece["fixed"]) => COUNTED.every((key) => a[key] === b[key]);

function bitsOf(value: number): number {
  let bits = 0;
  for (let left = value; left > 0; left >>= 1) bits += left & 1;
  return bits;
}

function descending(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) if (value !== b[at]) return (b[at] as number) - value;
  return 0;
}
