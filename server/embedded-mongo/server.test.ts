import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Databases } from "./database.ts";
import { runningServerUri } from "./running.ts";
import { startEmbeddedMongo } from "./server.ts";
import { Storage } from "./storage.ts";
import { expire } from "./ttl.ts";

describe("the embedded server", () => {
  let dir = "";
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "embedded-"));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  test("listens on a socket only its owner can open, and says where", async () => {
    const server = await startEmbeddedMongo({ dir });
    expect(statSync(server.socketPath).mode & 0o777).toBe(0o600);
    expect(await runningServerUri(dir)).toBe(server.uri);
    await server.close();
    expect(await runningServerUri(dir)).toBeUndefined();
    expect(await runningServerUri(join(dir, "nothing"))).toBeUndefined();
  });

  test("moves a socket whose path is too long to a private folder, and removes it", async () => {
    const deep = join(dir, "x".repeat(60), "y".repeat(60));
    mkdirSync(deep, { recursive: true });
    const server = await startEmbeddedMongo({ dir: deep });
    expect(server.socketPath.length).toBeLessThan(100);
    expect(statSync(join(server.socketPath, "..")).mode & 0o777).toBe(0o700);
    const client = await new MongoClient(server.uri).connect();
    await client.db("a").collection("b").insertOne({ c: 1 });
    await client.close();
    await server.close();
    expect(existsSync(join(server.socketPath, ".."))).toBe(false);
  });

  test("listens on TCP only when asked, on loopback only", async () => {
    const server = await startEmbeddedMongo({ dir, tcp: { port: 0 } });
    const client = await new MongoClient(
      `mongodb://127.0.0.1:${server.tcpPort}/?directConnection=true`,
    ).connect();
    expect(await client.db("a").command({ ping: 1 })).toMatchObject({ ok: 1 });
    await client.close();
    await server.close();
  });

  test("closed in the middle of writes, keeps those it acknowledged and fails the others", async () => {
    const folder = join(dir, "closing");
    const server = await startEmbeddedMongo({ dir: folder });
    const client = await new MongoClient(server.uri, { retryWrites: false }).connect();
    const kept: number[] = [];
    const writes = Array.from({ length: 200 }, (_, n) =>
      client
        .db("a")
        .collection("c")
        .insertOne({ n })
        .then(
          () => kept.push(n),
          () => undefined,
        ),
    );
    await writes[3];
    await server.close();
    await Promise.all(writes);
    await client.close();
    expect(kept.length).toBeGreaterThan(0);
    const again = await startEmbeddedMongo({ dir: folder });
    const reader = await new MongoClient(again.uri).connect();
    const found = await reader.db("a").collection("c").distinct("n");
    expect(kept.filter((n) => !found.includes(n))).toEqual([]);
    await reader.close();
    await again.close();
  });

  test("refuses a second server on the same folder, in this process and in another", {
    timeout: 90_000,
  }, async () => {
    const server = await startEmbeddedMongo({ dir });
    await expect(startEmbeddedMongo({ dir })).rejects.toThrow("already holds");
    expect(await elsewhere(dir)).toContain("already holds");
    rmSync(join(dir, "server.json"));
    expect(await elsewhere(dir)).toContain("already holds");
    await expect(startEmbeddedMongo({ dir })).rejects.toThrow("already holds");
    await server.close();
    await (await startEmbeddedMongo({ dir })).close();
  });

  test("lets go of the folder when it cannot listen", async () => {
    const server = await startEmbeddedMongo({ dir, tcp: { port: 0 } });
    const other = mkdtempSync(join(tmpdir(), "embedded-"));
    await expect(startEmbeddedMongo({ dir: other, tcp: { port: server.tcpPort ?? 0 } })).rejects.toThrow(
      "EADDRINUSE",
    );
    await (await startEmbeddedMongo({ dir: other })).close();
    await server.close();
    rmSync(other, { recursive: true });
  });

  test("keeps everything across a restart: documents, indexes, counts", async () => {
    const first = await startEmbeddedMongo({ dir });
    let client = await new MongoClient(first.uri).connect();
    await client.db("a").collection("b").createIndex({ "list.k": 1 });
    await client
      .db("a")
      .collection("b")
      .insertMany([{ list: [{ k: 1 }, { k: 2 }] }, { list: [] }]);
    await client.close();
    await first.close();
    const second = await startEmbeddedMongo({ dir });
    client = await new MongoClient(second.uri).connect();
    const c = client.db("a").collection("b");
    expect(await c.countDocuments({ "list.k": 2 })).toBe(1);
    await c.insertOne({ list: [{ k: 2 }] });
    expect([await c.estimatedDocumentCount(), (await c.indexes()).length]).toEqual([3, 2]);
    const explained = await c.find({ "list.k": { $gte: 2 } }).explain();
    expect(JSON.stringify(explained)).toContain('"isMultiKey":true');
    await client.close();
    await second.close();
  });

  test("removes documents when their TTL index says so", async () => {
    const server = await startEmbeddedMongo({ dir });
    const client = await new MongoClient(server.uri).connect();
    const c = client.db("a").collection("b");
    await c.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    const now = new Date("2026-01-01T12:00:00Z");
    const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
    await c.createIndex(
      { seen: 1 },
      { expireAfterSeconds: 60, partialFilterExpression: { seenBy: "robot" } },
    );
    await c.insertMany([{ seen: ago(90), seenBy: "robot" }, { seen: ago(90) }]);
    await c.insertMany([{ at: ago(61) }, { at: ago(59) }, { at: [ago(10), ago(600)] }, { at: "text" }, {}]);
    await client.close();
    await server.close();
    const storage = new Storage(dir, false);
    const databases = new Databases(storage);
    expect(await expire(databases, now)).toBe(3);
    expect(databases.find("a.b")?.count()).toBe(4);
    await storage.close();
  });
});

/** What another process says when it tries to serve the folder. */
function elsewhere(dir: string): Promise<string> {
  const script = `import { startEmbeddedMongo } from ${JSON.stringify(new URL("./server.ts", import.meta.url).href)};
    startEmbeddedMongo({ dir: process.argv[1] }).then(() => console.log("started"), (e) => console.log(e.message)).finally(() => process.exit());`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script, dir]);
  return new Promise((resolve) => {
    let out = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      out += chunk;
    });
    child.on("close", () => resolve(out));
  });
}
