import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Db, MongoClient } from "mongodb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Databases } from "./database.ts";
import { indexValues } from "./paths.ts";
import { startEmbeddedMongo } from "./server.ts";
import { everythingOf, prefixed, Storage } from "./storage.ts";
import { decode } from "./values.ts";

const ROUNDS = process.env.SOAK ? 200 : 10;
const CONNECTIONS = 8;
const script = fileURLToPath(new URL("./serve.ts", import.meta.url));

async function serve(dir: string): Promise<{ child: ChildProcess; uri: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", script, dir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const uri = await new Promise<string>((resolve, reject) => {
    child.stdout?.once("data", (chunk) => resolve(String(chunk).trim()));
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { child, uri };
}

/** What the server acknowledged, kept outside it: per document the last revision, and what was removed. */
type Known = { revision: Map<string, number>; removed: Set<string>; uncertain: Set<string> };

/** Mixed writes until the connection breaks. Only what was acknowledged is written down as certain. */
async function write(db: Db, name: string, known: Known): Promise<void> {
  const c = db.collection<{ _id: string }>("docs");
  const mine: string[] = [...known.revision.keys()].filter(
    (id) => id.startsWith(`${name}-`) && !known.uncertain.has(id),
  );
  const attempt = async (ids: string[], action: () => Promise<unknown>, done: () => void) => {
    for (const id of ids) known.uncertain.add(id);
    await action();
    for (const id of ids) known.uncertain.delete(id);
    done();
  };
  for (let i = 0; ; i++) {
    const fresh = Array.from({ length: 1 + (i % 5) }, (_, k) => `${name}-${Date.now()}-${i}-${k}`);
    const docs = fresh.map((_id) => ({
      _id,
      revision: 1,
      key: `u-${_id}`,
      tags: [name, `t${i % 7}`],
      text: "x".repeat((i * 37) % 900),
      copy: 1,
    }));
    await attempt(
      fresh,
      () => c.insertMany(docs),
      () => {
        for (const id of fresh) known.revision.set(id, 1);
        mine.push(...fresh);
      },
    );
    const changed = mine[(i * 7) % mine.length] as string;
    const next = (known.revision.get(changed) ?? 0) + 1;
    const update = { $set: { revision: next, copy: next }, $push: { tags: `r${next}` } } as never;
    await attempt(
      [changed],
      () => c.updateOne({ _id: changed }, update),
      () => known.revision.set(changed, next),
    );
    if (i % 4 !== 3) continue;
    const gone = mine.splice((i * 3) % mine.length, 1)[0] as string;
    await attempt(
      [gone],
      () => c.deleteOne({ _id: gone }),
      () => {
        known.revision.delete(gone);
        known.removed.add(gone);
      },
    );
  }
}

/** Reads the stored bytes themselves: no half document, and every index holds exactly its collection's keys. */
async function audit(dir: string, known: Known): Promise<number> {
  const storage = new Storage(dir, true);
  const collection = new Databases(storage).find("t.docs");
  if (!collection) throw new Error("the collection is gone");
  const found = new Map<string, number>();
  const expected = collection.indexes.map(() => 0);
  for (const { key, value } of storage.entries(everythingOf(collection.id), Number.MAX_SAFE_INTEGER)) {
    const doc = decode(value);
    expect(doc.copy).toBe(doc.revision);
    expect(doc.key).toBe(`u-${doc._id}`);
    found.set(String(doc._id), Number(doc.revision));
    collection.indexes.forEach((index, i) => {
      const keys = new Set(indexValues(doc, index.paths).keys.map((k) => JSON.stringify(k)));
      expected[i] = (expected[i] as number) + keys.size;
    });
    expect(key.length).toBe(10);
  }
  collection.indexes.forEach((index, i) => {
    const entries = storage.entries(
      { from: prefixed(index.id), to: prefixed(index.id + 1) },
      Number.MAX_SAFE_INTEGER,
    );
    expect([index.spec.name, entries.length]).toEqual([index.spec.name, expected[i]]);
    for (const { value } of entries) expect(collection.get(value)).toBeDefined();
  });
  for (const [id, revision] of known.revision) {
    if (known.uncertain.has(id)) continue;
    expect([id, found.get(id)]).toEqual([id, revision]);
  }
  for (const id of known.removed) expect(found.has(id)).toBe(false);
  for (const id of known.uncertain) {
    const revision = found.get(id);
    if (revision === undefined) known.revision.delete(id);
    else known.revision.set(id, revision);
  }
  known.uncertain.clear();
  await storage.close();
  return found.size;
}

describe("what was acknowledged", () => {
  let dir = "";
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "durable-"));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  test(`survives ${ROUNDS} kills at random moments under writes from ${CONNECTIONS} connections`, {
    timeout: 1_200_000,
  }, async () => {
    const known: Known = { revision: new Map(), removed: new Set(), uncertain: new Set() };
    let documents = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { child, uri } = await serve(dir);
      const ended = new Promise((resolve) => child.once("exit", resolve));
      const clients = await Promise.all(
        Array.from({ length: CONNECTIONS }, () =>
          new MongoClient(uri, {
            serverSelectionTimeoutMS: 5000,
            retryWrites: false,
            maxPoolSize: 1,
          }).connect(),
        ),
      );
      const [first] = clients as [MongoClient];
      await first
        .db("t")
        .collection("docs")
        .createIndexes([
          { key: { key: 1 }, unique: true },
          { key: { tags: 1 } },
          { key: { revision: 1, text: -1 } },
        ]);
      const writing = Promise.allSettled(clients.map((client, i) => write(client.db("t"), `c${i}`, known)));
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 400));
      child.kill("SIGKILL");
      await ended;
      await Promise.all(clients.map((client) => client.close(true)));
      await writing;
      documents = await audit(dir, known);
    }
    expect(documents).toBeGreaterThan(ROUNDS);
  });

  test("a full disk is an error for the writer and loses nothing", { timeout: 120_000 }, async (context) => {
    const disk = join(dir, "disk");
    mkdirSync(disk);
    try {
      execFileSync("/bin/mount", ["-t", "tmpfs", "-o", "size=8m", "none", disk], { stdio: "ignore" });
    } catch {
      console.warn("NOT RUN: mounting a small tmpfs is not permitted here");
      return context.skip();
    }
    try {
      const server = await startEmbeddedMongo({ dir: disk });
      const client = await new MongoClient(server.uri, { retryWrites: false }).connect();
      const c = client.db("t").collection<{ _id: number }>("docs");
      const acknowledged: number[] = [];
      const refused: unknown[] = [];
      for (let i = 0; i < 400 && refused.length < 3; i++)
        await c.insertOne({ _id: i, text: "x".repeat(100_000) } as never).then(
          () => acknowledged.push(i),
          (error) => refused.push(error.code),
        );
      expect(refused).toEqual([14031, 14031, 14031]);
      expect((await c.find().project({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual(acknowledged);
      expect(await c.countDocuments({ text: /^x/ })).toBe(acknowledged.length);
      expect(await c.estimatedDocumentCount()).toBe(acknowledged.length);
      await client.close();
      await server.close();
      const again = await startEmbeddedMongo({ dir: disk });
      const reader = await new MongoClient(again.uri).connect();
      expect(await reader.db("t").collection("docs").countDocuments()).toBe(acknowledged.length);
      await reader.close();
      await again.close();
    } finally {
      execFileSync("/bin/umount", ["-l", disk]);
    }
  });
});
