import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as driver7 from "mongodb";
import * as driver6 from "mongodb-6";
import mongoose9 from "mongoose";
import mongoose8 from "mongoose-8";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddedMongo, startEmbeddedMongo } from "../../../server/embedded-mongo/server.ts";

const run = promisify(execFile);
let dir: string;
let server: EmbeddedMongo;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "drivers-"));
  server = await startEmbeddedMongo({ dir, tcp: { port: 0 } });
});
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

describe.each([
  ["mongodb 6", driver6 as unknown as typeof driver7],
  ["mongodb 7", driver7],
])("the %s driver", (name, { MongoClient }) => {
  it("writes, reads in batches, aggregates, and acts on a duplicate key", async () => {
    const client = await MongoClient.connect(server.uri);
    try {
      const numbers = client.db(name.replace(" ", "")).collection<{ n: number; x?: number }>("numbers");
      await numbers.createIndex({ n: 1 }, { unique: true });
      await numbers.insertMany(Array.from({ length: 250 }, (_, n) => ({ n })));
      await expect(numbers.insertOne({ n: 7 })).rejects.toMatchObject({
        code: 11_000,
        keyPattern: { n: 1 },
        keyValue: { n: 7 },
      });
      const read = await numbers
        .find({ n: { $gte: 100 } })
        .sort({ n: -1 })
        .batchSize(40)
        .toArray();
      expect(read.map(({ n }) => n)).toEqual(Array.from({ length: 150 }, (_, i) => 249 - i));
      const bulk = await numbers.bulkWrite([
        { updateOne: { filter: { n: 1 }, update: { $set: { x: 1 } } } },
        { deleteMany: { filter: { n: { $gte: 200 } } } },
        { insertOne: { document: { n: 900 } } },
      ]);
      expect([bulk.modifiedCount, bulk.deletedCount, bulk.insertedCount]).toEqual([1, 50, 1]);
      expect(await numbers.aggregate([{ $group: { _id: null, sum: { $sum: "$n" } } }]).toArray()).toEqual([
        { _id: null, sum: 19_900 + 900 },
      ]);
    } finally {
      await client.close();
    }
  });
});

describe.each([
  ["Mongoose 8", mongoose8],
  ["Mongoose 9", mongoose9],
])("%s", (name, mongoose) => {
  it("creates its indexes, saves subdocuments by position, and refuses a stale version", async () => {
    const connection = await mongoose
      .createConnection(server.uri, { dbName: name.replace(" ", "") })
      .asPromise();
    try {
      const schema = new mongoose.Schema(
        { name: { type: String, unique: true }, steps: [{ done: Boolean }] },
        { timestamps: true, optimisticConcurrency: true },
      );
      const Task = connection.model("Task", schema);
      await Task.init();
      await Task.create({ name: "souder", steps: [{ done: false }, { done: false }] });
      await expect(Task.create({ name: "souder" })).rejects.toMatchObject({ code: 11_000 });
      const [first, second] = [await Task.findOne(), await Task.findOne()];
      first?.set("steps.1.done", true);
      await first?.save();
      second?.set("name", "braser");
      await expect(second?.save()).rejects.toThrow(mongoose.Error.VersionError);
      const [kept] = await Task.find().lean();
      expect(kept).toMatchObject({ name: "souder", steps: [{ done: false }, { done: true }] });
      expect(kept?.updatedAt).toBeInstanceOf(Date);
    } finally {
      await connection.close();
    }
  });
});

const PYTHON = `
import sys, json, pymongo
things = pymongo.MongoClient(sys.argv[1], serverSelectionTimeoutMS=5000).py.things
things.drop()
things.create_index([("a", 1), ("b", -1)], unique=True)
things.insert_many([{"a": i, "b": -i} for i in range(500)])
try:
    things.insert_one({"a": 1, "b": -1})
    code = None
except pymongo.errors.DuplicateKeyError as error:
    code = error.code
print(json.dumps({
    "code": code,
    "read": [d["a"] for d in things.find({"a": {"$lt": 3}}).sort("a", -1).batch_size(2)],
    "modified": things.update_many({"a": {"$gte": 400}}, {"$inc": {"a": 1000}}).modified_count,
    "after": things.find_one_and_update({"a": 7}, {"$set": {"z": [1, 2]}}, return_document=True)["z"],
    "count": things.count_documents({}),
    "indexes": sorted(things.index_information()),
}))
`;
const hasPymongo = await run("python3", ["-c", "import pymongo"]).then(
  () => true,
  () => false,
);

describe("pymongo", () => {
  const reaches = async (uri: string) => {
    const { stdout } = await run("python3", ["-c", PYTHON, uri]);
    expect(JSON.parse(stdout)).toEqual({
      code: 11_000,
      read: [2, 1, 0],
      modified: 100,
      after: [1, 2],
      count: 500,
      indexes: ["_id_", "a_1_b_-1"],
    });
  };
  it.runIf(hasPymongo)("works over the socket", () => reaches(server.uri));
  it.runIf(hasPymongo)("works over loopback TCP", () => reaches(`mongodb://127.0.0.1:${server.tcpPort}`));
  it.skipIf(hasPymongo)("NOT RUN: pip install pymongo", () => {});
});
