import { expect, test } from "vitest";
import { conformance, failure, numbered } from "./servers.ts";

conformance("createIndexes, listIndexes, dropIndexes", (server) => {
  test("makes an index once, and says what there was", async () => {
    const c = server.collection();
    const make = () =>
      server.db.command({ createIndexes: c.collectionName, indexes: [{ key: { a: 1 }, name: "a_1" }] });
    expect(await make()).toMatchObject({
      numIndexesBefore: 1,
      numIndexesAfter: 2,
      createdCollectionAutomatically: true,
    });
    expect(await make()).toMatchObject({
      numIndexesBefore: 2,
      numIndexesAfter: 2,
      note: "all indexes already exist",
    });
  });

  test("lists what was made, with its options", async () => {
    const c = server.collection();
    await c.createIndex({ a: 1, "b.c": -1 }, { unique: true });
    await c.createIndex({ at: 1 }, { expireAfterSeconds: 60, name: "ttl" });
    await c.createIndex({ p: 1 }, { partialFilterExpression: { p: { $gt: 0 } } });
    await c.createIndex({ s: 1 }, { sparse: true });
    expect(await c.listIndexes().toArray()).toEqual([
      { v: 2, key: { _id: 1 }, name: "_id_" },
      { v: 2, key: { a: 1, "b.c": -1 }, name: "a_1_b.c_-1", unique: true },
      { v: 2, key: { at: 1 }, name: "ttl", expireAfterSeconds: 60 },
      { v: 2, key: { p: 1 }, name: "p_1", partialFilterExpression: { p: { $gt: 0 } } },
      { v: 2, key: { s: 1 }, name: "s_1", sparse: true },
    ]);
    expect((await failure(server.db.collection("nothing_there").listIndexes().toArray())).code).toBe(26);
  });

  test("refuses a unique index over duplicates, and leaves none", async () => {
    const c = server.collection();
    await c.insertMany([{ a: 1 }, { a: 1 }]);
    expect((await failure(c.createIndex({ a: 1 }, { unique: true }))).code).toBe(11000);
    expect(await c.listIndexes().toArray()).toHaveLength(1);
  });

  test("refuses the same name or the same key with other options", async () => {
    const c = server.collection();
    await c.createIndex({ a: 1 });
    expect((await failure(c.createIndex({ b: 1 }, { name: "a_1" }))).code).toBe(86);
    expect((await failure(c.createIndex({ a: 1 }, { name: "other" }))).code).toBe(85);
    expect((await failure(c.createIndex({ a: 1 }, { unique: true }))).code).toBe(86);
  });

  test("refuses keys and options that mean nothing", async () => {
    const c = server.collection();
    const code = async (index: object) =>
      (await failure(server.db.command({ createIndexes: c.collectionName, indexes: [index] }))).code;
    expect(await code({ key: {}, name: "x" })).toBe(67);
    expect(await code({ key: { a: 0 }, name: "x" })).toBe(67);
    expect(await code({ key: { a: "nope" }, name: "x" })).toBe(67);
    expect(await code({ key: { a: 1 }, name: "x", nope: 1 })).toBe(197);
    expect(await code({ key: { a: 1 }, name: "x", partialFilterExpression: { a: { $ne: 1 } } })).toBe(67);
    expect(await code({ key: { a: 1, b: 1 }, name: "x", expireAfterSeconds: 1 })).toBe(67);
  });

  test("a partial unique index looks only at what its filter matches", async () => {
    const c = server.collection();
    await c.createIndex({ email: 1 }, { unique: true, partialFilterExpression: { active: true } });
    await c.insertMany([{ email: "a", active: true }, { email: "a", active: false }, { email: "a" }]);
    expect((await failure(c.insertOne({ email: "a", active: true }))).code).toBe(11000);
    expect((await failure(c.updateOne({ active: false }, { $set: { active: true } }))).code).toBe(11000);
    expect(await c.countDocuments({ email: "a" })).toBe(3);
  });

  test("an index changes no answer: equality, ranges, $in, null, arrays, regular expressions", async () => {
    const c = server.collection();
    const ids = await numbered(c, [
      { a: 1, b: 2 },
      { a: [1, 5], b: 1 },
      { a: null },
      {},
      { a: "abc" },
      { a: [] },
      { a: { x: 1 } },
      { a: [[1]] },
      { a: 5, b: [7, 8] },
      { a: [{ x: 1 }, { x: 9 }] },
    ]);
    const filters = [
      { a: 1 },
      { a: null },
      { a: { $gte: 1, $lt: 3 } },
      { a: { $gt: 2, $lt: 4 } },
      { a: { $in: [5, null, /^ab/] } },
      { a: [] },
      { a: [1] },
      { a: /^ab/ },
      { a: { $ne: 1 } },
      { a: { x: 1 } },
      { a: { $exists: false } },
      { "a.x": 9 },
      { "a.x": { $gt: 1, $lt: 9 } },
      { a: { $elemMatch: { x: { $gte: 9 } } } },
      { a: 5, b: 8 },
      { a: 1, b: { $lte: 1 } },
      { $or: [{ a: 5 }, { b: 2 }] },
      { a: { $all: [1, 5] } },
      { a: { $not: { $gt: 1 } } },
      { a: { $elemMatch: { $gt: 2, $lt: 9 } } },
    ];
    const plain = await Promise.all(filters.map((filter) => ids(filter)));
    for (const key of [{ a: 1 }, { a: -1, b: 1 }, { b: 1 }, { "a.x": 1 }]) await c.createIndex(key as never);
    expect(await Promise.all(filters.map((filter) => ids(filter)))).toEqual(plain);
  });

  test("finds many keys at once, in either order", async () => {
    const c = server.collection();
    await c.createIndex({ k: 1 }, { unique: true });
    await c.insertMany(Array.from({ length: 4000 }, (_, i) => ({ _id: i as never, k: `k${i}` })));
    const wanted = Array.from({ length: 3000 }, (_, i) => i);
    expect(await c.countDocuments({ _id: { $in: wanted as never[] } })).toBe(3000);
    const found = await c
      .find({ k: { $in: ["k7", "k5", "k9", "none"] } })
      .sort({ k: -1 })
      .toArray();
    expect(found.map(({ k }) => k)).toEqual(["k9", "k7", "k5"]);
    const explained = await c.find({ _id: { $in: wanted as never[] } }).explain("executionStats");
    expect(explained.executionStats.totalDocsExamined).toBe(3000);
  });

  test("drops by name, by key, by list and all but _id", async () => {
    const c = server.collection();
    for (const field of ["a", "b", "c", "d", "e"]) await c.createIndex({ [field]: 1 });
    const drop = (index: unknown) => server.db.command({ dropIndexes: c.collectionName, index });
    expect(await drop("a_1")).toMatchObject({ nIndexesWas: 6, ok: 1 });
    expect(await drop({ b: 1 })).toMatchObject({ nIndexesWas: 5 });
    expect(await drop(["c_1"])).toMatchObject({ nIndexesWas: 4 });
    expect(await drop("*")).toMatchObject({ nIndexesWas: 3 });
    expect((await c.listIndexes().toArray()).map(({ name }) => name)).toEqual(["_id_"]);
    expect((await failure(drop("nope"))).code).toBe(27);
    expect((await failure(drop({ nope: 1 }))).code).toBe(27);
    expect((await failure(drop("_id_"))).code).toBe(72);
    expect((await failure(server.db.command({ dropIndexes: "nothing_there", index: "*" }))).code).toBe(26);
  });

  test.runIf(server.embedded)("refuses text, geo, hashed and wildcard indexes, and collations", async () => {
    const c = server.collection();
    for (const key of [{ a: "text" }, { a: "2dsphere" }, { a: "hashed" }, { "$**": 1 }])
      expect((await failure(c.createIndex(key as never))).code).toBe(238);
    expect((await failure(c.createIndex({ a: 1 }, { collation: { locale: "fr" } }))).code).toBe(238);
  });

  test("keeps the _id index as it is, and lets no other take its name", async () => {
    const c = server.collection();
    await c.insertOne({ a: 1 });
    const make = (key: object, more: object = {}) =>
      server.db.command({ createIndexes: c.collectionName, indexes: [{ key, name: "_id_", ...more }] });
    expect(await make({ _id: 1 })).toMatchObject({ numIndexesBefore: 1, numIndexesAfter: 1 });
    expect(await make({ _id: 1 }, { name: "other" })).toMatchObject({ numIndexesAfter: 1 });
    expect((await failure(make({ _id: 1 }, { unique: true }))).code).toBe(197);
    expect((await failure(make({ _id: 1 }, { sparse: true }))).code).toBe(197);
    expect([2, 67]).toContain((await failure(make({ a: 1 }))).code);
    expect(await make({ _id: -1 }, { name: "down" })).toMatchObject({ numIndexesAfter: 2 });
  });

  test("takes false as no option, ignores background, and refuses options of another type", async () => {
    const c = server.collection();
    const make = (index: object) =>
      server.db.command({
        createIndexes: c.collectionName,
        indexes: [{ key: { a: 1 }, name: "a_1", ...index }],
      });
    expect(await make({ unique: false, sparse: false, background: true })).toMatchObject({
      numIndexesAfter: 2,
    });
    expect(await make({})).toMatchObject({ note: "all indexes already exist" });
    const code = async (index: object) => (await failure(make({ name: "x", ...index }))).code;
    expect(await code({ unique: "x" })).toBe(14);
    expect(await code({ expireAfterSeconds: "x" })).toBe(14);
    expect(await code({ expireAfterSeconds: -1 })).toBe(67);
    expect(await code({ v: "x" })).toBe(14);
    expect(await code({ v: 3 })).toBe(67);
    expect(await code({ key: { "": 1 } })).toBe(67);
    expect(await code({ name: "" })).toBe(67);
    expect(await code({ key: "a" })).toBe(14);
    expect(await code({ key: { b: 1 }, partialFilterExpression: { a: /x/ } })).toBe(67);
    expect(await code({ key: { b: 1 }, partialFilterExpression: { a: { $exists: false } } })).toBe(67);
    const fields = Object.fromEntries(Array.from({ length: 33 }, (_, i) => [`f${i}`, 1]));
    expect([67, 13_103]).toContain(await code({ key: fields }));
  });

  test("takes no more than 64 indexes", async () => {
    const c = server.collection();
    const indexes = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => ({ key: { [`f${from + i}`]: 1 }, name: `f${from + i}` }));
    await server.db.command({ createIndexes: c.collectionName, indexes: indexes(0, 63) });
    const more = server.db.command({ createIndexes: c.collectionName, indexes: indexes(63, 64) });
    expect((await failure(more)).code).toBe(67);
  });

  test("refuses what is malformed, and drops nothing of a list with an unknown name", async () => {
    const c = server.collection();
    await c.createIndex({ a: 1 });
    const refused = async (command: object) => (await failure(server.db.command(command))).code;
    expect(await refused({ createIndexes: c.collectionName })).toBe(40_414);
    expect(await refused({ createIndexes: c.collectionName, indexes: "x" })).toBe(14);
    expect(await refused({ createIndexes: c.collectionName, indexes: [{ key: { a: 1 } }] })).toBe(9);
    expect(await refused({ dropIndexes: c.collectionName })).toBe(40_414);
    expect(await refused({ dropIndexes: c.collectionName, index: 1 })).toBe(14);
    expect(await refused({ dropIndexes: c.collectionName, index: ["a_1", "nope"] })).toBe(27);
    expect(await c.listIndexes().toArray()).toHaveLength(2);
  });

  test("lists indexes by batches", async () => {
    const c = server.collection();
    await c.createIndex({ a: 1 });
    await c.createIndex({ b: 1 });
    const names = await c.listIndexes({ batchSize: 1 }).toArray();
    expect(names.map(({ name }) => name)).toEqual(["_id_", "a_1", "b_1"]);
  });
});
