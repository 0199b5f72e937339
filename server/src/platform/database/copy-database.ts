import { createHash } from "node:crypto";
import { BSON, type Document, MongoClient } from "mongodb";

export interface CopyProgress {
  database: string;
  collection: string;
  copied: number;
  total: number;
}

export interface CopiedCollection {
  database: string;
  collection: string;
  documents: number;
  indexes: number;
}

/** Why a copy stopped; what was written at the destination by then is left there. */
export class CopyError extends Error {}

const BATCH = 1000;
const NOT_COPIED = new Set(["admin", "local", "config"]);
const KEEP_TYPES = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true };

/** The same whatever the order of the documents; 0 for none. */
class Checksum {
  documents = 0;
  private sum = 0n;
  add(bytes: Uint8Array): void {
    this.documents++;
    this.sum = BigInt.asUintN(64, this.sum + createHash("sha256").update(bytes).digest().readBigUInt64BE());
  }
  toString(): string {
    return `${this.documents} documents, ${this.sum.toString(16)}`;
  }
}

/**
 * Copies every database, collection and index from one MongoDB server to another, then reads the copy back
 * and compares counts and checksums. Refuses a destination collection that holds documents already.
 */
export async function copyDatabase(
  from: string,
  to: string,
  onProgress: (progress: CopyProgress) => void = () => {},
): Promise<CopiedCollection[]> {
  const source = await new MongoClient(from).connect();
  try {
    const target = await new MongoClient(to).connect();
    try {
      const copied: CopiedCollection[] = [];
      const { databases } = await source.db("admin").admin().listDatabases({ nameOnly: true });
      for (const { name } of databases)
        if (!NOT_COPIED.has(name)) copied.push(...(await copyOne(source, target, name, onProgress)));
      return copied;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyOne(
  source: MongoClient,
  target: MongoClient,
  database: string,
  onProgress: (progress: CopyProgress) => void,
): Promise<CopiedCollection[]> {
  const copied: CopiedCollection[] = [];
  for (const { name: collection } of await source
    .db(database)
    .listCollections({ type: "collection" })
    .toArray()) {
    const [reading, writing] = [source, target].map((client) => client.db(database).collection(collection));
    if (!reading || !writing || collection.startsWith("system.")) continue;
    if (await writing.findOne({}, { projection: { _id: 1 } }))
      throw new CopyError(`${database}.${collection} holds documents at the destination already`);
    const total = await reading.estimatedDocumentCount();
    const sent = new Checksum();
    let batch: Document[] = [];
    const flush = async () => {
      if (batch.length > 0) await writing.insertMany(batch);
      batch = [];
      onProgress({ database, collection, copied: sent.documents, total });
    };
    for await (const bytes of reading.find({}, { raw: true }).sort({ _id: 1 })) {
      sent.add(bytes as unknown as Uint8Array);
      batch.push(BSON.deserialize(bytes as unknown as Uint8Array, KEEP_TYPES));
      if (batch.length === BATCH) await flush();
    }
    await flush();
    const indexes = (await reading.listIndexes().toArray()).filter(({ name }) => name !== "_id_");
    if (indexes.length > 0)
      await writing.createIndexes(
        indexes.map(({ v: _v, ns: _ns, ...index }) => index as { key: Record<string, 1> } & Document),
      );
    else if (sent.documents === 0) await target.db(database).createCollection(collection);
    const received = new Checksum();
    for await (const bytes of writing.find({}, { raw: true }).sort({ _id: 1 }))
      received.add(bytes as unknown as Uint8Array);
    if (String(sent) !== String(received))
      throw new CopyError(`${database}.${collection} differs: sent ${sent}, found ${received}`);
    copied.push({ database, collection, documents: sent.documents, indexes: indexes.length + 1 });
  }
  return copied;
}
