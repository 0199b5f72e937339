import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Collection, type Db, type Document, MongoClient, type MongoServerError } from "mongodb";
import { afterAll, beforeAll, beforeEach, describe, test } from "vitest";
import { startEmbeddedMongo } from "../../../server/embedded-mongo/server.ts";

export interface Server {
  /** A database of this file's own, dropped afterwards. */
  readonly db: Db;
  readonly client: MongoClient;
  /** An empty collection for the test that asks. */
  collection(): Collection<Document>;
  /** True on ours: for what a real MongoDB supports and ours refuses. */
  readonly embedded: boolean;
}

/** Defines the same tests on the embedded server, always, and on the MongoDB of MONGODB_URI when it is set. */
export function conformance(command: string, define: (server: Server) => void): void {
  describe(`${command} on the embedded server`, () => {
    let dir = "";
    let stop = async () => {};
    afterAll(async () => {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    });
    suite(true, define, async () => {
      dir = mkdtempSync(join(tmpdir(), "conform-"));
      const server = await startEmbeddedMongo({ dir });
      stop = () => server.close();
      return server.uri;
    });
  });
  const uri = process.env.MONGODB_URI;
  if (uri) describe(`${command} on MONGODB_URI`, () => suite(false, define, async () => uri));
  else test.skip(`${command} on a real MongoDB: NOT RUN, set MONGODB_URI to run it`, () => {});
}

function suite(embedded: boolean, define: (server: Server) => void, open: () => Promise<string>): void {
  const name = `conform_${Date.now().toString(36)}_${Math.floor(Math.random() * 1e9).toString(36)}`;
  let client: MongoClient;
  let made = 0;
  beforeAll(async () => {
    client = await new MongoClient(await open(), { serverSelectionTimeoutMS: 10_000 }).connect();
  });
  let current: Collection<Document>;
  beforeEach(async () => {
    current = client.db(name).collection(`c${made++}`);
  });
  afterAll(async () => {
    await client?.db(name).dropDatabase();
    await client?.close();
  });
  define({
    embedded,
    get client() {
      return client;
    },
    get db() {
      return client.db(name);
    },
    collection: () => current,
  });
}

/** The error a promise rejects with, so that a test can look at its code. */
export async function failure(promise: Promise<unknown>): Promise<MongoServerError & Document> {
  try {
    await promise;
  } catch (error) {
    return error as MongoServerError & Document;
  }
  throw new Error("expected a refusal, got an answer");
}

/** Inserts documents numbered by `_id`, and gives a function that finds the `_id`s a filter matches. */
export async function numbered(
  collection: Collection<Document>,
  docs: Document[],
): Promise<(filter: Document) => Promise<number[]>> {
  if (docs.length > 0) await collection.insertMany(docs.map((doc, i) => ({ _id: i as never, ...doc })));
  return async (filter) => {
    const found = await collection.find(filter).sort({ _id: 1 }).project({ _id: 1 }).toArray();
    return found.map(({ _id }) => _id as unknown as number);
  };
}
