import { expect, test } from "vitest";
import { conformance, failure, numbered } from "./servers.ts";

conformance("findAndModify", (server) => {
  test("gives the document before or after, in the order asked", async () => {
    const c = server.collection();
    await numbered(c, [{ n: 1 }, { n: 3 }, { n: 2 }]);
    expect(await c.findOneAndUpdate({}, { $inc: { n: 10 } }, { sort: { n: -1 } })).toEqual({ _id: 1, n: 3 });
    expect(
      await c.findOneAndUpdate({}, { $inc: { n: 10 } }, { sort: { n: 1 }, returnDocument: "after" }),
    ).toEqual({ _id: 0, n: 11 });
    expect(await c.findOneAndUpdate({ n: 99 }, { $set: { n: 1 } })).toBeNull();
    expect(await c.findOneAndReplace({ _id: 2 as never }, { m: 1 }, { returnDocument: "after" })).toEqual({
      _id: 2,
      m: 1,
    });
  });

  test("removes and gives what it removed", async () => {
    const c = server.collection();
    await numbered(c, [{ n: 1 }, { n: 2 }]);
    expect(await c.findOneAndDelete({ n: 2 })).toEqual({ _id: 1, n: 2 });
    expect(await c.findOneAndDelete({ n: 2 })).toBeNull();
    expect(await c.countDocuments()).toBe(1);
  });

  test("upserts, and says so", async () => {
    const c = server.collection();
    const reply = await c.findOneAndUpdate(
      { _id: 7 as never },
      { $set: { a: 1 } },
      { upsert: true, includeResultMetadata: true },
    );
    expect(reply).toMatchObject({
      value: null,
      lastErrorObject: { n: 1, updatedExisting: false, upserted: 7 },
    });
    const again = await c.findOneAndUpdate(
      { _id: 7 as never },
      { $set: { a: 2 } },
      { upsert: true, returnDocument: "after", includeResultMetadata: true },
    );
    expect(again).toMatchObject({
      value: { _id: 7, a: 2 },
      lastErrorObject: { n: 1, updatedExisting: true },
    });
    expect(
      await c.findOneAndUpdate(
        { k: 1 },
        { $set: { a: 1 } },
        { upsert: true, returnDocument: "after", projection: { _id: 0 } },
      ),
    ).toEqual({ k: 1, a: 1 });
  });

  test("projects, and takes arrayFilters, positional and pipeline updates", async () => {
    const c = server.collection();
    await c.insertOne({ _id: 1 as never, n: [1, 5], k: [{ a: 1 }, { a: 2 }] });
    expect(
      await c.findOneAndUpdate(
        {},
        { $set: { "n.$[x]": 0 } },
        { arrayFilters: [{ x: { $gt: 2 } }], projection: { n: 1 }, returnDocument: "after" },
      ),
    ).toEqual({ _id: 1, n: [1, 0] });
    expect(
      (await c.findOneAndUpdate({ "k.a": 2 }, { $set: { "k.$.a": 9 } }, { returnDocument: "after" }))?.k,
    ).toEqual([{ a: 1 }, { a: 9 }]);
    expect(
      await c.findOneAndUpdate({}, [{ $set: { size: { $size: "$n" } } }], {
        returnDocument: "after",
        projection: { size: 1, _id: 0 },
      }),
    ).toEqual({ size: 2 });
  });

  test("of concurrent claims each gets another document", async () => {
    const c = server.collection();
    await numbered(
      c,
      Array.from({ length: 10 }, () => ({ free: true })),
    );
    const got = await Promise.all(
      Array.from({ length: 12 }, () => c.findOneAndUpdate({ free: true }, { $set: { free: false } })),
    );
    const ids = got.flatMap((doc) => (doc ? [String(doc._id)] : []));
    expect([ids.length, new Set(ids).size]).toEqual([10, 10]);
  });

  test("refuses contradictions and duplicates", async () => {
    const c = server.collection();
    const run = (more: object) => server.db.command({ findAndModify: c.collectionName, query: {}, ...more });
    expect((await failure(run({}))).code).toBe(9);
    expect((await failure(run({ remove: true, update: {} }))).code).toBe(9);
    expect((await failure(run({ update: { $set: { a: 1 } }, nope: 1 }))).code).toBe(40415);
    await c.insertMany([
      { _id: 1 as never, u: 1 },
      { _id: 2 as never, u: 2 },
    ]);
    await c.createIndex({ u: 1 }, { unique: true });
    expect((await failure(c.findOneAndUpdate({ u: 1 }, { $set: { u: 2 } }))).code).toBe(11000);
    expect((await failure(c.findOneAndUpdate({ u: 1 }, { $set: { _id: 5 } }))).code).toBe(66);
  });

  test("changes nothing when what it changed cannot be shown", async () => {
    const c = server.collection();
    await c.insertOne({ _id: 1 as never, list: [1, 2] });
    const show = { projection: { "list.$": 1 }, returnDocument: "after" } as const;
    await failure(c.findOneAndUpdate({ list: { $exists: true } }, { $set: { a: 1 } }, show));
    expect(await c.findOne()).toEqual({ _id: 1, list: [1, 2] });
  });

  test("says what it did in lastErrorObject", async () => {
    const c = server.collection();
    await c.insertOne({ _id: 1 as never, a: 1 });
    const run = async (more: object) => {
      const { value, lastErrorObject } = await server.db.command({
        findAndModify: c.collectionName,
        ...more,
      });
      return { value, lastErrorObject };
    };
    const change = { update: { $set: { a: 2 } } };
    expect(await run({ query: { a: 9 }, ...change })).toEqual({
      value: null,
      lastErrorObject: { n: 0, updatedExisting: false },
    });
    expect(await run({ query: {}, ...change, new: true })).toEqual({
      value: { _id: 1, a: 2 },
      lastErrorObject: { n: 1, updatedExisting: true },
    });
    expect(await run({ query: { a: 9 }, remove: true })).toEqual({ value: null, lastErrorObject: { n: 0 } });
    expect(await run({ query: {}, remove: true })).toEqual({
      value: { _id: 1, a: 2 },
      lastErrorObject: { n: 1 },
    });
  });
});
