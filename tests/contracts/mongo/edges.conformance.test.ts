import { type Document, ObjectId } from "mongodb";
import { expect, test } from "vitest";
import { conformance, failure, numbered } from "./servers.ts";

/** Corners of several commands: rare in a product, and wrong silently where they are wrong. */
conformance("corners", (server) => {
  const aggregate = (...pipeline: Document[]) => server.collection().aggregate(pipeline).toArray();
  const code = async (promise: Promise<unknown>) => (await failure(promise)).code;

  test("computes below a path that is not there, and refuses a projection of nothing", async () => {
    await server.collection().insertOne({ _id: 1 as never, a: { b: 1 }, list: [1, 2, 3], s: "x" });
    expect(await aggregate({ $project: { _id: 0, "n.m": { $add: ["$a.b", 1] } } })).toEqual([
      { n: { m: 2 } },
    ]);
    expect(await aggregate({ $project: { _id: 0, n: { m: { $literal: 1 } } } })).toEqual([{ n: { m: 1 } }]);
    const projected = (projection: Document, filter: Document = {}) =>
      server.collection().find(filter, { projection }).toArray();
    expect(await projected({ s: { $slice: 1 } })).toMatchObject([{ s: "x" }]);
    expect(await code(projected({ list: { $slice: "x" } }))).toBe(28_667);
    expect(await code(projected({ list: { $slice: [1, 0] } }))).toBe(28_724);
    expect(await code(projected({ a: {} }))).toBe(51_270);
    expect(await code(projected({ "a.": 1 }))).toBe(40_353);
    expect(await code(projected({ "list.$": 1 }, { "a.b": 1 }))).toBe(51_246);
  });

  test("compares in expressions, NaN below every number", async () => {
    const compared = await numbered(server.collection(), [{ n: 1 }, { n: Number.NaN }, { n: 2 }]);
    expect(await compared({ $expr: { $ne: ["$n", 1] } })).toEqual([1, 2]);
    expect(await compared({ $expr: { $lte: ["$n", 1] } })).toEqual([0, 1]);
    const sorted = await server.collection().find().sort({ n: 1 }).toArray();
    expect(sorted.map(({ _id }) => Number(_id))).toEqual([1, 0, 2]);
  });

  test("keeps the first of a long sort, whatever came before", async () => {
    await server
      .collection()
      .insertMany(Array.from({ length: 3000 }, (_, i) => ({ _id: i as never, n: (i * 7919) % 3000 })));
    const first = await server.collection().find().sort({ n: -1 }).skip(2).limit(3).toArray();
    expect(first.map(({ n }) => n)).toEqual([2997, 2996, 2995]);
  });

  test("unwinds and joins through paths, missing ones too", async () => {
    const c = server.collection();
    await c.insertMany([
      { _id: 1 as never, a: { list: [1, 2] } },
      { _id: 2 as never, a: 3 },
      { _id: 3 as never, k: 1 },
    ]);
    expect(await aggregate({ $unwind: "$a.list" }, { $project: { "a.list": 1 } })).toEqual([
      { _id: 1, a: { list: 1 } },
      { _id: 1, a: { list: 2 } },
    ]);
    const joined = await aggregate(
      { $lookup: { from: c.collectionName, localField: "k", foreignField: "k", as: "same" } },
      { $project: { n: { $size: "$same" } } },
      { $sort: { _id: 1 } },
    );
    expect(joined).toEqual([
      { _id: 1, n: 2 },
      { _id: 2, n: 2 },
      { _id: 3, n: 1 },
    ]);
    expect(await aggregate({ $group: { _id: null, all: { $push: "$$ROOT._id" } } })).toEqual([
      { _id: null, all: [1, 2, 3] },
    ]);
  });

  test("uses partial indexes only for what they hold, in descending order too", async () => {
    const c = server.collection();
    await c.createIndex({ a: -1 }, { partialFilterExpression: { b: { $exists: true } }, name: "partial" });
    await c.createIndex({ s: -1 }, { collation: { locale: "simple" } });
    await c.insertMany([
      { a: 1, b: 1, s: "abc" },
      { a: 1, s: "abd" },
      { a: 2, b: 2, s: "b" },
    ]);
    const names = async (filter: Document) => {
      const plan = await c.find(filter).explain("queryPlanner");
      return JSON.stringify(plan.queryPlanner.winningPlan).match(/"indexName":"([\w-]+)"/)?.[1];
    };
    expect(await names({ a: 1, b: 1 })).toBe("partial");
    expect(await names({ a: 1 })).toBeUndefined();
    expect(await c.countDocuments({ a: 1 })).toBe(2);
    expect(await names({ s: /^ab/ })).toBe("s_-1");
    expect(await c.countDocuments({ s: /^ab/ })).toBe(2);
  });

  test("refuses an index that would cost uniqueness, and keeps the rest as it was", async () => {
    const c = server.collection();
    const when = new Date("2026-01-01");
    await c.insertMany([{ at: when }, { at: when }]);
    const error = await failure(c.createIndex({ at: 1 }, { unique: true }));
    expect([error.code, error.keyValue]).toEqual([11_000, { at: when }]);
    expect((await c.indexes()).map(({ name }) => name)).toEqual(["_id_"]);
    await c.createIndex({ a: 1 }, { name: "a" });
    expect(await code(c.createIndex({ a: 1 }, { name: "a", sparse: true }))).toBe(86);
    expect(await code(c.createIndex({ a: 1 }, { name: "b", expireAfterSeconds: 5 }))).toBe(85);
  });

  test("refuses dollars where a value would be stored, and leaves what cannot be reached", async () => {
    const c = server.collection();
    await c.insertOne({ _id: 1 as never, list: [1], n: 1 });
    const update = (u: Document) =>
      server.db
        .command({
          update: c.collectionName,
          updates: [{ q: { _id: 1 }, u }],
        })
        .then((reply) => reply.writeErrors?.[0]?.code ?? reply.nModified);
    expect(await update({ $set: { $x: 1 } })).toBe(52);
    expect(await update({ $nope: { a: 1 } })).toBe(9);
    expect(await update({ $unset: { "list.x.y": 1 } })).toBe(0);
    expect(await update({ $unset: { "n.m": 1 } })).toBe(0);
    expect(await update({ $pop: { nothing: 1 } })).toBe(0);
    expect(await update({ $set: { "n.m": 1 } })).toBe(28);
    const id = new ObjectId();
    await c.updateOne({ _id: id as never, s: /x/, t: { $eq: 2 } }, { $set: { u: 3 } }, { upsert: true });
    expect(await c.findOne({ _id: id as never })).toEqual({ _id: id, t: 2, u: 3 });
  });

  test("explains an aggregation asked for with the option", async () => {
    await server.collection().insertOne({ a: 1 });
    const reply = await server.db.command({
      aggregate: server.collection().collectionName,
      pipeline: [{ $match: { a: 1 } }],
      explain: true,
    });
    expect(reply.ok).toBe(1);
  });

  test("finds the element an $and matched, not one of a branch of $or or of a negation", async () => {
    const c = server.collection();
    await c.insertOne({ _id: 1 as never, list: [{ k: 1 }, { k: 2 }], x: 1 });
    const set = (filter: Document) => c.updateOne(filter, { $set: { "list.$.v": 9 } });
    expect(await code(set({ $or: [{ y: 1 }, { list: { $elemMatch: { k: 2 } } }] }))).toBe(2);
    expect(await code(set({ "list.k": { $ne: 3 } }))).toBe(2);
    await set({ $and: [{ x: 1 }, { list: { $elemMatch: { k: 2 } } }] });
    await c.updateOne({ $expr: { $eq: ["$x", 1] }, "list.k": 1 }, { $set: { "list.$.v": 8 } });
    expect((await c.findOne({}))?.list).toEqual([
      { k: 1, v: 8 },
      { k: 2, v: 9 },
    ]);
  });

  test("groups by fields that are named without a dollar", async () => {
    await numbered(server.collection(), [
      { k: "a", v: 1 },
      { k: "b", v: 3 },
      { k: "c", v: 2 },
    ]);
    const best = { $top: { sortBy: { v: -1 }, output: "$k" } };
    if (server.embedded) expect(await code(aggregate({ $group: { _id: null, best } }))).toBe(238);
    else expect(await aggregate({ $group: { _id: null, best } })).toEqual([{ _id: null, best: "b" }]);
    const byField = await aggregate({ $group: { _id: { $getField: "v" } } }, { $sort: { _id: 1 } });
    expect(byField).toEqual([{ _id: 1 }, { _id: 2 }, { _id: 3 }]);
  });

  test("refuses results over 16 MB, and computes through them", async () => {
    const c = server.collection();
    await c.insertMany(Array.from({ length: 20 }, (_, n) => ({ n, text: "x".repeat(1_000_000) })));
    const all = { $group: { _id: null, all: { $push: "$text" } } };
    expect([10_334, 17_419]).toContain(await code(aggregate(all)));
    const counted = [all, { $project: { n: { $size: "$all" } } }];
    if (server.embedded) expect(await aggregate(...counted)).toEqual([{ _id: null, n: 20 }]);
    const longer = [{ $set: { all: { $map: { input: { $range: [0, 20] }, in: "$text" } } } }];
    const [refused] = await Promise.all([
      code(c.updateOne({ n: 1 }, longer)),
      c.updateOne({ n: 2 }, { $set: { beside: 1 } }),
    ]);
    expect([10_334, 17_419]).toContain(refused);
    expect(await c.countDocuments({ beside: 1 })).toBe(1);
  });
});
