import { isDeepStrictEqual } from "node:util";
import { FacetTally } from "@acquis/search-config/candidates/facets.ts";
import type { CandidateAnswer } from "@acquis/server/candidates/candidate-engine.ts";
import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { explain } from "@acquis/shared/candidates/explanation.rules.ts";
import {
  compareRanked,
  passesFilters,
  type Ranked,
  rankCandidates,
  rankOne,
} from "@acquis/shared/candidates/ranking.rules.ts";
import type { Question } from "./questions.ts";

/** People kept in memory at a time while checking. */
const CHUNK = 20_000;

export interface Asked extends Question {
  answer: CandidateAnswer;
}

/** What the pure rule makes of one question, gathered chunk of people after chunk of people. */
interface Tally {
  total: number;
  allReady: number;
  facets: FacetTally;
  /** People the rule ranks before the first hit of the page, by the keys the rule itself gives that hit. */
  before: number;
  /** Those it ranks from the first hit to the last: exactly the hits, when the page is right. */
  within: Ranked[];
  first: Ranked | null;
  last: Ranked | null;
}

/**
 * Compares every page with `rankCandidates` over all people, and lists what differs.
 *
 * Ranking a million people for 500 questions and keeping the lists is out of reach, so people are made again
 * chunk by chunk, and of each chunk only those are ranked who hold, have proven or are promised something
 * asked, or have something in a family asked: by the rule itself nobody else can be shown. This choice is made
 * from the profiles here, not by the engine; up to `WHOLE` people it is not made and everybody is ranked. The
 * order is total, so a page of k hits at offset o is right if and only if the rule gives each hit the keys
 * and verdicts it has, ranks exactly o people before the first, and exactly those k from the first to the last.
 */
export function checkPages(
  asked: readonly Asked[],
  people: number,
  profileOf: (number: number) => CandidateProfile | null,
  numberOf: (id: string) => number,
  progress: (share: number) => void = () => {},
): string[] {
  const differences: string[] = [];
  const tallies = asked.map(({ query, answer, page }, at): Tally => {
    const keysOf = (id: string | undefined) => {
      const profile = id === undefined ? null : profileOf(numberOf(id));
      return profile && passesFilters(profile, query) ? rankOne(profile, query) : null;
    };
    for (const hit of answer.hits) {
      const ruled = keysOf(hit.id);
      const { id, counts, essential, useful, step } = ruled ?? {};
      const profile = profileOf(numberOf(hit.id));
      const explanation = ruled && profile ? explain(profile, query, ruled) : undefined;
      if (!isDeepStrictEqual({ id, counts, essential, useful, explanation, step }, { ...hit }))
        differences.push(`question ${at}, page ${page}: ${hit.id} is not judged so by the rule`);
    }
    return {
      total: 0,
      allReady: 0,
      facets: new FacetTally(query.today),
      before: 0,
      within: [],
      first: keysOf(answer.hits[0]?.id),
      last: keysOf(answer.hits.at(-1)?.id),
    };
  });

  for (let from = 0; from < people; from += CHUNK) {
    const chunk = new Chunk(from, Math.min(people, from + CHUNK), profileOf, people <= WHOLE);
    asked.forEach(({ query, pageSize }, at) => {
      const tally = tallies[at] as Tally;
      for (const one of rankCandidates(chunk.touchedBy(query), query)) {
        tally.total++;
        if (one.counts.ready === query.essential.length) tally.allReady++;
        tally.facets.add(chunk.profiles.get(one.id) as CandidateProfile);
        if (!tally.first || !tally.last) continue;
        if (compareRanked(one, tally.first) < 0) tally.before++;
        else if (compareRanked(one, tally.last) <= 0 && tally.within.length <= pageSize)
          tally.within.push(one);
      }
    });
    progress(Math.min(1, (from + CHUNK) / people));
  }

  asked.forEach(({ answer, page, pageSize }, at) => {
    const tally = tallies[at] as Tally;
    const offset = (page - 1) * pageSize;
    const say = (what: string) => differences.push(`question ${at}, page ${page}: ${what}`);
    if (answer.total !== tally.total) say(`total ${answer.total}, by the rule ${tally.total}`);
    if (answer.allReady !== tally.allReady)
      say(`all ready ${answer.allReady}, by the rule ${tally.allReady}`);
    if (!isDeepStrictEqual(answer.facets, tally.facets.facets())) say("facets differ");
    const expected = Math.max(0, Math.min(pageSize, tally.total - offset));
    if (answer.hits.length !== expected) say(`${answer.hits.length} hits, by the rule ${expected}`);
    if (answer.hits.length > 0 && tally.before !== offset)
      say(`${tally.before} people come before the first hit, not ${offset}`);
    const within = tally.within.sort(compareRanked).map((one) => one.id);
    if (
      !isDeepStrictEqual(
        within,
        answer.hits.map((hit) => hit.id),
      )
    )
      say("other people, or another order");
  });
  return differences;
}

/** Up to here everybody is ranked for every question, nobody left out beforehand. */
const WHOLE = 5_000;

class Chunk {
  readonly profiles = new Map<string, CandidateProfile>();
  readonly #having = new Map<string, CandidateProfile[]>();
  readonly #whole: boolean;

  constructor(
    from: number,
    to: number,
    profileOf: (number: number) => CandidateProfile | null,
    whole: boolean,
  ) {
    this.#whole = whole;
    for (let number = from; number < to; number++) {
      const profile = profileOf(number);
      if (!profile) continue;
      this.profiles.set(profile.id, profile);
      const tokens = new Set([...Object.keys(profile.held), ...Object.keys(profile.proven)]);
      for (const promise of profile.upcoming) tokens.add(promise.competencyId);
      for (const family of Object.keys(profile.families)) tokens.add(`family ${family}`);
      for (const token of tokens) {
        const having = this.#having.get(token);
        if (having) having.push(profile);
        else this.#having.set(token, [profile]);
      }
    }
  }

  touchedBy(query: CandidateQuery): Iterable<CandidateProfile> {
    if (this.#whole) return this.profiles.values();
    const touched = new Set<CandidateProfile>();
    for (const { competencyId, familyId } of query.essential) {
      for (const profile of this.#having.get(competencyId) ?? []) touched.add(profile);
      for (const profile of this.#having.get(`family ${familyId}`) ?? []) touched.add(profile);
    }
    return touched;
  }
}
