import { answerByRule } from "@acquis/server/candidates/answer-by-rule.ts";
import type { CandidateProfile } from "@acquis/shared/candidates/candidate-profile.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { candidateEngineAdapters, seed } from "./candidate-engine-adapters.ts";
import { idArbitrary, pageArbitrary, profileArbitrary, queryArbitrary } from "./candidate-universe.ts";

for (const adapter of candidateEngineAdapters)
  describe(`candidates on ${adapter.name}, by properties`, () => {
    beforeAll(() => adapter.start(), 60_000);
    afterAll(() => adapter.stop(), 60_000);

    it(`answers as the pure rule for any people and any query (seed ${seed})`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(profileArbitrary(idArbitrary), { maxLength: 50, selector: (one) => one.id }),
          fc.array(fc.tuple(queryArbitrary, pageArbitrary), {
            minLength: 1,
            maxLength: adapter.queriesPerWorld,
          }),
          async (people, asked) => {
            const engine = await adapter.empty();
            await engine.put(people);
            const world = new Map(people.map((one) => [one.id, one]));
            for (const [wanted, { page, pageSize }] of asked)
              expect(await engine.search(wanted, page, pageSize, { facets: true })).toEqual(
                answerByRule(world, wanted, page, pageSize),
              );
          },
        ),
        { seed, numRuns: adapter.worlds },
      );
    }, 120_000);

    it(`stays equal to the pure rule through any updates and removals (seed ${seed})`, async () => {
      const change = fc.oneof(
        { weight: 3, arbitrary: fc.array(profileArbitrary(idArbitrary), { minLength: 1, maxLength: 12 }) },
        fc.array(idArbitrary, { minLength: 1, maxLength: 8 }),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(change, queryArbitrary), { minLength: 2, maxLength: adapter.changes }),
          async (changes) => {
            const engine = await adapter.empty();
            const world = new Map<string, CandidateProfile>();
            for (const [items, wanted] of changes) {
              const profiles = items.filter((item) => typeof item !== "string");
              const ids = items.filter((item) => typeof item === "string");
              for (const profile of profiles) world.set(profile.id, profile);
              for (const id of ids) world.delete(id);
              if (profiles.length > 0) await engine.put(profiles);
              if (ids.length > 0) await engine.remove(ids);
              expect(await engine.search(wanted, 1, 50, { facets: true })).toEqual(
                answerByRule(world, wanted, 1, 50),
              );
            }
            expect(await engine.size()).toBe(world.size);
          },
        ),
        { seed, numRuns: adapter.histories },
      );
    }, 120_000);
  });
