import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { type Explanations, explain } from "@acquis/shared/candidates/explanation.rules.ts";
import {
  compareRanked,
  type Judgement,
  type Ranked,
  rankOne,
} from "@acquis/shared/candidates/ranking.rules.ts";
import { hash32 } from "@acquis/shared/candidates/rotation.rules.ts";
import { and, type Filter, NOBODY } from "../../filters/filter-tree.ts";
import { facetsFromCounts, NO_FACETS } from "../facet-counts.ts";
import type { CandidateFacets } from "../facets.ts";
import {
  type Counted,
  costOf,
  countingSearches,
  filterOfPiece,
  joined,
  openKeys,
  type Piece,
  partsOf,
  thresholds,
} from "./pieces.ts";
import { filtersOf, type IndexFacts, type QueryFilters } from "./query-filters.ts";
import { groupsInTurn, likelyGroups, partByGroups, partOfGuess } from "./turns.ts";

/** One search of the index: how many pass, by facet if asked, and at most `fetch` of them. */
export interface PlannedSearch {
  filter: Filter;
  facets: readonly string[];
  fetch: number;
}

export interface SearchAnswer {
  total: number;
  /** Facet → value as the index has it → people. */
  facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  people: readonly CandidateProfile[];
}

export interface PlannedPage {
  total: number;
  allReady: number;
  facets: CandidateFacets | null;
  hits: PlannedHit[];
}

export type PlannedHit = Ranked & Judgement & { explanation: Explanations };

/** Rounds: each is one multi-search. The last fetches. */
const ROUNDS = 4;
/** People fetched for a page, at most. */
export const MOST_FETCHED = 1000;
/** Few enough to fetch rather than to go on counting. */
const FEW = 400;
/** Searches worth asking at once, where waiting for the next round is possible. */
const AT_ONCE = 6;
/**
 * From here on positions among equals cannot be guessed: they are only known to within a few times the square root of
 * the crowd. All keys are then told apart a round sooner, so that a round is left to count the rotation groups.
 */
const CROWD = 20_000;

const FACETS = ["contracts", "area", "occupations", "availableFrom"];

/**
 * Counting sort through filters (DESIGN section 6), as a dialogue: gives rounds of searches, is given their
 * answers, ends with the page in exactly the order of the rule. At most four rounds and 1,000 people fetched.
 */
export function* planPage(
  query: CandidateQuery,
  page: number,
  pageSize: number,
  withFacets: boolean,
  facts: IndexFacts,
): Generator<PlannedSearch[], PlannedPage, SearchAnswer[]> {
  const filters = filtersOf(query, facts);
  const everybody: Piece = {
    fixed: {},
    places: null,
    groups: null,
    size: 0,
    from: (page - 1) * pageSize,
    to: page * pageSize,
  };
  if (and(filters.base, filters.shown) === NOBODY)
    return { total: 0, allReady: 0, facets: withFacets ? NO_FACETS : null, hits: [] };

  // The first of the counting searches, at least none of anything, is everybody shown: it carries the facets.
  const keys = keysFor(everybody, filters, 1);
  const counting = countingSearches(everybody, keys, filters, false);
  const answers = yield counting.map((search, at) =>
    at === 0 && withFacets ? { ...search, facets: FACETS } : search,
  );
  const total = answers[0]?.total ?? 0;
  const allReady = thresholds(everybody, keys, filters).findIndex(
    ([ready, ...others]) => ready === query.essential.length && others.every((value) => value === 0),
  );
  let pieces = partsOf({ ...everybody, size: total }, keys, filters, query, false, answers);

  const order = groupsInTurn(hash32(query.today));
  for (let round = 2; round < ROUNDS && sizeOf(pieces) > FEW; round++)
    pieces = yield* splitLargest(pieces, filters, query, order, round);
  return {
    total,
    allReady: answers[allReady]?.total ?? 0,
    facets: withFacets ? facetsFromCounts(answers[0]?.facets ?? {}, query.today) : null,
    hits: yield* fetchPieces(pieces, filters, query, order),
  };
}

const sizeOf = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + piece.size, 0);

/** Keys to tell apart in a round, so that all are by the last but one: as many as cost little, and as few as must be. */
function keysFor(piece: Piece, filters: QueryFilters, round: number): Counted[] {
  const open = openKeys(piece, filters);
  if (round >= 3 || (round === 2 && piece.size > CROWD)) return open;
  const must = round === 1 ? 1 : open.filter((key) => key !== "useful").length;
  let count = Math.max(must, Math.min(1, open.length));
  while (count < open.length && costOf(piece, open.slice(0, count + 1), filters) <= AT_ONCE) count++;
  return open.slice(0, count);
}

