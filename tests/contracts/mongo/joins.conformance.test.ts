import type { Document } from "mongodb";
import { expect, test } from "vitest";
import { conformance, failure, numbered } from "./servers.ts";

conformance("stages that read other collections", (server) => {
  const other = async (docs: Document[]) => {
    const c = server.db.collection(`${server.collection().collectionName}_other`);
    await c.insertMany(docs as never[]);
    return c.collectionName;
  };
  const run = (...pipeline: Document[]) => server.collection().aggregate(pipeline).toArray();
  const code = async (...pipeline: Document[]) => (await failure(run(...pipeline))).code;

  test("$lookup fills a nested path, sees its variables in the pipeline, and unwinds", async () => {
    await numbered(server.collection(), [{ v: 1, o: { x: 1 } }, { v: 2 }]);
    const from = await other([
      { _id: 1, f: 1, n: "x" },
      { _id: 2, f: 2, n: "y" },
    ]);
    const inner = [
      { $match: { $expr: { $eq: ["$f", "$$wanted"] } } },
      { $project: { _id: 0, n: 1, w: "$$wanted" } },
    ];
    const joined = await run(
      { $lookup: { from, let: { wanted: "$v" }, pipeline: inner, as: "o.r" } },
      { $sort: { _id: 1 } },
    );
    expect(joined).toEqual([
      { _id: 0, v: 1, o: { x: 1, r: [{ n: "x", w: 1 }] } },
      { _id: 1, v: 2, o: { r: [{ n: "y", w: 2 }] } },
    ]);
    const flat = await run(
      { $lookup: { from, localField: "v", foreignField: "f", as: "r" } },
      { $unwind: "$r" },
      { $project: { n: "$r.n" } },
      { $sort: { _id: 1 } },
    );
    expect(flat).toEqual([
      { _id: 0, n: "x" },
      { _id: 1, n: "y" },
    ]);
  });

  test("$lookup refuses arguments it does not know", async () => {
    await server.collection().insertOne({ a: 1 });
    const base = { from: "x", as: "r", localField: "a", foreignField: "b" };
    expect(await code({ $lookup: 1 })).toBe(9);
    expect(await code({ $lookup: { ...base, nope: 1 } })).toBe(9);
    expect(await code({ $lookup: { ...base, localField: 1 } })).toBe(9);
    expect(await code({ $lookup: { ...base, as: "$r" } })).toBe(16_410);
    expect(await code({ $lookup: { from: "x", as: "r", pipeline: [], let: 1 } })).toBe(9);
  });

  test("$unionWith appends another collection, through a pipeline when asked", async () => {
    await numbered(server.collection(), [{}, {}]);
    const from = await other([{ f: 1 }, { f: 2 }]);
    expect(await run({ $unionWith: from }, { $count: "n" })).toEqual([{ n: 4 }]);
    const filtered = { $unionWith: { coll: from, pipeline: [{ $match: { f: 1 } }] } };
    expect(await run(filtered, { $count: "n" })).toEqual([{ n: 3 }]);
    expect(await run({ $unionWith: { coll: "nothing_there" } }, { $count: "n" })).toEqual([{ n: 2 }]);
    expect(await code({ $unionWith: 1 })).toBe(9);
  });

  test("$graphLookup follows references, says how deep, stops and restricts when asked", async () => {
    const c = server.collection();
    await numbered(c, [
      { name: "a", to: "b" },
      { name: "b", to: "c" },
      { name: "c", to: "a" },
    ]);
    const reach = async (more: Document) => {
      const graph = {
        from: c.collectionName,
        startWith: "$to",
        connectFromField: "to",
        connectToField: "name",
        as: "found",
        depthField: "depth",
        ...more,
      };
      const [first] = await run({ $match: { _id: 0 } }, { $graphLookup: graph });
      return ((first?.found ?? []) as Document[]).map(({ name, depth }) => `${name}${depth}`).sort();
    };
    expect(await reach({})).toEqual(["a2", "b0", "c1"]);
    expect(await reach({ maxDepth: 0 })).toEqual(["b0"]);
    expect(await reach({ restrictSearchWithMatch: { name: { $ne: "c" } } })).toEqual(["b0"]);
    expect(await code({ $graphLookup: { from: "x" } })).toBe(40_105);
  });

  test("$documents starts from nothing stored, at the level of a database", async () => {
    const docs = server.db.aggregate([{ $documents: [{ a: 1 }, { a: 2 }] }, { $match: { a: 2 } }]);
    expect(await docs.toArray()).toEqual([{ a: 2 }]);
    expect(await code({ $documents: [{ a: 1 }] })).toBe(73);
  });
});
