import { expect, test } from "vitest";
import { conformance, failure, numbered } from "./servers.ts";

conformance("delete", (server) => {
  test("removes one or all that match, and says how many", async () => {
    const ids = await numbered(server.collection(), [{ a: 1 }, { a: 1 }, { a: 2 }, { a: 1 }]);
    expect(await server.collection().deleteOne({ a: 1 })).toMatchObject({ deletedCount: 1 });
    expect(await ids({ a: 1 })).toHaveLength(2);
    expect(await server.collection().deleteMany({ a: 1 })).toMatchObject({ deletedCount: 2 });
    expect(await ids({})).toEqual([2]);
    expect(await server.collection().deleteMany({ a: 9 })).toMatchObject({ deletedCount: 0 });
  });

  test("frees the values a unique index held", async () => {
    const c = server.collection();
    await c.createIndex({ a: 1 }, { unique: true });
    await c.insertOne({ a: [1, 2] });
    await c.deleteMany({});
    await c.insertMany([{ a: 1 }, { a: 2 }]);
    expect(await c.countDocuments({ a: { $in: [1, 2] } })).toBe(2);
  });

  test("an ordered batch stops at its first error, an unordered one goes on", async () => {
    const c = server.collection();
    await c.insertMany([{ a: 1 }, { a: 2 }]);
    const deletes = [
      { q: { a: 1 }, limit: 0 },
      { q: { $nope: 1 }, limit: 0 },
      { q: { a: 2 }, limit: 1 },
    ];
    const ordered = await server.db.command({ delete: c.collectionName, deletes });
    expect([ordered.n, ordered.writeErrors[0].index, ordered.writeErrors[0].code]).toEqual([1, 1, 2]);
    expect((await server.db.command({ delete: c.collectionName, deletes, ordered: false })).n).toBe(1);
  });

  test("refuses unknown fields and an empty batch", async () => {
    const c = server.collection();
    expect(
      (
        await failure(
          server.db.command({ delete: c.collectionName, deletes: [{ q: {}, limit: 0, nope: 1 }] }),
        )
      ).code,
    ).toBe(40415);
    expect((await failure(server.db.command({ delete: c.collectionName, deletes: [] }))).code).toBe(16);
  });

  test("removes thousands at once", async () => {
    const c = server.collection();
    await c.insertMany(Array.from({ length: 3000 }, (_, i) => ({ i })));
    expect((await c.deleteMany({ i: { $gte: 1000 } })).deletedCount).toBe(2000);
    expect([await c.countDocuments(), await c.estimatedDocumentCount()]).toEqual([1000, 1000]);
  });

  test("asks each statement for a limit of 0 or 1", async () => {
    const c = server.collection();
    await c.insertOne({ a: 1 });
    const code = async (statement: object) =>
      (await failure(server.db.command({ delete: c.collectionName, deletes: [statement] }))).code;
    expect(await code({ q: {} })).toBe(40_414);
    expect(await code({ limit: 1 })).toBe(40_414);
    expect(await code({ q: {}, limit: 2 })).toBe(9);
    expect(await code({ q: 1, limit: 1 })).toBe(14);
    expect(await c.countDocuments()).toBe(1);
  });
});
