import { answerByRule } from "@acquis/server/candidates/answer-by-rule.ts";
import type { CandidateProfile } from "@acquis/shared/candidates/candidate-profile.ts";
import { distanceStep, UNKNOWN_STEP } from "@acquis/shared/candidates/distance.rules.ts";
import { addDays } from "@acquis/shared/platform/dates.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, north, person, query, TODAY } from "./candidate-builders.ts";
import { candidateEngineAdapters, notOnMeilisearch } from "./candidate-engine-adapters.ts";
import { CAEN } from "./candidate-universe.ts";

if (notOnMeilisearch) it.skip(notOnMeilisearch, () => {});

for (const adapter of candidateEngineAdapters)
  describe(`candidates on ${adapter.name}`, () => {
    beforeAll(() => adapter.start(), 60_000);
    afterAll(() => adapter.stop(), 60_000);

    async function search(people: CandidateProfile[], wanted = query(), page = 1, pageSize = 20) {
      const engine = await adapter.empty();
      await engine.put(people);
      return engine.search(wanted, page, pageSize, { facets: true });
    }
    const idsOf = (answer: { hits: { id: string }[] }) => answer.hits.map((hit) => hit.id);

    describe("who is ready", () => {
      it("counts what is held at the level asked or above, and not below it", async () => {
        const people = [
          person("below", { held: { forklift: 2 } }),
          person("at", { held: { forklift: 3 } }),
          person("above", { held: { forklift: 4 } }),
        ];
        const answer = await search(people, query({ essential: [ask("forklift", 3)] }));
        expect(idsOf(answer).sort()).toEqual(["above", "at"]);
        expect(answer.hits.map((hit) => hit.essential[0])).toContainEqual({ kind: "acquired", level: 4 });
      });

      it("takes proof below the level asked as acquired when what is held is enough", async () => {
        const answer = await search(
          [person("a", { held: { "weld-mig": 3 }, proven: { "weld-mig": 2 } })].map((one) => ({
            ...one,
            held: { "weld-mig": 3 as const },
          })),
          query({ essential: [ask("weld-mig", 3)] }),
        );
        expect(answer.hits[0]?.essential).toEqual([{ kind: "acquired", level: 3 }]);
        expect(answer.hits[0]?.counts).toEqual({ ready: 1, proven: 0, close: 0, useful: 0 });
      });

      it("counts a promise for the month needed or before, from this month on, and none after or gone by", async () => {
        const promised = (month: string) =>
          person(month, { upcoming: [{ competencyId: "weld-mig", level: 2, month }] });
        const answer = await search(["2026-10", "2026-11", "2027-01", "2027-02"].map(promised));
        expect(idsOf(answer).sort()).toEqual(["2026-11", "2027-01"]);
        expect(answer.hits.find((hit) => hit.id === "2027-01")?.essential).toEqual([
          { kind: "upcoming", level: 2, month: "2027-01" },
        ]);
      });

      it("does not count a promise below the level asked, and tells the first that is enough", async () => {
        const upcoming = [
          { competencyId: "weld-mig", level: 1 as const, month: "2026-11" },
          { competencyId: "weld-mig", level: 3 as const, month: "2027-01" },
          { competencyId: "weld-mig", level: 2 as const, month: "2026-12" },
        ];
        const answer = await search([person("a", { upcoming })], query({ essential: [ask("weld-mig", 2)] }));
        expect(answer.hits[0]?.essential).toEqual([{ kind: "upcoming", level: 2, month: "2026-12" }]);
        expect(
          (await search([person("a", { upcoming })], query({ essential: [ask("weld-mig", 4)] }))).total,
        ).toBe(0);
      });

      it("puts more ready first, whatever is proven", async () => {
        const answer = await search(
          [
            person("one-proven", { proven: { forklift: 4 } }),
            person("two-declared", { held: { forklift: 1, plate: 1 } }),
          ],
          query({ essential: [ask("forklift"), ask("plate")] }),
        );
        expect(idsOf(answer)).toEqual(["two-declared", "one-proven"]);
        expect(answer.allReady).toBe(1);
      });
    });

    describe("who is proven, close, useful", () => {
      it("puts more proven first among equally ready", async () => {
        const answer = await search(
          [person("declared", { held: { forklift: 4 } }), person("proven", { proven: { forklift: 1 } })],
          query({ essential: [ask("forklift")] }),
        );
        expect(idsOf(answer)).toEqual(["proven", "declared"]);
      });

      it("finds as close somebody with another competency of the family, and tells which", async () => {
        const answer = await search([person("tig", { held: { "weld-tig": 1, "read-plan": 2 } })]);
        expect(answer.hits[0]?.essential).toEqual([{ kind: "close", competencyId: "read-plan" }]);
        expect(answer.hits[0]?.counts.close).toBe(1);
      });

      it("does not call somebody close for the same competency below the level", async () => {
        expect(
          (
            await search(
              [person("low", { held: { "weld-mig": 1 } })],
              query({ essential: [ask("weld-mig", 3)] }),
            )
          ).total,
        ).toBe(0);
      });

      it("does not count as close what is only promised, nor what has no family", async () => {
        const people = [
          person("promised", { upcoming: [{ competencyId: "weld-tig", level: 4, month: "2026-12" }] }),
          person("no-family", { held: { "speak-english": 4 } }),
        ];
        expect((await search(people, query({ essential: [ask("weld-mig"), ask("forklift")] }))).total).toBe(
          0,
        );
      });

      it("puts more close first among equally ready and proven", async () => {
        const answer = await search(
          [
            person("ready", { held: { forklift: 1 } }),
            person("ready-and-close", { held: { forklift: 1, "weld-tig": 1 } }),
          ],
          query({ essential: [ask("forklift"), ask("weld-mig")] }),
        );
        expect(idsOf(answer)).toEqual(["ready-and-close", "ready"]);
      });

      it("orders by useful ones ready, and shows nobody for them alone", async () => {
        const answer = await search(
          [
            person("none", { held: { forklift: 1 } }),
            person("only-useful", { held: { plate: 4, "cook-fish": 4 } }),
            person("held", { held: { forklift: 1, plate: 2, "cook-fish": 2 } }),
            person("promised", {
              held: { forklift: 1 },
              upcoming: [{ competencyId: "plate", level: 2, month: "2026-12" }],
            }),
          ],
          query({
            essential: [ask("forklift")],
            useful: [
              { competencyId: "plate", level: 2 },
              { competencyId: "cook-fish", level: 2 },
            ],
          }),
        );
        expect(idsOf(answer)).toEqual(["held", "promised", "none"]);
        expect(answer.hits[1]?.useful).toEqual([
          { kind: "upcoming", level: 2, month: "2026-12" },
          { kind: "missing" },
        ]);
      });

      it("does not show somebody with nothing ready and nothing close", async () => {
        const answer = await search([person("cook", { held: { "cook-fish": 4 } }), person("empty")]);
        expect(answer).toEqual({
          total: 0,
          allReady: 0,
          hits: [],
          facets: { contracts: [], areas: [], occupations: [], availability: [] },
        });
      });
    });

    describe("equals", () => {
      const holders = (places: CandidateProfile["place"][]) =>
        places.map((place, at) => person(`p${at}`, { held: { "weld-mig": 1 }, place }));

      it("orders by whole steps of 10 km from the place of work, an unknown place last", async () => {
        const answer = await search(holders([null, north(35), north(12), north(1)]), query({ place: CAEN }));
        expect(answer.hits.map((hit) => [hit.id, hit.step])).toEqual([
          ["p3", 0],
          ["p2", 1],
          ["p1", 3],
          ["p0", UNKNOWN_STEP],
        ]);
      });

      it("ignores distance without a place of work", async () => {
        const answer = await search(holders([null, north(35)]));
        expect(answer.hits.map((hit) => hit.step)).toEqual([0, 0]);
      });

      it("turns equals each day, and keeps the turn within the day", async () => {
        const engine = await adapter.empty();
        await engine.put(
          Array.from({ length: 12 }, (_, at) => person(`p${at}`, { held: { "weld-mig": 1 } })),
        );
        const on = async (today: string) => idsOf(await engine.search(query({ today }), 1, 20)).join();
        expect(await on(TODAY)).toBe(await on(TODAY));
        const orders = new Set<string>();
        for (let day = 0; day < 5; day++) orders.add(await on(addDays(TODAY, day)));
        expect(orders.size).toBeGreaterThan(3);
      });

      it("counts people within a step alike, however far in it", async () => {
        const [near, far] = [north(11), north(19)];
        expect(distanceStep(near, CAEN)).toBe(distanceStep(far, CAEN));
        const answer = await search(holders([near, far]), query({ place: CAEN }));
        expect(answer.hits.map((hit) => hit.step)).toEqual([1, 1]);
      });
    });

    describe("filters", () => {
      const holder = (id: string, more: Partial<CandidateProfile>) =>
        person(id, { held: { "weld-mig": 1 }, ...more } as never);

      it("keeps those who take one of the contracts", async () => {
        const people = [
          holder("a", { contracts: ["permanent", "seasonal"] }),
          holder("b", { contracts: ["fixedTerm"] }),
        ];
        expect(idsOf(await search(people, query({ contracts: ["seasonal", "apprenticeship"] })))).toEqual([
          "a",
        ]);
      });

      it("keeps those available by the day, and those who gave no day", async () => {
        const people = [
          holder("now", {}),
          holder("by", { availableFrom: "2027-01-01" }),
          holder("late", { availableFrom: "2027-01-02" }),
        ];
        expect(idsOf(await search(people, query({ availableBy: "2027-01-01" }))).sort()).toEqual([
          "by",
          "now",
        ]);
      });

      it("keeps those who seek one of the occupations", async () => {
        const people = [
          holder("a", { occupations: ["H2913", "G1602"] }),
          holder("b", { occupations: ["K1302"] }),
          holder("c", {}),
        ];
        expect(idsOf(await search(people, query({ occupations: ["G1602", "K1304"] })))).toEqual(["a"]);
        expect((await search(people, query({ occupations: ["Z9999"] }))).total).toBe(0);
      });

      it("keeps those of the areas", async () => {
        const people = [
          holder("a", {}),
          holder("b", { place: { ...CAEN, area: "other" } }),
          holder("c", { place: null }),
        ];
        expect(idsOf(await search(people, query({ areas: ["other"] })))).toEqual(["b"]);
      });

      it("keeps those within the distance, to the km, and nobody without a place", async () => {
        const people = [
          holder("in", { place: north(24.9) }),
          holder("out", { place: north(25.3) }),
          holder("c", { place: null }),
        ];
        expect(idsOf(await search(people, query({ place: CAEN, maxDistanceKm: 25 })))).toEqual(["in"]);
      });

      it("keeps those whose words answer every word typed: exact, unfinished at the end, with typos by length", async () => {
        const people = [
          holder("welder", { words: ["soudage", "chaudronnerie"] }),
          holder("cook", { words: ["cuisine"] }),
        ];
        const found = async (text: string) => idsOf(await search(people, query({ text })));
        expect(await found("Soudage")).toEqual(["welder"]);
        expect(await found("soud")).toEqual(["welder"]);
        expect(await found("soudaeg")).toEqual(["welder"]);
        expect(await found("soud chaudronnerie")).toEqual([]);
        expect(await found("chaudornerie soud")).toEqual(["welder"]);
        expect(await found("suod")).toEqual([]);
        expect(await found("cuisine soudage")).toEqual([]);
        expect((await found("!?")).sort()).toEqual(["cook", "welder"]);
      });
    });

    describe("pages and facets", () => {
      const many = Array.from({ length: 45 }, (_, at) =>
        person(`p${at}`, { held: { "weld-mig": 1 }, place: north((at % 4) * 10 + 5) }),
      );

      it("gives pages that follow each other without hole or double, and an empty one beyond the end", async () => {
        const engine = await adapter.empty();
        await engine.put(many);
        const seen: string[] = [];
        for (const page of [1, 2, 3])
          seen.push(...idsOf(await engine.search(query({ place: CAEN }), page, 20)));
        expect(seen).toHaveLength(45);
        expect(new Set(seen).size).toBe(45);
        expect(seen).toEqual(
          answerByRule(new Map(many.map((one) => [one.id, one])), query({ place: CAEN }), 1, 50).hits.map(
            (hit) => hit.id,
          ),
        );
        expect(await engine.search(query(), 4, 20)).toMatchObject({ total: 45, allReady: 45, hits: [] });
        expect(await engine.search(query(), 10_000, 50)).toMatchObject({ total: 45, hits: [] });
      });

      it("counts facets over the people shown, every filter applied", async () => {
        const people = [
          person("a", {
            held: { "weld-mig": 1 },
            contracts: ["permanent", "seasonal"],
            occupations: ["H2913"],
            availableFrom: TODAY,
          }),
          person("b", {
            held: { "weld-mig": 1 },
            occupations: ["H2913", "G1602"],
            availableFrom: addDays(TODAY, 31),
            place: null,
          }),
          person("c", {
            held: { "weld-mig": 1 },
            availableFrom: addDays(TODAY, 92),
            place: { ...CAEN, area: "other" },
          }),
          person("d", { held: { "weld-mig": 1 }, availableFrom: addDays(TODAY, 93) }),
          person("filtered", { held: { "weld-mig": 1 }, contracts: ["temporary"] }),
          person("not-shown", { held: { plate: 1 } }),
        ];
        const { facets } = await search(people, query({ contracts: ["permanent"] }));
        expect(facets).toEqual({
          contracts: [
            { value: "permanent", count: 4 },
            { value: "seasonal", count: 1 },
          ],
          areas: [
            { value: CAEN.area, count: 2 },
            { value: "other", count: 1 },
          ],
          occupations: [
            { value: "H2913", count: 2 },
            { value: "G1602", count: 1 },
          ],
          availability: ["later", "month1", "month3", "now"].map((value) => ({ value, count: 1 })),
        });
      });

      it("counts no facet when none is asked", async () => {
        const engine = await adapter.empty();
        await engine.put(many.slice(0, 3));
        expect((await engine.search(query(), 1, 20)).facets).toBeNull();
      });
    });
  });
