import { Decimal128, Double, Int32, Long, ObjectId, Timestamp } from "mongodb";
import { expect, test } from "vitest";
import { conformance, failure } from "./servers.ts";

conformance("update", (server) => {
  const after = async (doc: object, update: object, options: object = {}, filter: object = {}) => {
    const c = server.collection();
    await c.deleteMany({});
    await c.insertOne({ _id: 1 as never, ...doc });
    await c.updateOne(filter, update, options);
    return c.findOne({}, { projection: { _id: 0 } });
  };
  const refused = async (doc: object, update: object, options: object = {}, filter: object = {}) =>
    (await failure(after(doc, update, options, filter))).code;

  test("counts what matched apart from what changed", async () => {
    const c = server.collection();
    await c.insertMany([{ a: 1 }, { a: 1 }, { a: 2 }]);
    expect(await c.updateMany({ a: 1 }, { $set: { a: 1 } })).toMatchObject({
      matchedCount: 2,
      modifiedCount: 0,
    });
    expect(await c.updateMany({}, { $set: { a: 1 } })).toMatchObject({ matchedCount: 3, modifiedCount: 1 });
    expect(await c.updateOne({ a: 9 }, { $set: { a: 1 } })).toMatchObject({
      matchedCount: 0,
      modifiedCount: 0,
      upsertedId: null,
    });
    expect(await c.updateMany({ a: 1 }, { $unset: { nothing: 1 } })).toMatchObject({
      matchedCount: 3,
      modifiedCount: 0,
    });
  });

  test("$set and $unset make and remove paths, in documents and arrays", async () => {
    expect(await after({ a: 1 }, { $set: { b: 2, "c.d": 3 } })).toEqual({ a: 1, b: 2, c: { d: 3 } });
    expect(await after({ list: [1] }, { $set: { "list.3": 4 } })).toEqual({ list: [1, null, null, 4] });
    expect(await after({ list: [{ a: 1 }] }, { $set: { "list.0.b": 2 } })).toEqual({
      list: [{ a: 1, b: 2 }],
    });
    expect(await after({ a: { b: 1, c: 2 }, d: 1 }, { $unset: { "a.b": "", d: "" } })).toEqual({
      a: { c: 2 },
    });
    expect(await after({ list: [1, 2, 3] }, { $unset: { "list.1": 1 } })).toEqual({ list: [1, null, 3] });
    expect(Object.keys((await after({}, { $set: { z: 1, a: 1, m: 1 } })) ?? {})).toEqual(["a", "m", "z"]);
  });

  test("$inc and $mul keep the wider type, and turn an overflowing Int32 into a Long", async () => {
    const typed = async (value: unknown, update: object) => {
      const c = server.collection();
      await c.deleteMany({});
      await c.insertOne(value === undefined ? {} : { n: value });
      await c.updateOne({}, update);
      const n = (await c.findOne({}, { promoteValues: false, promoteLongs: false }))?.n;
      return [n._bsontype, String(n)];
    };
    expect(await typed(new Int32(1), { $inc: { n: new Int32(2) } })).toEqual(["Int32", "3"]);
    expect(await typed(new Int32(1), { $inc: { n: new Double(2) } })).toEqual(["Double", "3"]);
    expect(await typed(new Double(1), { $inc: { n: new Int32(2) } })).toEqual(["Double", "3"]);
    expect(await typed(new Int32(1), { $inc: { n: Long.fromNumber(2) } })).toEqual(["Long", "3"]);
    expect(await typed(new Int32(2147483647), { $inc: { n: new Int32(1) } })).toEqual(["Long", "2147483648"]);
    expect(await typed(Decimal128.fromString("1.10"), { $inc: { n: new Int32(1) } })).toEqual([
      "Decimal128",
      "2.10",
    ]);
    expect(await typed(undefined, { $inc: { n: Long.fromNumber(7) } })).toEqual(["Long", "7"]);
    expect(await typed(undefined, { $mul: { n: new Double(7) } })).toEqual(["Double", "0"]);
    expect(await typed(new Int32(3), { $mul: { n: new Int32(4) } })).toEqual(["Int32", "12"]);
    expect(await typed(new Double(1), { $set: { other: 1 } })).toEqual(["Double", "1"]);
  });

  test("$min, $max, $rename, $currentDate, $bit", async () => {
    expect(await after({ a: 5, b: 5 }, { $min: { a: 3, c: 1 }, $max: { b: 3 } })).toEqual({
      a: 3,
      b: 5,
      c: 1,
    });
    expect(await after({ a: 1, b: 2 }, { $rename: { a: "x.y", nothing: "z" } })).toEqual({
      b: 2,
      x: { y: 1 },
    });
    expect(await after({ a: 1, b: 2 }, { $rename: { a: "b" } })).toEqual({ b: 1 });
    expect((await after({}, { $currentDate: { at: true } }))?.at).toBeInstanceOf(Date);
    expect((await after({}, { $currentDate: { at: { $type: "timestamp" } } }))?.at._bsontype).toBe(
      "Timestamp",
    );
    expect(await after({ n: 13 }, { $bit: { n: { and: 10 } } })).toEqual({ n: 8 });
    expect(await after({ n: 5 }, { $bit: { n: { xor: 1 } } })).toEqual({ n: 4 });
  });

  test("$push with $each, $position, $sort and $slice", async () => {
    expect(await after({}, { $push: { a: 1 } })).toEqual({ a: [1] });
    expect(await after({ a: [1] }, { $push: { a: [2] } })).toEqual({ a: [1, [2]] });
    expect(await after({ a: [1] }, { $push: { a: { $each: [2, 3], $position: 0 } } })).toEqual({
      a: [2, 3, 1],
    });
    expect(await after({ a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1, $slice: -2 } } })).toEqual({
      a: [2, 3],
    });
    expect(
      await after(
        { a: [{ s: 1 }] },
        { $push: { a: { $each: [{ s: 5 }, { s: 3 }], $sort: { s: -1 }, $slice: 2 } } },
      ),
    ).toEqual({ a: [{ s: 5 }, { s: 3 }] });
  });

  test("$addToSet, $pull, $pullAll, $pop", async () => {
    expect(await after({ a: [1, { x: 1 }] }, { $addToSet: { a: { $each: [1, { x: 1 }, 2, 2] } } })).toEqual({
      a: [1, { x: 1 }, 2],
    });
    expect(await after({ a: [1, 5, 8] }, { $pull: { a: { $gte: 5 } } })).toEqual({ a: [1] });
    expect(await after({ a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } })).toEqual({
      a: [{ x: 2 }],
    });
    expect(
      await after({ a: [{ x: [1, 9] }, { x: [2] }] }, { $pull: { a: { x: { $elemMatch: { $gt: 5 } } } } }),
    ).toEqual({ a: [{ x: [2] }] });
    expect(await after({ a: [1, 2, 1, 3] }, { $pullAll: { a: [1, 3] } })).toEqual({ a: [2] });
    expect(await after({ a: [1, 2, 3] }, { $pop: { a: 1 } })).toEqual({ a: [1, 2] });
    expect(await after({ a: [1, 2, 3] }, { $pop: { a: -1 } })).toEqual({ a: [2, 3] });
    expect(await after({}, { $pull: { a: 1 } })).toEqual({});
  });

  test("$, $[] and $[filter] say which elements", async () => {
    const items = [
      { k: "a", v: 1 },
      { k: "b", v: 5 },
      { k: "c", v: 9 },
    ];
    expect(await after({ items }, { $set: { "items.$.v": 0 } }, {}, { "items.k": "b" })).toEqual({
      items: [items[0], { k: "b", v: 0 }, items[2]],
    });
    expect(
      await after({ items }, { $set: { "items.$.v": 0 } }, {}, { items: { $elemMatch: { v: { $gt: 5 } } } }),
    ).toEqual({ items: [items[0], items[1], { k: "c", v: 0 }] });
    expect(await after({ n: [1, 5, 9] }, { $inc: { "n.$[]": 1 } })).toEqual({ n: [2, 6, 10] });
    expect(
      await after({ n: [1, 5, 9] }, { $set: { "n.$[big]": 0 } }, { arrayFilters: [{ big: { $gte: 5 } }] }),
    ).toEqual({ n: [1, 0, 0] });
    expect(
      await after({ items }, { $set: { "items.$[i].v": 0 } }, { arrayFilters: [{ "i.k": "a" }] }),
    ).toEqual({ items: [{ k: "a", v: 0 }, items[1], items[2]] });
    expect(
      await after(
        { a: [{ b: [1, 2] }, { b: [3] }] },
        { $inc: { "a.$[].b.$[x]": 10 } },
        { arrayFilters: [{ x: { $gt: 1 } }] },
      ),
    ).toEqual({ a: [{ b: [1, 12] }, { b: [13] }] });
  });

  test("the positional $ follows the filter into $and, and into an $or of one branch", async () => {
    const items = [{ k: "a" }, { k: "b" }];
    const set = { $set: { "items.$.hit": 1 } };
    const hit = { items: [{ k: "a" }, { k: "b", hit: 1 }] };
    expect(await after({ items }, set, {}, { $and: [{ "items.k": "b" }] })).toEqual(hit);
    expect(await after({ items }, set, {}, { $or: [{ "items.k": "b" }] })).toEqual(hit);
    expect(await refused({ items }, set, {}, { $or: [{ none: 1 }, { "items.k": "b" }] })).toBe(2);
  });

  test("refuses modifiers that make no sense", async () => {
    expect(await refused({}, { $currentDate: { a: "now" } })).toBe(2);
    expect(await refused({}, { $bit: { a: { nand: 1 } } })).toBe(2);
    expect(await refused({ a: "x" }, { $bit: { a: { and: 1 } } })).toBe(2);
    expect(await refused({ a: [] }, { $push: { a: { $each: [], $slice: 1.5 } } })).toBe(2);
    expect(await refused({ a: Long.MAX_VALUE }, { $inc: { a: 1 } })).toBe(2);
    expect(await refused({ a: 1 }, { $rename: { a: 5 } })).toBe(2);
    expect(await refused({ a: [] }, { $pullAll: { a: 1 } })).toBe(2);
  });

  test("a replacement keeps the _id and drops the rest", async () => {
    const c = server.collection();
    await c.insertOne({ _id: 1 as never, a: 1 });
    expect(await c.replaceOne({ a: 1 }, { b: 2 })).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await c.findOne()).toEqual({ _id: 1, b: 2 });
    expect((await failure(c.replaceOne({}, { _id: 2 as never, b: 3 }))).code).toBe(66);
    await c.replaceOne({}, { at: new Timestamp({ t: 0, i: 0 }) });
    expect((await c.findOne())?.at.getHighBitsUnsigned()).toBeGreaterThan(1_600_000_000);
  });

  test("a pipeline computes from the document", async () => {
    expect(
      await after({ a: 2, b: 3 }, [{ $set: { total: { $add: ["$a", "$b"] } } }, { $unset: "a" }]),
    ).toEqual({ b: 3, total: 5 });
    expect(await after({ a: 2 }, [{ $replaceWith: { was: "$a" } }])).toEqual({ was: 2 });
    expect(await refused({ a: 2 }, [{ $match: { a: 1 } }])).toBe(72);
  });

  test("an upsert starts from the filter's equalities", async () => {
    const c = server.collection();
    const made = await c.updateOne(
      { a: 1, "b.c": 2, d: { $gt: 1 }, $and: [{ e: { $eq: 3 } }] },
      { $set: { f: 4 }, $setOnInsert: { g: 5 } },
      { upsert: true },
    );
    expect(made).toMatchObject({ matchedCount: 0, modifiedCount: 0, upsertedCount: 1 });
    expect(made.upsertedId).toBeInstanceOf(ObjectId);
    expect(await c.findOne({}, { projection: { _id: 0 } })).toEqual({ a: 1, b: { c: 2 }, e: 3, f: 4, g: 5 });
    await c.updateOne({ a: 1 }, { $setOnInsert: { g: 6 }, $set: { f: 5 } }, { upsert: true });
    expect(await c.findOne({}, { projection: { _id: 0 } })).toMatchObject({ f: 5, g: 5 });
    const withId = await c.updateOne({ _id: "mine" as never }, { $inc: { n: 1 } }, { upsert: true });
    expect(withId.upsertedId).toBe("mine");
    await c.deleteMany({});
    const pattern = { re: { $eq: /abc/ }, other: /abc/ };
    await c.updateOne(pattern, { $set: { _id: 9 } as never }, { upsert: true });
    expect(await c.findOne({})).toEqual({ _id: 9, re: /abc/ });
    const nested = failure(c.replaceOne({ "_id.x": 1 }, { a: 1 }, { upsert: true }));
    expect((await nested).code).toBeGreaterThan(0);
    await c.replaceOne({ _id: "other" as never, ignored: 1 }, { x: 1 }, { upsert: true });
    expect(await c.findOne({ _id: "other" as never })).toEqual({ _id: "other", x: 1 });
  });

  test("compare-and-set: of concurrent updates on one revision, one wins", async () => {
    const c = server.collection();
    await c.insertOne({ _id: 1 as never, revision: 0 });
    const tries = await Promise.all(
      Array.from({ length: 20 }, () =>
        c.updateOne({ _id: 1 as never, revision: 0 }, { $inc: { revision: 1 } }),
      ),
    );
    expect(tries.reduce((sum, { modifiedCount }) => sum + modifiedCount, 0)).toBe(1);
  });

  test("refuses with MongoDB's codes, and changes nothing", async () => {
    expect(await refused({ a: "x" }, { $inc: { a: 1 } })).toBe(14);
    expect(await refused({ a: 1 }, { $inc: { a: "x" } })).toBe(14);
    expect(await refused({ a: 1 }, { $push: { a: 1 } })).toBe(2);
    expect(await refused({ a: 1 }, { $addToSet: { a: 1 } })).toBe(2);
    expect(await refused({ a: 1 }, { $pop: { a: 1 } })).toBe(14);
    expect(await refused({ a: 1 }, { $pull: { a: 1 } })).toBe(2);
    expect(await refused({ a: [] }, { $pop: { a: 5 } })).toBe(9);
    expect(await refused({ a: 1 }, { $set: { "a.b": 1 } })).toBe(28);
    expect(await refused({ a: [1] }, { $set: { "a.b": 1 } })).toBe(28);
    expect(await refused({}, { $set: { _id: 2 } })).toBe(66);
    expect(await refused({}, { $unset: { _id: 1 } })).toBe(66);
    expect(await refused({}, { $set: { a: 1, "a.b": 2 } })).toBe(40);
    expect(await refused({}, { $set: { a: 1 }, $inc: { a: 2 } })).toBe(40);
    expect(await refused({}, { $nope: { a: 1 } })).toBe(9);
    expect(await refused({}, { $set: { "": 1 } })).toBe(56);
    expect(await refused({}, { $set: { "a..b": 1 } })).toBe(56);
    expect(await refused({}, { $push: { a: { $each: 1 } } })).toBe(2);
    expect(await refused({}, { $push: { a: { $each: [1], $nope: 1 } } })).toBe(2);
    expect(await refused({ a: [1] }, { $set: { "a.$": 1 } })).toBe(2);
    expect(await refused({ a: [1] }, { $set: { "a.$[x]": 1 } })).toBe(2);
    expect(await refused({ a: [1] }, { $set: { b: 1 } }, { arrayFilters: [{ x: 1 }] })).toBe(9);
    expect(await refused({}, { $set: { "a.$[]": 1 } })).toBe(2);
  });

  test("refuses to make two documents alike under a unique index", async () => {
    const c = server.collection();
    await c.createIndex({ u: 1 }, { unique: true });
    await c.insertMany([{ u: 1 }, { u: 2 }]);
    const error = await failure(c.updateOne({ u: 1 }, { $set: { u: 2 } }));
    expect([error.code, error.keyPattern ?? error.errorResponse?.keyPattern]).toMatchObject([
      11000,
      { u: 1 },
    ]);
    expect(await c.countDocuments({ u: 1 })).toBe(1);
    expect((await c.updateOne({ u: 1 }, { $set: { u: 3 } })).modifiedCount).toBe(1);
    await c.insertOne({ u: 1 });
  });

  test("refuses a document over 16 MB", async () => {
    const c = server.collection();
    await c.insertOne({ _id: 1 as never, a: "x".repeat(9_000_000) });
    const { code } = await failure(c.updateOne({}, { $set: { b: "x".repeat(9_000_000) } }));
    expect([10334, 17419]).toContain(code);
  });

  test("an ordered bulk stops at its first error, an unordered one goes on", async () => {
    const c = server.collection();
    await c.insertOne({ _id: 1 as never, a: "text" });
    const updates = [
      { q: { _id: 1 }, u: { $set: { b: 1 } } },
      { q: { _id: 1 }, u: { $inc: { a: 1 } } },
      { q: { _id: 2 }, u: { $set: { b: 1 } }, upsert: true },
    ];
    const ordered = await server.db.command({ update: c.collectionName, updates });
    expect([ordered.n, ordered.nModified, ordered.writeErrors.length, ordered.writeErrors[0].index]).toEqual([
      1, 1, 1, 1,
    ]);
    const unordered = await server.db.command({ update: c.collectionName, updates, ordered: false });
    expect([unordered.n, unordered.nModified]).toEqual([2, 0]);
    expect(unordered.upserted).toEqual([{ index: 2, _id: 2 }]);
  });
});
