import { Long, ObjectId, Timestamp } from "mongodb";
import { expect, test } from "vitest";
import { conformance, failure } from "./servers.ts";

conformance("insert", (server) => {
  test("stores documents in order, gives those without one an _id, and puts it first", async () => {
    const c = server.collection();
    const reply = await server.db.command({
      insert: c.collectionName,
      documents: [{ a: 1 }, { b: 2, _id: 5 }],
    });
    expect(reply).toMatchObject({ n: 2, ok: 1 });
    const docs = await c.find().toArray();
    expect(docs.map((doc) => Object.keys(doc))).toEqual([
      ["_id", "a"],
      ["_id", "b"],
    ]);
    expect(docs[0]?._id).toBeInstanceOf(ObjectId);
  });

  test("refuses a duplicate with 11000, the index, keyPattern and keyValue", async () => {
    const c = server.collection();
    await c.createIndex({ email: 1, kind: 1 }, { unique: true });
    await c.insertOne({ email: "a@b", kind: 1 });
    const error = await failure(c.insertOne({ email: "a@b", kind: 1 }));
    const detail = error.writeErrors?.[0]?.err ?? error.errorResponse;
    expect(error.code).toBe(11000);
    expect(error.message).toContain("E11000 duplicate key error collection");
    expect(error.message).toContain('index: email_1_kind_1 dup key: { email: "a@b", kind: 1 }');
    expect(detail).toMatchObject({ keyPattern: { email: 1, kind: 1 }, keyValue: { email: "a@b", kind: 1 } });
    expect((await failure(c.insertMany([{ _id: 1 as never }, { _id: 1 as never }]))).code).toBe(11000);
  });

  test("1, 1.0 and NumberLong(1) are the same key", async () => {
    const c = server.collection();
    await c.insertOne({ _id: 1 as never });
    expect((await failure(c.insertOne({ _id: Long.fromNumber(1) as never }))).code).toBe(11000);
  });

  test("an ordered insert stops at its first error, an unordered one goes on", async () => {
    const c = server.collection();
    const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 1 }];
    const ordered = await server.db.command({ insert: c.collectionName, documents });
    expect([ordered.n, ordered.writeErrors.map((e: { index: number }) => e.index)]).toEqual([1, [1]]);
    await c.deleteMany({});
    const unordered = await server.db.command({ insert: c.collectionName, documents, ordered: false });
    expect([unordered.n, unordered.writeErrors.map((e: { index: number }) => e.index)]).toEqual([2, [1, 3]]);
  });

  test("a unique index takes several documents without the field only when sparse", async () => {
    const c = server.collection();
    await c.createIndex({ a: 1 }, { unique: true });
    await c.insertOne({});
    expect((await failure(c.insertOne({}))).code).toBe(11000);
    await c.dropIndex("a_1");
    await c.createIndex({ a: 1 }, { unique: true, sparse: true });
    await c.insertMany([{}, {}]);
    expect((await failure(c.insertMany([{ a: null }, { a: null }]))).code).toBe(11000);
  });

  test("a unique index on an array refuses the same element in two documents, not twice in one", async () => {
    const c = server.collection();
    await c.createIndex({ tags: 1 }, { unique: true });
    await c.insertOne({ tags: ["x", "x"] });
    expect((await failure(c.insertOne({ tags: ["y", "x"] }))).code).toBe(11000);
  });

  test("refuses two arrays in one compound key", async () => {
    const c = server.collection();
    await c.createIndex({ a: 1, b: 1 });
    expect((await failure(c.insertOne({ a: [1], b: [2] }))).code).toBe(171);
    await c.insertOne({ a: [1], b: 2 });
    await c.insertOne({ a: 1, b: [2] });
  });

  test("refuses what cannot be an _id, an empty batch, and unknown fields", async () => {
    const c = server.collection();
    expect((await failure(c.insertOne({ _id: [1] as never }))).code).toBe(53);
    expect((await failure(c.insertOne({ _id: /a/ as never }))).code).toBe(53);
    expect((await failure(server.db.command({ insert: c.collectionName, documents: [] }))).code).toBe(16);
    expect(
      (await failure(server.db.command({ insert: c.collectionName, documents: [{}], nope: 1 }))).code,
    ).toBe(40415);
    expect((await failure(server.db.command({ insert: "", documents: [{}] }))).code).toBe(73);
  });

  test("takes long values in an index, tells them apart and keeps them unique", async () => {
    const c = server.collection();
    await c.createIndex({ a: 1 }, { unique: true });
    const long = "x".repeat(5000);
    await c.insertMany([{ a: `${long}1` }, { a: `${long}2` }, { a: "short" }]);
    expect(await c.countDocuments({ a: `${long}2` })).toBe(1);
    expect(await c.countDocuments({ a: { $gte: `${long}2` } })).toBe(1);
    expect((await failure(c.insertOne({ a: `${long}1` }))).code).toBe(11000);
    expect((await c.find().sort({ a: -1 }).toArray()).map(({ a }) => a.slice(-1))).toEqual(["2", "1", "t"]);
  });

  test("refuses nesting no driver needs", async () => {
    let deep: object = {};
    for (let i = 0; i < 250; i++) deep = { a: deep };
    await failure(server.collection().insertOne({ deep }));
    expect(await server.collection().countDocuments()).toBe(0);
  });

  test("inserts thousands in one call and finds them all", async () => {
    const c = server.collection();
    const { insertedCount } = await c.insertMany(Array.from({ length: 5000 }, (_, i) => ({ i })));
    expect([insertedCount, await c.countDocuments(), await c.estimatedDocumentCount()]).toEqual([
      5000, 5000, 5000,
    ]);
  });

  test("an unacknowledged write is done without a reply", async () => {
    const c = server.collection();
    await c.insertOne({ a: 1 }, { writeConcern: { w: 0 } });
    await expect.poll(() => c.countDocuments()).toBe(1);
  });

  test("takes the options of a write, and refuses those of another type", async () => {
    const c = server.collection();
    const insert = (more: object) =>
      server.db.command({ insert: c.collectionName, documents: [{}], ...more });
    for (const more of [
      { bypassDocumentValidation: true },
      { comment: { why: "a test" } },
      { maxTimeMS: 10_000 },
      { writeConcern: { w: "majority", j: true } },
    ])
      expect([more, (await insert(more)).n]).toEqual([more, 1]);
    const code = async (more: object) => (await failure(insert(more))).code;
    expect(await code({ ordered: "x" })).toBe(14);
    expect(await code({ documents: {} })).toBe(14);
    expect(await code({ documents: [1] })).toBe(14);
    expect(await code({ writeConcern: { w: 51 } })).toBe(9);
  });

  test("refuses a dollar in an _id and a system collection, and dates a timestamp of zero", async () => {
    const c = server.collection();
    expect((await failure(c.insertOne({ _id: { $a: 1 } as never }))).code).toBe(52);
    await c.insertOne({ _id: { a: 1 } as never, t: new Timestamp({ t: 0, i: 0 }) });
    expect((await c.findOne())?.t.getHighBitsUnsigned()).toBeGreaterThan(1_600_000_000);
    await c.insertOne({ _id: null as never });
    const reply = await server.db.command({ insert: c.collectionName, documents: [{ _id: null }] });
    const again = await server.db.command({ insert: c.collectionName, documents: [{ _id: null }] });
    expect([reply.n, again.writeErrors?.[0]?.code]).toEqual([1, 11_000]);
  });
});
