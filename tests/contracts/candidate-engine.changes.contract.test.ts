import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person, query } from "./candidate-builders.ts";
import { candidateEngineAdapters } from "./candidate-engine-adapters.ts";
import { CAEN } from "./candidate-universe.ts";

for (const adapter of candidateEngineAdapters)
  describe(`candidates that change, on ${adapter.name}`, () => {
    beforeAll(() => adapter.start(), 60_000);
    afterAll(() => adapter.stop(), 60_000);
    const idsOf = (answer: { hits: { id: string }[] }) => answer.hits.map((hit) => hit.id);

    it("sees an update and a removal in the next search", async () => {
      const engine = await adapter.empty();
      await engine.put([person("a", { held: { "weld-mig": 1 } }), person("b", { held: { "weld-mig": 1 } })]);
      await engine.put([person("a", { proven: { "weld-mig": 2 } })]);
      expect(idsOf(await engine.search(query(), 1, 20))).toEqual(["a", "b"]);
      await engine.put([person("a", { held: { plate: 1 } })]);
      expect(idsOf(await engine.search(query(), 1, 20))).toEqual(["b"]);
      await engine.remove(["b", "never-there"]);
      expect(await engine.search(query(), 1, 20)).toMatchObject({ total: 0, hits: [] });
      expect(await engine.size()).toBe(1);
    });

    it("judges one person whatever the filters, and nobody once removed", async () => {
      const engine = await adapter.empty();
      await engine.put([person("a", { held: { "weld-tig": 2 } })]);
      expect(await engine.judgeOne("a", query({ contracts: ["seasonal"], place: CAEN }))).toEqual({
        id: "a",
        counts: { ready: 0, proven: 0, close: 1, useful: 0 },
        essential: [{ kind: "close", competencyId: "weld-tig" }],
        useful: [],
        explanation: { essential: [{ training: null, heldLevel: null, later: null }], useful: [] },
        step: 0,
      });
      await engine.remove(["a"]);
      expect(await engine.judgeOne("a", query())).toBeNull();
    });

    it("counts who holds, who has proven and who will have a competency in a month", async () => {
      const engine = await adapter.empty();
      const promise = { competencyId: "plate", level: 2 as const, month: "2027-03" };
      await engine.put([
        person("a", { proven: { plate: 1 } }),
        person("b", { held: { plate: 4 } }),
        person("c", { upcoming: [promise, { ...promise, level: 3 }, { ...promise, month: "2027-04" }] }),
      ]);
      expect(
        await engine.count([
          { standing: "held", competencyId: "plate" },
          { standing: "proven", competencyId: "plate" },
          { standing: "upcoming", competencyId: "plate", month: "2027-03" },
          { standing: "upcoming", competencyId: "plate", month: "2027-05" },
          { standing: "held", competencyId: "unknown" },
        ]),
      ).toEqual([2, 1, 1, 0, 0]);
    });

    it("tells it is well, and how many people it knows", async () => {
      const engine = await adapter.empty();
      await engine.put([person("a")]);
      expect(await engine.health()).toMatchObject({ ok: true, people: 1, detail: null });
    });
  });
