import { Double, Int32 } from "mongodb";
import { expect, test } from "vitest";
import { conformance, failure, numbered } from "./servers.ts";

conformance("distinct", (server) => {
  test("gives each value once, looking inside arrays", async () => {
    const c = server.collection();
    await numbered(c, [
      { a: 1 },
      { a: [1, 2, [3]] },
      { a: "x" },
      {},
      { a: null },
      { a: new Double(2) },
      { b: [{ c: 1 }, { c: [2, 1] }] },
    ]);
    const values = await c.distinct("a");
    expect(values).toHaveLength(5);
    expect(values).toEqual(expect.arrayContaining([1, 2, [3], "x", null]));
    expect((await c.distinct("b.c")).sort()).toEqual([1, 2]);
    expect(await c.distinct("a", { a: "x" })).toEqual(["x"]);
    expect(await c.distinct("none")).toEqual([]);
  });

  test("takes numbers of different types as one value", async () => {
    const c = server.collection();
    await numbered(c, [{ a: new Int32(1) }, { a: new Double(1) }]);
    expect(await c.distinct("a")).toEqual([1]);
  });

  test("refuses a key that is no name, and unknown fields", async () => {
    const c = server.collection();
    expect((await failure(server.db.command({ distinct: c.collectionName, key: 1 }))).code).toBe(14);
    expect((await failure(server.db.command({ distinct: c.collectionName, key: "a", nope: 1 }))).code).toBe(
      40415,
    );
  });

  test("gives null where null is, and nothing where the field is missing", async () => {
    const c = server.collection();
    await numbered(c, [{ a: null }, {}, { a: [] }, { a: [[1]] }]);
    expect(await c.distinct("a")).toEqual([null, [1]]);
    expect((await failure(server.db.command({ distinct: c.collectionName }))).code).toBe(40_414);
    expect(
      (await failure(server.db.command({ distinct: c.collectionName, key: "a", hint: "zz" }))).code,
    ).toBe(2);
  });
});
