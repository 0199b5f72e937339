import { expect, test } from "vitest";
import { conformance, failure } from "./servers.ts";

conformance("hello, ping, buildInfo, endSessions and what is unknown", (server) => {
  test("says hello the way drivers expect", async () => {
    const hello = await server.db.admin().command({ hello: 1 });
    expect(hello).toMatchObject({
      isWritablePrimary: true,
      maxBsonObjectSize: 16_777_216,
      maxMessageSizeBytes: 48_000_000,
      maxWriteBatchSize: 100_000,
      readOnly: false,
      ok: 1,
    });
    expect(hello.maxWireVersion).toBeGreaterThanOrEqual(25);
    expect(await server.db.admin().command({ isMaster: 1 })).toMatchObject({ ismaster: true });
  });

  test("answers ping, buildInfo and endSessions", async () => {
    expect(await server.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
    expect((await server.db.admin().command({ buildInfo: 1 })).versionArray[0]).toBeGreaterThanOrEqual(8);
    expect(await server.db.admin().command({ endSessions: [] })).toMatchObject({ ok: 1 });
  });

  test("refuses a command that does not exist with 59", async () => {
    const error = await failure(server.db.command({ nopeNope: 1 }));
    expect([error.code, error.codeName]).toEqual([59, "CommandNotFound"]);
  });

  test.runIf(server.embedded)(
    "refuses transactions with 20, as a MongoDB without a replica set does",
    async () => {
      const session = server.client.startSession();
      const command = {
        insert: "c",
        documents: [{ a: 1 }],
        txnNumber: 1,
        startTransaction: true,
        autocommit: false,
      };
      expect((await failure(server.db.command(command))).code).toBe(20);
      session.startTransaction();
      await failure(server.collection().insertOne({ a: 1 }, { session }));
      await session.endSession();
      expect(await server.collection().countDocuments()).toBe(0);
    },
  );

  test("refuses concerns and limits that mean nothing", async () => {
    const { collectionName } = server.collection();
    const code = async (more: object) =>
      (await failure(server.db.command({ find: collectionName, ...more }))).code;
    expect(await code({ readConcern: { level: "nope" } })).toBeGreaterThan(0);
    expect(await code({ maxTimeMS: -1 })).toBeGreaterThan(0);
    expect(await code({ maxTimeMS: "a" })).toBeGreaterThan(0);
    expect(await code({ apiVersion: "2" })).toBe(322);
    expect(await code({ apiStrict: true })).toBeGreaterThan(0);
    for (const level of ["local", "available", "majority"])
      expect(await server.db.command({ find: collectionName, readConcern: { level } })).toMatchObject({
        ok: 1,
      });
  });

  test.runIf(server.embedded)(
    "ends what takes longer than maxTimeMS, and refuses what needs a replica set",
    async () => {
      const c = server.collection();
      await c.insertMany(Array.from({ length: 20_000 }, (_, n) => ({ n, text: `text ${n}` })));
      const slow = c.find({ text: /nothing (here|there)$/ }, { maxTimeMS: 1 }).toArray();
      expect((await failure(slow)).code).toBe(50);
      expect(await c.find({ n: 5 }, { maxTimeMS: 60_000 }).toArray()).toHaveLength(1);
      const find = { find: c.collectionName };
      expect((await failure(server.db.command({ ...find, readConcern: { level: "snapshot" } }))).code).toBe(
        123,
      );
      const insert = { insert: c.collectionName, documents: [{}] };
      expect((await failure(server.db.command({ ...insert, writeConcern: { w: "other" } }))).code).toBe(2);
      expect((await failure(server.db.command({ ...insert, writeConcern: { nope: 1 } }))).code).toBe(9);
    },
  );
});
