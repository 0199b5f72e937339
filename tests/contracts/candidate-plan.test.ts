import { IndexInMemory } from "@acquis/search-config/candidates/plan/index-in-memory.ts";
import { MOST_FETCHED } from "@acquis/search-config/candidates/plan/plan-page.ts";
import { answerByRule } from "@acquis/server/candidates/answer-by-rule.ts";
import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seed } from "./candidate-engine-adapters.ts";
import { idArbitrary, pageArbitrary, profileArbitrary, queryArbitrary } from "./candidate-universe.ts";

function check(people: readonly CandidateProfile[], query: CandidateQuery, page: number, pageSize: number) {
  const { spent, hits, ...counts } = new IndexInMemory(people).page(query, page, pageSize);
  const shown = hits.map(({ id, counts: own, essential, useful, explanation, step }) => ({
    id,
    counts: own,
    essential,
    useful,
    explanation,
    step,
  }));
  expect({ ...counts, hits: shown }).toEqual(
    answerByRule(new Map(people.map((one) => [one.id, one])), query, page, pageSize),
  );
  expect(spent.rounds).toBeLessThanOrEqual(4);
  expect(spent.fetched).toBeLessThanOrEqual(MOST_FETCHED);
  return spent;
}

describe("plan of a page on Meilisearch, on the same filter trees evaluated in memory", () => {
  it(`answers as the pure rule for any people and any query (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(profileArbitrary(idArbitrary), { maxLength: 50, selector: (one) => one.id }),
        queryArbitrary,
        pageArbitrary,
        (people, query, { page, pageSize }) => {
          check(people, query, page, pageSize);
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  const crowd = (count: number): CandidateProfile[] =>
    Array.from({ length: count }, (_, number) => {
      const held: Record<string, Level> = { everybody: 2 };
      const proven: Record<string, Level> = {};
      const families: Record<string, string[]> = {};
      for (let skill = 0; skill < 6; skill++) {
        const draw = (number * 7 + skill * 13) % 11;
        if (draw < 5) held[`s${skill}`] = ((draw % 4) + 1) as Level;
        if (draw < 2) proven[`s${skill}`] = 1;
        if (draw < 5) families[`f${skill % 2}`] = [...(families[`f${skill % 2}`] ?? []), `s${skill}`];
      }
      const lat = 49 + (number % 40) / 50;
      return {
        id: `person-${number}`,
        held,
        proven,
        upcoming:
          number % 3 ? [] : [{ competencyId: `s${number % 6}`, level: 2, month: "2027-01", from: "CAP" }],
        families,
        place: number % 50 ? { lat, lng: 0, area: `a${number % 7}` } : null,
        availableFrom: null,
        contracts: ["permanent"],
        occupations: [`O${number % 30}`],
        words: [],
      };
    });
  const people = crowd(2_600);
  const asked = (skill: string, level: Level = 1) => ({
    competencyId: skill,
    level,
    familyId: `f${Number(skill[1]) % 2}`,
  });
  const cases: [string, Partial<CandidateQuery>][] = [
    ["everybody equal, no place", { essential: [asked("everybody")] }],
    ["everybody equal but for distance", { essential: [asked("everybody")], place: { lat: 49.2, lng: 0 } }],
    [
      "one competency",
      { essential: [asked("s0")], useful: [asked("s5"), asked("s4")], place: { lat: 49.2, lng: 0 } },
    ],
    [
      "six competencies and eight useful",
      {
        essential: [0, 1, 2, 3, 4, 5].map((skill) => asked(`s${skill}`)),
        useful: [asked("everybody"), asked("nothing")],
        place: { lat: 49.2, lng: 0 },
        maxDistanceKm: 40,
      },
    ],
    ["three competencies without a place", { essential: [asked("s1", 2), asked("everybody"), asked("s3")] }],
  ];
  for (const [name, query] of cases)
    it(`stays within four rounds and ${MOST_FETCHED} people in a crowd of thousands: ${name}`, () => {
      for (const page of [1, 60, 129, 140])
        check(
          people,
          { essential: [], useful: [], neededBy: "2027-02", place: null, today: "2026-11-21", ...query },
          page,
          20,
        );
    });
});
