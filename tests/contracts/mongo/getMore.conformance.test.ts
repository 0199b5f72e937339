import { Long } from "mongodb";
import { expect, test } from "vitest";
import { conformance, failure, numbered } from "./servers.ts";

conformance("getMore and killCursors", (server) => {
  test("reads a large collection by batches, each document once", async () => {
    const c = server.collection();
    await numbered(
      c,
      Array.from({ length: 12_000 }, (_, n) => ({ n })),
    );
    const seen = new Set<number>();
    for await (const { n } of c.find({ n: { $gte: 0 } })) seen.add(n);
    expect(seen.size).toBe(12_000);
  });

  test("the first batch is 101 documents, later ones what is asked", async () => {
    const c = server.collection();
    await numbered(
      c,
      Array.from({ length: 300 }, (_, n) => ({ n })),
    );
    const first = await server.db.command({ find: c.collectionName });
    expect(first.cursor.firstBatch).toHaveLength(101);
    const next = await server.db.command({
      getMore: Long.fromValue(first.cursor.id),
      collection: c.collectionName,
      batchSize: 50,
    });
    expect(next.cursor.nextBatch).toHaveLength(50);
    expect(next.cursor.ns).toBe(`${server.db.databaseName}.${c.collectionName}`);
    const rest = await server.db.command({
      getMore: Long.fromValue(first.cursor.id),
      collection: c.collectionName,
    });
    expect([rest.cursor.nextBatch.length, Number(rest.cursor.id)]).toEqual([149, 0]);
  });

  test("large documents are sent in messages of bounded size", async () => {
    const c = server.collection();
    await c.insertMany(Array.from({ length: 30 }, (_, n) => ({ n, text: "x".repeat(1_000_000) })));
    const first = await server.db.command({ find: c.collectionName });
    expect(first.cursor.firstBatch.length).toBeLessThan(20);
    expect(await c.find().sort({ n: -1 }).toArray()).toHaveLength(30);
  });

  test("documents inserted or removed while a cursor is open neither break nor repeat it", async () => {
    const c = server.collection();
    await numbered(
      c,
      Array.from({ length: 400 }, (_, n) => ({ n })),
    );
    const cursor = c.find({}, { batchSize: 50 });
    const seen: number[] = [];
    for await (const { n } of cursor) {
      seen.push(n);
      if (n === 60) await c.deleteMany({ n: { $gte: 300, $lt: 400 } });
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((n) => n < 300)).toHaveLength(300);
  });

  test("a killed, finished or unknown cursor is refused with 43", async () => {
    const c = server.collection();
    await numbered(
      c,
      Array.from({ length: 10 }, (_, n) => ({ n })),
    );
    const { cursor } = await server.db.command({ find: c.collectionName, batchSize: 2 });
    const id = Long.fromValue(cursor.id);
    const killed = await server.db.command({
      killCursors: c.collectionName,
      cursors: [id, Long.fromNumber(12345)],
    });
    expect(killed.cursorsKilled.map(String)).toEqual([String(id)]);
    expect(killed.cursorsNotFound.map(String)).toEqual(["12345"]);
    expect((await failure(server.db.command({ getMore: id, collection: c.collectionName }))).code).toBe(43);
  });

  test("refuses what names no cursor", async () => {
    const code = async (command: object) => (await failure(server.db.command(command))).code;
    expect(await code({ getMore: 5, collection: "x" })).toBe(14);
    expect(await code({ getMore: Long.fromNumber(5) })).toBe(40_414);
    expect(await code({ getMore: Long.fromNumber(5), collection: 1 })).toBe(14);
    expect(await code({ getMore: Long.fromNumber(123_456), collection: "x" })).toBe(43);
    expect(await code({ killCursors: "x" })).toBe(40_414);
    expect(await code({ killCursors: "x", cursors: "y" })).toBe(14);
    expect(await code({ killCursors: "x", cursors: [5] })).toBe(14);
  });

  test("refuses a tail where nothing is capped", async () => {
    const c = server.collection();
    await c.insertOne({ a: 1 });
    const code = async (more: object) =>
      (await failure(server.db.command({ find: c.collectionName, ...more }))).code;
    expect(await code({ tailable: true })).toBe(server.embedded ? 238 : 2);
    expect(await code({ awaitData: true })).toBe(server.embedded ? 238 : 9);
    expect(await code({ batchSize: -1 })).toBe(51_024);
    expect(await code({ limit: -1 })).toBe(51_024);
    expect(await code({ singleBatch: "x" })).toBe(14);
    expect(await code({ hint: 1 })).toBe(9);
  });

  test("ends a cursor whose collection was dropped with 175", async () => {
    const c = server.collection();
    await numbered(
      c,
      Array.from({ length: 10 }, (_, n) => ({ n })),
    );
    const cursor = c.find({}, { batchSize: 2 });
    await cursor.next();
    await c.drop();
    expect((await failure(cursor.toArray())).code).toBe(175);
  });
});
