import { expect, test } from "vitest";
import { conformance, failure, numbered } from "./servers.ts";

conformance("count", (server) => {
  test("counts all, or what matches, with skip and limit", async () => {
    const c = server.collection();
    await numbered(
      c,
      Array.from({ length: 10 }, (_, i) => ({ a: i % 2 })),
    );
    const count = async (more: object) => (await server.db.command({ count: c.collectionName, ...more })).n;
    expect(await count({})).toBe(10);
    expect(await count({ query: { a: 1 } })).toBe(5);
    expect(await count({ query: { a: 1 }, skip: 3 })).toBe(2);
    expect(await count({ query: {}, limit: 4 })).toBe(4);
    expect([await c.countDocuments({ a: 0 }), await c.estimatedDocumentCount()]).toEqual([5, 10]);
    await c.deleteOne({});
    expect(await count({})).toBe(9);
  });

  test("counts nothing where there is nothing, and refuses unknown operators and fields", async () => {
    const c = server.collection();
    expect((await server.db.command({ count: c.collectionName })).n).toBe(0);
    expect(
      (await failure(server.db.command({ count: c.collectionName, query: { a: { $nope: 1 } } }))).code,
    ).toBe(2);
    expect((await failure(server.db.command({ count: c.collectionName, nope: 1 }))).code).toBe(40415);
  });

  test("takes a limit below zero as its size", async () => {
    const c = server.collection();
    await numbered(c, [{}, {}, {}]);
    expect((await server.db.command({ count: c.collectionName, query: {}, limit: -2 })).n).toBe(2);
    expect((await failure(server.db.command({ count: c.collectionName, skip: -1 }))).code).toBe(51_024);
    expect((await failure(server.db.command({ count: c.collectionName, query: {}, hint: "zz" }))).code).toBe(
      2,
    );
  });
});
