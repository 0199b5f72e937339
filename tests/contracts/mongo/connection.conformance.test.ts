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
});
