import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Decimal128, Double, Long, MongoClient } from "mongodb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startEmbeddedMongo } from "../../../embedded-mongo/server.ts";
import { backupDatabase, restoreDatabase } from "./backup-database.ts";
import { copyDatabase } from "./copy-database.ts";

const script = fileURLToPath(new URL("../../../embedded-mongo/serve.ts", import.meta.url));

describe("the way out of the embedded database", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "way-out-"));
  });
  let child: ChildProcess | undefined;
  afterEach(() => {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  test("copies documents with their types, collections and indexes, and shows progress", async () => {
    const [source, target] = [
      await startEmbeddedMongo({ dir: join(folder, "a") }),
      await startEmbeddedMongo({ dir: join(folder, "b") }),
    ];
    const [from, to] = [
      await new MongoClient(source.uri).connect(),
      await new MongoClient(target.uri).connect(),
    ];
    await from
      .db("x")
      .collection("people")
      .createIndex({ email: 1 }, { unique: true, partialFilterExpression: { email: { $exists: true } } });
    await from
      .db("x")
      .collection("people")
      .insertMany(
        Array.from({ length: 2500 }, (_, i) => ({
          email: `e${i}`,
          d: new Double(1),
          l: Long.fromNumber(i),
          m: Decimal128.fromString("1.10"),
        })),
      );
    await from.db("y").createCollection("empty");
    const progress: number[] = [];
    const copied = await copyDatabase(source.uri, target.uri, ({ copied: n }) => progress.push(n));
    expect(copied).toEqual([
      { database: "x", collection: "people", documents: 2500, indexes: 2 },
      { database: "y", collection: "empty", documents: 0, indexes: 1 },
    ]);
    expect(progress).toEqual([1000, 2000, 2500, 0]);
    const people = to.db("x").collection("people");
    expect((await people.findOne({ email: "e7" }, { promoteValues: false }))?.d).toBeInstanceOf(Double);
    expect(await people.indexes()).toEqual(await from.db("x").collection("people").indexes());
    expect((await to.db("y").listCollections().toArray()).map(({ name }) => name)).toEqual(["empty"]);
    await expect(copyDatabase(source.uri, target.uri)).rejects.toThrow(
      "holds documents at the destination already",
    );
    await Promise.all([from.close(), to.close()]);
    await Promise.all([source.close(), target.close()]);
  });

  test("takes a consistent copy while writes go on, and puts it back", async () => {
    const dir = join(folder, "db");
    child = spawn(process.execPath, ["--import", "tsx", script, dir], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const uri = await new Promise<string>((resolve) =>
      child?.stdout?.once("data", (chunk) => resolve(String(chunk).trim())),
    );
    const client = await new MongoClient(uri).connect();
    const pairs = client.db("x").collection("pairs");
    await pairs.createIndex({ n: 1 });
    await pairs.insertMany([
      { n: -1, side: "a" },
      { n: -1, side: "b" },
    ]);
    let writing = true;
    const writes = (async () => {
      for (let n = 0; writing; n++)
        await pairs.insertMany([
          { n, side: "a" },
          { n, side: "b" },
        ]);
    })();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await backupDatabase(dir, join(folder, "copy"))).toBeGreaterThan(0);
    writing = false;
    await writes;
    await client.close();

    await expect(backupDatabase(dir, join(folder, "copy"))).rejects.toThrow("holds a copy already");
    await expect(backupDatabase(join(folder, "none"), join(folder, "copy2"))).rejects.toThrow(
      "holds no embedded database",
    );
    await expect(restoreDatabase(join(folder, "copy"), dir, true)).rejects.toThrow("stop it first");
    await expect(restoreDatabase(join(folder, "none"), dir)).rejects.toThrow("holds no copy");
    await restoreDatabase(join(folder, "copy"), join(folder, "restored"));
    const restored = await startEmbeddedMongo({ dir: join(folder, "restored") });
    const reader = await new MongoClient(restored.uri).connect();
    const found = reader.db("x").collection("pairs");
    const [a, b] = [await found.countDocuments({ side: "a" }), await found.countDocuments({ side: "b" })];
    expect([a, await found.countDocuments({ n: { $gte: -1 } })]).toEqual([b, a + b]);
    expect(a).toBeGreaterThan(0);
    await reader.close();
    await restored.close();
    await expect(restoreDatabase(join(folder, "copy"), join(folder, "restored"))).rejects.toThrow(
      "has data already",
    );
    const ended = new Promise((resolve) => child?.once("exit", resolve));
    child?.kill("SIGTERM");
    await ended;
    await restoreDatabase(join(folder, "copy"), dir, true);
  });
});
