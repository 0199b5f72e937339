import type { Document } from "mongodb";
import { expect, test } from "vitest";
import { conformance, numbered } from "./servers.ts";

/** Every stage of the winning plan, outermost first; `index` is the name of the index scanned. */
function stages(plan: Document): { names: string[]; index?: string } {
  const inputs: Document[] = plan.inputStages ?? (plan.inputStage ? [plan.inputStage] : []);
  const below = inputs.map(stages);
  const index = plan.indexName ?? below.find((one) => one.index)?.index;
  return { names: [plan.stage, ...below.flatMap(({ names }) => names)], ...(index ? { index } : {}) };
}

conformance("explain", (server) => {
  const plan = async (filter: object, sort: object = {}) => {
    const explained = await server
      .collection()
      .find(filter as never)
      .sort(sort as never)
      .explain("executionStats");
    return {
      ...stages(explained.queryPlanner.winningPlan.queryPlan ?? explained.queryPlanner.winningPlan),
      ...explained.executionStats,
    };
  };
  const fill = () =>
    numbered(
      server.collection(),
      Array.from({ length: 1000 }, (_, i) => ({
        a: i % 100,
        b: i,
        tags: [`t${i % 10}`, `u${i % 7}`],
        o: { k: i },
      })),
    );

  test("says a collection scan when no index helps", async () => {
    await fill();
    const { names, nReturned, totalDocsExamined } = await plan({ a: 5 });
    expect([names.includes("COLLSCAN"), nReturned, totalDocsExamined]).toEqual([true, 10, 1000]);
  });

  test("uses an index for equality, $in and ranges, reading only what is asked", async () => {
    await fill();
    await server.collection().createIndex({ a: 1 });
    for (const [filter, n] of [
      [{ a: 5 }, 10],
      [{ a: { $in: [5, 6] } }, 20],
      [{ a: { $gte: 98 } }, 20],
      [{ a: { $gte: 10, $lt: 12 } }, 20],
    ] as const) {
      const { index, nReturned, totalDocsExamined } = await plan(filter);
      expect([index, nReturned]).toEqual(["a_1", n]);
      expect(totalDocsExamined).toBeLessThan(40);
    }
  });

  test("uses a compound index on its leading fields, and for the sort that follows", async () => {
    await fill();
    await server.collection().createIndex({ a: 1, b: -1 });
    const both = await plan({ a: 5, b: { $gt: 500 } });
    expect([both.index, both.nReturned, both.totalDocsExamined]).toEqual(["a_1_b_-1", 5, 5]);
    const sorted = await plan({ a: 5 }, { b: -1 });
    expect([sorted.index, sorted.names.includes("SORT")]).toEqual(["a_1_b_-1", false]);
    expect((await plan({ a: 5 }, { b: 1 })).names.includes("SORT")).toBe(false);
    expect((await plan({}, { a: 1, b: -1 })).names.includes("SORT")).toBe(false);
    expect((await plan({ b: 5 })).names).toContain("COLLSCAN");
    expect((await plan({ a: { $gt: 5 } }, { b: 1 })).names).toContain("SORT");
  });

  test("uses multikey and nested indexes", async () => {
    await fill();
    const c = server.collection();
    await c.createIndex({ tags: 1 });
    await c.createIndex({ "o.k": 1 });
    expect((await plan({ tags: "t3" })).index).toBe("tags_1");
    expect((await plan({ "o.k": 7 })).totalDocsExamined).toBe(1);
    // Ours looks at every document for an $or; it says so.
    const either = await plan({ $or: [{ "o.k": 7 }, { tags: "u3" }] });
    expect([either.names.includes("COLLSCAN"), either.nReturned]).toEqual([server.embedded, 144]);
  });

  test("reads a sparse or partial index only for filters it can answer", async () => {
    await fill();
    const c = server.collection();
    await c.createIndex({ s: 1 }, { sparse: true });
    await c.createIndex({ b: 1 }, { partialFilterExpression: { a: 1 } });
    expect((await plan({ s: 1 })).index).toBe("s_1");
    expect((await plan({ s: null })).names).toContain("COLLSCAN");
    expect((await plan({ a: 1, b: 101 })).index).toBe("b_1");
    expect((await plan({ b: 101 })).names).toContain("COLLSCAN");
  });

  test("follows a hint, and explains other commands", async () => {
    await fill();
    const c = server.collection();
    await c.createIndex({ a: 1 });
    const hinted = await c.find({ b: 5 }).hint("a_1").explain("queryPlanner");
    expect(stages(hinted.queryPlanner.winningPlan).index).toBe("a_1");
    const natural = await c.find({ a: 5 }).hint({ $natural: 1 }).explain("queryPlanner");
    expect(stages(natural.queryPlanner.winningPlan).names).toContain("COLLSCAN");
    const aggregate = await c.aggregate([{ $match: { a: 5 } }]).explain("queryPlanner");
    expect(JSON.stringify(aggregate)).toContain("IXSCAN");
    const update = await server.db.command({
      explain: { update: c.collectionName, updates: [{ q: { a: 5 }, u: { $set: { z: 1 } } }] },
      verbosity: "queryPlanner",
    });
    expect(JSON.stringify(update)).toContain("a_1");
    expect(await c.countDocuments({ z: 1 })).toBe(0);
  });
});
