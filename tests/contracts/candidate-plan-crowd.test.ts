import {
  type CandidateDocument,
  toCandidateDocument,
} from "@acquis/search-config/candidates/candidate-document.ts";
import { MOST_FETCHED, planPage } from "@acquis/search-config/candidates/plan/plan-page.ts";
import { passes } from "@acquis/search-config/filters/filter-tree.ts";
import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { rankCandidates } from "@acquis/shared/candidates/ranking.rules.ts";
import { hash32, turnGroup } from "@acquis/shared/candidates/rotation.rules.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, person, query } from "./candidate-builders.ts";
import { CAEN, FAMILIES } from "./candidate-universe.ts";

const EQUALS = 300_000;
const SKILLS = Object.keys(FAMILIES);

/** People equal but for their rotation group: a filter is asked of one of each group, and answers for all of it. */
class CrowdIndex {
  readonly #groups: { document: CandidateDocument; people: CandidateProfile[] }[];

  constructor(people: readonly CandidateProfile[]) {
    const groups = new Map<number, CandidateProfile[]>();
    for (const one of people) {
      const group = turnGroup(hash32(one.id));
      const some = groups.get(group);
      if (some) some.push(one);
      else groups.set(group, [one]);
    }
    this.#groups = [...groups.values()].map((some) => ({
      document: toCandidateDocument(some[0] as CandidateProfile),
      people: some,
    }));
  }

  page(asked: CandidateQuery, page: number, pageSize: number) {
    const plan = planPage(asked, page, pageSize, true, { wordsAnswering: () => [], places: () => [] });
    const spent = { rounds: 0, fetched: 0 };
    let step = plan.next();
    while (!step.done) {
      spent.rounds++;
      const answers = step.value.map(({ filter, facets, fetch }) => {
        const found = this.#groups.filter(({ document }) => passes(filter, document as never));
        const counted = Object.fromEntries(
          facets.map((field) => {
            const counts: Record<string, number> = {};
            for (const { document, people } of found)
              for (const value of [document[field as keyof CandidateDocument] ?? []].flat())
                counts[String(value)] = (counts[String(value)] ?? 0) + people.length;
            return [field, counts];
          }),
        );
        const people: CandidateProfile[] = [];
        for (const group of found) if (people.length < fetch) people.push(...group.people);
        people.length = Math.min(people.length, fetch);
        spent.fetched += people.length;
        return { total: found.reduce((sum, group) => sum + group.people.length, 0), facets: counted, people };
      });
      step = plan.next(answers);
    }
    return { ...step.value, spent };
  }
}

/** Nothing is told apart but the rotation: the worst a plan can meet. */
describe(`plan of a page among ${EQUALS.toLocaleString("en")} exact equals`, () => {
  let people: CandidateProfile[];
  let index: CrowdIndex;
  beforeAll(() => {
    const held: Record<string, Level> = { "weld-mig": 2, "read-plan": 2, "cook-fish": 1, forklift: 1 };
    const same = person("", { held, proven: { "weld-mig": 2 } });
    people = Array.from({ length: EQUALS }, (_, number) => ({ ...same, id: `person-${number}` }));
    index = new CrowdIndex(people);
  }, 120_000);

  const many: Partial<CandidateQuery> = {
    essential: ["weld-mig", "weld-tig", "read-plan", "cook-meat", "wash-person", "speak-english"].map((one) =>
      ask(one),
    ),
    useful: SKILLS.filter((one) =>
      ["cook-fish", "forklift", "plate", "cut-sheet", "move-person"].includes(one),
    ).map((competencyId) => ({ competencyId, level: 1 as const })),
    place: CAEN,
  };
  const cases: [string, CandidateQuery][] = [
    ["one competency, no place", query()],
    ["six competencies, five useful and a place: every round is needed", query(many)],
  ];
  it.each(cases)(
    "takes at most four multi-searches and 1,000 people: %s",
    (_name, asked) => {
      const ranked = rankCandidates(people, asked).map((one) => one.id);
      expect(ranked).toHaveLength(EQUALS);
      for (const page of [1, 2, 700, 1_501, 2_222, 3_001, 3_777, 4_502, 5_990, 6_000]) {
        const { hits, total, spent } = index.page(asked, page, 50);
        expect(total).toBe(EQUALS);
        expect(hits.map((hit) => hit.id)).toEqual(ranked.slice((page - 1) * 50, page * 50));
        expect(spent.rounds, `page ${page}`).toBeLessThanOrEqual(4);
        expect(spent.fetched, `page ${page}`).toBeLessThanOrEqual(MOST_FETCHED);
      }
    },
    180_000,
  );
});
