import { Code, Decimal128, type Document, Long } from "mongodb";
import { expect, test } from "vitest";
import { conformance, failure, numbered } from "./servers.ts";

conformance("what is malformed", (server) => {
  const name = () => server.collection().collectionName;
  const refused = async (command: Document) => {
    const reply = await server.db.command(command).catch((error) => error);
    return reply.code ?? reply.writeErrors?.[0]?.code ?? null;
  };
  const find = (filter: Document, more: Document = {}) => refused({ find: name(), filter, ...more });
  const aggregate = (...pipeline: Document[]) => refused({ aggregate: name(), pipeline, cursor: {} });
  const update = (q: Document, u: unknown, more: Document = {}) =>
    refused({ update: name(), updates: [{ q, u, ...more }] });
  const index = (key: Document, more: Document = {}) =>
    refused({ createIndexes: name(), indexes: [{ key, name: "i", ...more }] });

  test("refuses operators of a filter that are given something else than they take", async () => {
    for (const filter of [
      { a: { $elemMatch: 1 } },
      { a: { $mod: 3 } },
      { a: { $options: "i" } },
      { a: { $regex: 1 } },
      { $or: [1] },
      { a: { $in: 1 } },
    ])
      expect([filter, await find(filter)]).toEqual([filter, 2]);
    expect(await find({ a: { $bitsAllSet: -1 } })).toBe(server.embedded ? 238 : 9);
    expect(await find({ a: { $regex: "a", $options: "q" } })).toBe(51_108);
    expect(await find({}, { sort: { "": 1 } })).toBe(40_352);
  });

  test("refuses stages that are given something else than they take", async () => {
    await server.collection().insertOne({ a: [1] });
    for (const [stage, code, onOurs = code] of [
      [{ $match: 1 }, 15_959],
      [{ $group: 1 }, 15_947],
      [{ $group: { _id: 1, a: { $sum: 1, $avg: 1 } } }, 40_238, 40_234],
      [{ $limit: "a" }, 5_107_201, 15_958],
      [{ $unwind: {} }, 28_812, 28_811],
      [{ $lookup: { from: "x" } }, 9],
      [{ $lookup: { from: "x", as: "y", localField: "a" } }, 9],
      [{ $project: {} }, 51_272, 15_969],
      [{ $addFields: { b: { $eq: [1] } } }, 16_020],
      [{ $addFields: { b: { $in: [1, 2] } } }, 40_081],
    ] as [Document, number, number?][])
      expect([stage, await aggregate(stage)]).toEqual([stage, server.embedded ? onOurs : code]);
    expect(await aggregate({ $match: {} }, { $documents: [{ a: 1 }] })).toBe(40_602);
    expect(await refused({ aggregate: 1, pipeline: [{ $match: {} }], cursor: {} })).toBe(73);
  });

  test("refuses updates that are given something else than they take", async () => {
    await server.collection().insertOne({ a: [1, 2], s: "x" });
    for (const [u, more, code] of [
      [{ $set: { "": 1 } }, {}, 56],
      [{ $rename: { s: "a.$[]" } }, {}, 2],
      [{ $addToSet: { a: { $each: 1 } } }, {}, 14],
      [{ $push: { a: { $each: [1], $sort: "x" } } }, {}, 2],
      [{ $set: { "a.$[x]": 1 } }, { arrayFilters: [{ X: 1 }] }, 2],
      [{ $set: { "a.$[x]": 1 } }, { arrayFilters: [{ x: 1 }, { x: 2 }] }, 9],
      [{ $set: { "a.$[x]": 1 } }, { arrayFilters: [{ x: 1 }, { y: 2 }] }, 9],
      [{ $set: { "a.2000000": 1 } }, {}, 34],
      [{ b: 1 }, { multi: true }, 9],
    ] as [Document, Document, number][])
      expect([u, await update({}, u, more)]).toEqual([u, code]);
    expect(await update({}, 1)).toBe(9);
    const { upserted } = await server.db.command({
      update: name(),
      updates: [{ q: { b: "new", re: { $not: /x/ } }, u: { $set: { c: 1 } }, upsert: true }],
    });
    expect(upserted).toHaveLength(1);
    expect(await update({ $and: [{ d: 1 }, { d: 2 }] }, { $set: { c: 1 } }, { upsert: true })).toBe(54);
    expect(await refused({ update: name(), updates: [{ u: { $set: { a: 1 } } }] })).toBe(40_414);
  });

  test("writes nothing when what is to be shown of it is malformed", async () => {
    await server.collection().insertOne({ a: 1 });
    const asked = { findAndModify: name(), query: { a: 1 }, update: { $set: { a: 2 } } };
    expect(await refused({ ...asked, fields: { b: 1, c: 0 } })).toBe(31_254);
    expect(await server.collection().countDocuments({ a: 1 })).toBe(1);
  });

  test("refuses indexes and commands that are given something else than they take", async () => {
    expect(await refused({ createIndexes: name(), indexes: [] })).toBe(2);
    expect(await index({ "a.": 1 })).toBe(67);
    expect(await index({ "a.$b": 1 })).toBe(67);
    expect(await index({ a: 1 }, { sparse: true, partialFilterExpression: { b: 1 } })).toBe(67);
    expect(await index({ a: 1 }, { partialFilterExpression: 1 })).toBe(14);
    expect(await refused({ find: 1 })).toBe(73);
    expect(await refused({ find: name(), limit: "a" })).toBe(14);
    expect(await refused({ explain: { ping: 1 } })).toBe(20);
    expect(await refused({ explain: { nope: 1 } })).toBe(59);
  });

  test("refuses to read a cursor through another collection", async () => {
    await numbered(server.collection(), [{}, {}, {}]);
    const { cursor } = await server.db.command({ find: name(), batchSize: 1 });
    const error = await failure(server.db.command({ getMore: cursor.id, collection: "other" }));
    expect(error.code).toBe(13);
    expect(
      (await server.db.command({ getMore: cursor.id, collection: name() })).cursor.nextBatch,
    ).toHaveLength(2);
  });

  test("knows code by its type and its order", async () => {
    const found = await numbered(server.collection(), [
      { a: new Code("x") },
      { a: new Code("x", { y: 1 }) },
      { a: /x/ },
      { a: "x" },
    ]);
    expect(await found({ a: { $type: "javascript" } })).toEqual([0]);
    await server.collection().createIndex({ a: -1 });
    const sorted = await server.collection().find().sort({ a: -1 }).toArray();
    expect(sorted.map(({ _id }) => Number(_id))).toEqual([1, 0, 2, 3]);
  });

  test("finds by any bit, set or clear, in whole numbers of every type", async () => {
    const found = await numbered(server.collection(), [
      { a: 5 },
      { a: Long.fromNumber(8) },
      { a: 0 },
      { a: 1.5 },
    ]);
    const bits = (filter: Document) => found(filter).catch((error) => error.code);
    expect(await bits({ a: { $bitsAnySet: [2, 3] } })).toEqual(server.embedded ? 238 : [0, 1]);
    expect(await bits({ a: { $bitsAnyClear: 5 } })).toEqual(server.embedded ? 238 : [1, 2]);
  });

  test.runIf(server.embedded)("refuses what only a real MongoDB computes with 238", async () => {
    await server.collection().insertOne({ d: Decimal128.fromString("1") });
    expect(await aggregate({ $addFields: { e: { $sqrt: "$d" } } })).toBe(238);
    expect(await aggregate({ $setWindowFields: { output: {} } })).toBe(238);
    expect(await aggregate({ $addFields: { e: { $function: { body: "f", args: [], lang: "js" } } } })).toBe(
      238,
    );
    expect(await find({}, { sort: { s: { $meta: "textScore" } } })).toBe(238);
    expect(await find({}, { projection: { s: { $meta: "textScore" } } })).toBe(238);
    expect(await update({}, { $set: { a: 1 } }, { collation: { locale: "fr" } })).toBe(238);
    expect(await refused({ insert: name(), documents: [{}], writeConcern: { w: 2 } })).toBe(2);
  });
});
