import { expect, test } from "vitest";
import { conformance, failure } from "./servers.ts";

conformance("aggregate", (server) => {
  const run = (pipeline: object[], options: object = {}) =>
    server.collection().aggregate(pipeline, options).toArray();

  test("refuses with MongoDB's codes", async () => {
    await server.collection().insertOne({ a: "x" });
    const code = async (...pipeline: object[]) => (await failure(run(pipeline))).code;
    expect(await code({ $nope: 1 })).toBe(40324);
    expect(await code({ $match: {}, $sort: { a: 1 } })).toBe(40323);
    expect(await code({ $match: { $nope: 1 } })).toBe(2);
    expect(await code({ $group: { a: { $sum: 1 } } })).toBe(15955);
    expect(await code({ $group: { _id: 1, a: { $nope: 1 } } })).toBe(15952);
    expect(await code({ $group: { _id: 1, a: 1 } })).toBe(40234);
    expect(await code({ $limit: 0 })).toBe(15958);
    expect(await code({ $sort: {} })).toBe(15976);
    expect(await code({ $sort: { a: 2 } })).toBe(15975);
    expect(await code({ $unwind: "a" })).toBe(server.embedded ? 28811 : 28818);
    expect(await code({ $addFields: { b: { $nope: 1 } } })).toBe(168);
    const c = server.collection();
    expect((await failure(server.db.command({ aggregate: c.collectionName, pipeline: [] }))).code).toBe(9);
    expect(
      (await failure(server.db.command({ aggregate: c.collectionName, pipeline: {}, cursor: {} }))).code,
    ).toBe(14);
  });

  test.runIf(server.embedded)("refuses stages that only a real MongoDB runs", async () => {
    await server.collection().insertOne({ a: 1 });
    expect((await failure(run([{ $out: "x" }]))).code).toBe(238);
    expect((await failure(run([{ $changeStream: {} }]))).code).toBe(40573);
    expect((await failure(run([{ $match: {} }], { collation: { locale: "fr" } }))).code).toBe(238);
  });
});
