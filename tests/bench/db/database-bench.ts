import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "lmdb";
import { type Collection, type Db, type Document, MongoClient } from "mongodb";
import { startEmbeddedMongo } from "../../../server/embedded-mongo/server.ts";

export interface Latency {
  p50Ms: number;
  p95Ms: number;
}

export interface SizeResult {
  documents: number;
  insertManySeconds: number;
  insertManyPerSecond: number;
  insertOne: Latency;
  ping: Latency;
  findOne: Latency;
  findOneOverPing: number;
  findRange: Latency;
  updateOne: Latency;
  aggregateIndexedSeconds: number;
  aggregateAllSeconds: number;
  diskMb: number;
  plainLmdb: { putSeconds: number; putPerSecond: number; get: Latency };
}

const BATCH = 1000;
const REPEATS = 2000;
const FAMILIES = 500;

const document = (i: number): Document => ({
  _id: i,
  email: `person-${i}@example.org`,
  family: i % FAMILIES,
  area: `area-${i % 97}`,
  at: new Date(1_700_000_000_000 + i * 1000),
  text: "A sentence of the length people write in such a field, no more. ".repeat(2),
  competencies: [
    { code: i % 3000, level: 1 + (i % 4) },
    { code: (i * 7) % 3000, level: 2 },
  ],
});

async function timed(count: number, action: (i: number) => unknown): Promise<Latency> {
  const times = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const from = performance.now();
    await action(i);
    times[i] = performance.now() - from;
  }
  times.sort();
  const at = (share: number) => times[Math.min(count - 1, Math.floor(count * share))] as number;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

async function seconds(action: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await action();
  return (performance.now() - from) / 1000;
}

async function fill(
  collection: Collection<Document>,
  documents: number,
  say: (share: number) => void,
): Promise<void> {
  await collection.createIndexes([{ key: { email: 1 }, unique: true }, { key: { family: 1, at: -1 } }]);
  for (let from = 0; from < documents; from += BATCH) {
    await collection.insertMany(
      Array.from({ length: Math.min(BATCH, documents - from) }, (_, i) => document(from + i)),
    );
    say((from + BATCH) / documents);
  }
}

/** The same documents as bytes in LMDB itself, in transactions of as many, synced as the server syncs them. */
async function plain(dir: string, documents: number): Promise<SizeResult["plainLmdb"]> {
  const store = open<Buffer, Buffer>({
    path: join(dir, "plain"),
    keyEncoding: "binary",
    encoding: "binary",
    overlappingSync: false,
  });
  const key = (i: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32BE(i, 4);
    return bytes;
  };
  const value = Buffer.alloc(400, 1);
  const putSeconds = await seconds(async () => {
    for (let from = 0; from < documents; from += BATCH)
      store.transactionSync(() => {
        for (let i = from; i < Math.min(documents, from + BATCH); i++) store.putSync(key(i), value);
      });
  });
  const get = await timed(REPEATS, (i) => store.get(key((i * 7919) % documents)));
  await store.close();
  return { putSeconds, putPerSecond: documents / putSeconds, get };
}

async function measure(
  db: Db,
  dir: string,
  documents: number,
  say: (step: string, share: number) => void,
): Promise<SizeResult> {
  const c = db.collection(`size_${documents}`);
  const insertManySeconds = await seconds(() =>
    fill(c, documents, (share) => say(`inserting ${documents}`, share)),
  );
  say(`measuring ${documents}`, 0);
  const pick = (i: number) => (i * 7919) % documents;
  await timed(300, (i) => c.findOne({ email: `person-${pick(i)}@example.org` }));
  const ping = await timed(REPEATS, () => db.command({ ping: 1 }));
  const findOne = await timed(REPEATS, (i) => c.findOne({ email: `person-${pick(i)}@example.org` }));
  const findRange = await timed(500, (i) =>
    c
      .find({ family: i % FAMILIES })
      .sort({ at: -1 })
      .limit(20)
      .toArray(),
  );
  const updateOne = await timed(500, (i) =>
    c.updateOne({ _id: pick(i) as never }, { $set: { area: `new-${i}` }, $inc: { revision: 1 } }),
  );
  const insertOne = await timed(500, (i) => c.insertOne({ ...document(documents + i), extra: true }));
  const aggregateIndexedSeconds = await seconds(() =>
    c
      .aggregate([{ $match: { family: { $lt: 5 } } }, { $group: { _id: "$family", n: { $sum: 1 } } }])
      .toArray(),
  );
  say(`aggregating ${documents}`, 0);
  const aggregateAllSeconds = await seconds(() =>
    c.aggregate([{ $group: { _id: "$area", n: { $sum: 1 }, last: { $max: "$at" } } }]).toArray(),
  );
  return {
    documents,
    insertManySeconds,
    insertManyPerSecond: documents / insertManySeconds,
    insertOne,
    ping,
    findOne,
    findOneOverPing: findOne.p50Ms / ping.p50Ms,
    findRange,
    updateOne,
    aggregateIndexedSeconds,
    aggregateAllSeconds,
    diskMb: statSync(join(dir, "data.mdb")).size / 2 ** 20,
    plainLmdb: await plain(dir, documents),
  };
}

/** Each size in a folder of its own, beside plain LMDB; 1,000 documents always, to compare the largest with. */
export async function benchDatabase(
  sizes: number[],
  say: (step: string, share: number) => void,
): Promise<SizeResult[]> {
  const results: SizeResult[] = [];
  for (const documents of sizes) {
    const dir = mkdtempSync(join(tmpdir(), "bench-db-"));
    const server = await startEmbeddedMongo({ dir });
    const client = await new MongoClient(server.uri, { maxPoolSize: 1 }).connect();
    try {
      results.push(await measure(client.db("bench"), dir, documents, say));
    } finally {
      await client.close();
      await server.close();
      rmSync(dir, { recursive: true, force: true });
    }
  }
  return results;
}
