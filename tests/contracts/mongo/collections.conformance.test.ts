import { expect, test } from "vitest";
import { conformance, failure } from "./servers.ts";

conformance("create, drop, listCollections, listDatabases, dropDatabase", (server) => {
  test("creates once, takes the same again, and refuses other options with 48", async () => {
    const { collectionName } = server.collection();
    await server.db.createCollection(collectionName);
    expect(
      (await failure(server.db.command({ create: collectionName, capped: true, size: 4096 }))).code,
    ).toBe(48);
    expect(await server.db.command({ create: collectionName })).toMatchObject({ ok: 1 });
    const simple = { create: `${collectionName}_simple`, collation: { locale: "simple" } };
    expect(await server.db.command(simple)).toMatchObject({ ok: 1 });
    expect(await server.db.listCollections({ name: collectionName }).toArray()).toMatchObject([
      {
        name: collectionName,
        type: "collection",
        options: {},
        info: { readOnly: false },
        idIndex: { v: 2, key: { _id: 1 }, name: "_id_" },
      },
    ]);
    expect(await server.db.listCollections({ name: collectionName }, { nameOnly: true }).toArray()).toEqual([
      { name: collectionName, type: "collection" },
    ]);
  });

  test("drops a collection with everything in it", async () => {
    const c = server.collection();
    await c.insertMany(Array.from({ length: 3000 }, (_, i) => ({ i })));
    await c.createIndex({ i: 1 }, { unique: true });
    expect(await c.drop()).toBe(true);
    expect(await c.countDocuments()).toBe(0);
    expect(await server.db.listCollections({ name: c.collectionName }).toArray()).toEqual([]);
    await c.insertMany([{ i: 1 }, { i: 1 }]);
    expect(await c.countDocuments({ i: 1 })).toBe(2);
  });

  test("lists databases that hold something, and drops one", async () => {
    const other = server.client.db(`${server.db.databaseName}_other`);
    await other.collection("x").insertOne({ a: 1 });
    const names = async () =>
      (await server.client.db().admin().listDatabases({ nameOnly: true })).databases.map(({ name }) => name);
    expect(await names()).toContain(other.databaseName);
    const [found] = (await server.client.db().admin().listDatabases()).databases.filter(
      ({ name }) => name === other.databaseName,
    );
    expect(found).toMatchObject({ name: other.databaseName, empty: false });
    expect(await other.dropDatabase()).toBe(true);
    expect(await names()).not.toContain(other.databaseName);
    expect(await other.dropDatabase()).toBe(true);
  });

  test("refuses names MongoDB refuses", async () => {
    for (const name of ["a$b", ".a", ""])
      expect((await failure(server.db.command({ create: name }))).code).toBe(73);
  });

  test("keeps system collections and endless names to itself", async () => {
    expect((await failure(server.db.command({ create: "system.mine" }))).code).toBe(73);
    expect((await failure(server.db.command({ create: "x".repeat(300) }))).code).toBe(73);
    expect(
      (await failure(server.db.command({ create: server.collection().collectionName, nope: 1 }))).code,
    ).toBe(40_415);
  });

  test("filters what it lists, and lists databases only from admin", async () => {
    const { collectionName } = server.collection();
    await server.db.createCollection(collectionName);
    const found = await server.db.listCollections({ name: { $regex: `^${collectionName}$` } }).toArray();
    expect(found.map(({ name }) => name)).toEqual([collectionName]);
    const wrong = server.db.command({ listCollections: 1, filter: 1 });
    expect((await failure(wrong)).code).toBe(14);
    expect((await failure(server.db.command({ listDatabases: 1 }))).code).toBe(13);
    const { databases } = await server.client
      .db()
      .admin()
      .listDatabases({ filter: { name: server.db.databaseName }, nameOnly: true });
    expect(databases).toEqual([{ name: server.db.databaseName }]);
  });

  test("drops what is not there without complaint, and says what it dropped", async () => {
    const { collectionName } = server.collection();
    expect(await server.db.command({ drop: collectionName })).toMatchObject({ ok: 1 });
    await server.db.createCollection(collectionName);
    expect(await server.db.command({ drop: collectionName })).toMatchObject({
      nIndexesWas: 1,
      ns: `${server.db.databaseName}.${collectionName}`,
    });
  });

  test("refuses a database whose name differs from another's by its case", async () => {
    const upper = `${server.db.databaseName}_A`;
    await server.client.db(upper).collection("x").insertOne({});
    const lower = server.client.db(`${server.db.databaseName}_a`).collection("x");
    expect((await failure(lower.insertOne({}))).code).toBe(13_297);
    await server.client.db(upper).dropDatabase();
  });
});