/** One round: each piece too large is asked what its next keys are; a piece of equals, its groups. */
function* splitLargest(
  pieces: readonly Piece[],
  filters: QueryFilters,
  query: CandidateQuery,
  order: readonly number[][],
  round: number,
): Generator<PlannedSearch[], Piece[], SearchAnswer[]> {
  const asked = pieces.map((piece) => {
    if (piece.size <= FEW / 2 || piece.groups) return null;
    const keys = keysFor(piece, filters, round);
    const byPlace =
      query.place !== null && piece.places === null && keys.length === openKeys(piece, filters).length;
    if (keys.length === 0 && !byPlace) {
      const search = { filter: filterOfPiece(piece, filters), facets: ["turn"], fetch: 0 };
      return {
        searches: [search],
        parts: ([answer]: readonly SearchAnswer[]) => {
          const part = partByGroups(piece, order, answer?.facets.turn ?? {});
          return part ? [part] : [];
        },
      };
    }
    return {
      searches: countingSearches(piece, keys, filters, byPlace),
      parts: (given: readonly SearchAnswer[]) => partsOf(piece, keys, filters, query, byPlace, given),
    };
  });
  const searches = asked.flatMap((one) => one?.searches ?? []);
  const answers = searches.length > 0 ? yield searches : [];
  let at = 0;
  return asked.flatMap((one, index) => {
    if (!one) return [pieces[index] as Piece];
    const given = answers.slice(at, at + one.searches.length);
    at += one.searches.length;
    return one.parts(given);
  });
}

/** Fetches what is left and orders it by the rule. A crowd of equals is cut where its positions most likely are. */
function* fetchPieces(
  parts: readonly Piece[],
  filters: QueryFilters,
  query: CandidateQuery,
  order: readonly number[][],
): Generator<PlannedSearch[], PlannedHit[], SearchAnswer[]> {
  if (parts.length === 0) return [];
  const pieces = sizeOf(parts) > MOST_FETCHED ? parts : joined(parts);
  const large =
    sizeOf(pieces) > MOST_FETCHED ? pieces.filter((piece) => piece.size > FEW / 2 && !piece.groups) : [];
  const room =
    (MOST_FETCHED - sizeOf(pieces.filter((piece) => !large.includes(piece)))) / (large.length || 1);
  const guesses = pieces.map((piece) =>
    large.includes(piece) ? likelyGroups(piece, order, Math.floor(room)) : null,
  );
  const searches = pieces.flatMap((piece, at): PlannedSearch[] => {
    const whole = filterOfPiece(piece, filters);
    const guessed = guesses[at];
    if (!guessed) return [{ filter: whole, facets: [], fetch: piece.size }];
    const part = filterOfPiece({ ...piece, groups: guessed }, filters);
    return [
      { filter: part, facets: [], fetch: Math.floor(room) },
      { filter: whole, facets: ["turn"], fetch: 0 },
    ];
  });
  const answers = yield searches;

  const found: { piece: Piece; people: readonly CandidateProfile[] }[] = [];
  const missed: { piece: Piece; at: number }[] = [];
  let at = 0;
  pieces.forEach((piece, index) => {
    const guessed = guesses[index];
    const people = answers[at++]?.people ?? [];
    if (!guessed) {
      found.push({ piece, people });
      return;
    }
    const counts = answers[at++]?.facets.turn ?? {};
    const part = partOfGuess(piece, order, guessed, counts);
    if (part && part.size <= people.length) found.push({ piece: part, people });
    else {
      const exact = partByGroups(piece, order, counts);
      if (exact) missed.push({ piece: exact, at: found.push({ piece: exact, people: [] }) - 1 });
    }
  });
  if (missed.length > 0) {
    const again = yield missed.map(({ piece }) => ({
      filter: filterOfPiece(piece, filters),
      facets: [],
      fetch: Math.min(piece.size, MOST_FETCHED),
    }));
    missed.forEach((one, index) => {
      found[one.at] = { piece: one.piece, people: again[index]?.people ?? [] };
    });
  }
  return found.flatMap(({ piece, people }) =>
    people
      .flatMap((profile) => {
        const ranked = rankOne(profile, query);
        return ranked ? [{ profile, ranked }] : [];
      })
      .sort((a, b) => compareRanked(a.ranked, b.ranked))
      .slice(piece.from, piece.to)
      .map(({ profile, ranked }) => ({ ...ranked, explanation: explain(profile, query, ranked) })),
  );
}
