import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "bson";
import { MongoClient } from "mongodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EmbeddedMongo, startEmbeddedMongo } from "./server.ts";

const MESSAGES = process.env.SOAK ? 100_000 : 3_000;

/** A small generator with a seed, so that a failure can be run again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function message(body: object, flags = 0, sections: Buffer[] = []): Buffer {
  const parts = [Buffer.from([0]), serialize(body), ...sections];
  const size = 20 + parts.reduce((sum, part) => sum + part.length, 0);
  const head = Buffer.alloc(20);
  for (const [i, value] of [size, 1, 0, 2013, flags].entries()) head.writeInt32LE(value, i * 4);
  return Buffer.concat([head, ...parts]);
}

function sequence(name: string, docs: object[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...docs.map((doc) => serialize(doc))]);
  const head = Buffer.alloc(5);
  head[0] = 1;
  head.writeInt32LE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}

const valid = [
  message({ ping: 1, $db: "a" }),
  message({
    find: "fuzz",
    filter: { a: { $gt: 1 }, b: [1, "x", null] },
    sort: { a: 1 },
    projection: { a: 1 },
    $db: "a",
  }),
  message({ insert: "fuzz", $db: "a" }, 0, [
    sequence("documents", [
      { a: 1, s: "text" },
      { a: [1, 2], o: { p: true } },
    ]),
  ]),
  message({
    update: "fuzz",
    updates: [{ q: { a: 1 }, u: { $inc: { a: 1 }, $push: { l: { $each: [1] } } }, upsert: true }],
    $db: "a",
  }),
  message({ delete: "fuzz", deletes: [{ q: { a: { $lt: 0 } }, limit: 1 }], $db: "a" }),
  message({
    aggregate: "fuzz",
    pipeline: [{ $match: { a: 1 } }, { $group: { _id: "$a", n: { $sum: 1 } } }],
    cursor: {},
    $db: "a",
  }),
  message({ createIndexes: "fuzz", indexes: [{ key: { a: 1 }, name: "a_1" }], $db: "a" }),
  message({ findAndModify: "fuzz", query: { a: 1 }, update: [{ $set: { b: "$a" } }], $db: "a" }),
];

describe("the wire", () => {
  let dir = "";
  let server: EmbeddedMongo;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "fuzz-"));
    server = await startEmbeddedMongo({ dir, sync: false });
  });
  afterAll(async () => {
    await server.close();
    rmSync(dir, { recursive: true, force: true });
  });

  /** Sends bytes on a connection of their own; says whether something came back before it was closed. */
  const send = (bytes: Buffer | Buffer[], wait = 2000): Promise<"answered" | "closed" | "silent"> =>
    new Promise((resolve) => {
      const socket = connect(server.socketPath);
      const timer = setTimeout(() => end("silent"), wait);
      const end = (outcome: "answered" | "closed" | "silent") => {
        clearTimeout(timer);
        socket.destroy();
        resolve(outcome);
      };
      socket.on("data", () => end("answered"));
      socket.on("close", () => end("closed"));
      socket.on("error", () => end("closed"));
      for (const part of [bytes].flat()) socket.write(part);
    });

  test("answers every valid message, also when it comes in pieces", async () => {
    for (const bytes of valid) {
      expect(await send(bytes)).toBe("answered");
      expect(await send([bytes.subarray(0, 3), bytes.subarray(3, 17), bytes.subarray(17)])).toBe("answered");
    }
  });

  test(`survives ${MESSAGES} mutated messages`, { timeout: 600_000 }, async () => {
    const pick = random(20261121);
    const mutate = (): Buffer => {
      const bytes = Buffer.from(valid[pick(valid.length)] as Buffer);
      for (let i = pick(6); i >= 0; i--) {
        const at = 4 + pick(bytes.length - 4);
        const kind = pick(4);
        if (kind === 0) bytes[at] = pick(256);
        else if (kind === 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << pick(8));
        else if (kind === 2 && at + 4 <= bytes.length)
          bytes.writeInt32LE([-1, 0, 2 ** 31 - 1, 5, 1 << 24][pick(5)] as number, at);
        else bytes.copy(bytes, at, pick(bytes.length), Math.min(bytes.length, at + pick(20)));
      }
      const cut = pick(20) === 0 ? bytes.subarray(0, pick(bytes.length)) : bytes;
      if (pick(20) === 0 && cut.length >= 4) cut.writeInt32LE(pick(2 ** 31), 0);
      return cut;
    };
    for (let sent = 0; sent < MESSAGES; sent += 50)
      await Promise.all(Array.from({ length: 50 }, () => send(mutate(), 30)));
    await expect.poll(() => send(valid[0] as Buffer), { timeout: 10_000 }).toBe("answered");
  });

  test("closes the connection on random bytes and on lengths no message has", async () => {
    const pick = random(7);
    for (let i = 0; i < 50; i++)
      expect(await send(Buffer.from(Array.from({ length: 64 }, () => 128 + pick(128))))).toBe("closed");
    for (const size of [-1, 0, 15, 48_000_001, 2 ** 31 - 1]) {
      const head = Buffer.alloc(16);
      head.writeInt32LE(size);
      expect(await send(head)).toBe("closed");
    }
  });

  test("closes the connection on flags, sections and operations it does not know", async () => {
    const ping = valid[0] as Buffer;
    const changed = (at: number, value: number) => {
      const bytes = Buffer.from(ping);
      bytes[at] = value;
      return send(bytes);
    };
    expect(await changed(16, 1)).toBe("closed");
    expect(await changed(16, 4)).toBe("closed");
    expect(await changed(20, 2)).toBe("closed");
    expect(await changed(12, 0)).toBe("closed");
    expect(await send(message({ ping: 1 }))).toBe("closed");
    const documents = sequence("documents", [{ a: 1 }]);
    expect(await send(message({ insert: "x", $db: "a" }, 0, [documents, documents]))).toBe("closed");
  });

  test("refuses documents over 16 MB and nesting over 100 levels", async () => {
    const client = await new MongoClient(server.uri).connect();
    const raw = client.db("a");
    const nested = (levels: number): object => (levels === 0 ? {} : { a: nested(levels - 1) });
    await raw.command({ insert: "deep", documents: [{ _id: 1, a: nested(99) }] });
    const reply = await raw
      .command({ insert: "deep", documents: [{ _id: 2, a: nested(101) }] })
      .catch((error) => error);
    expect(reply.writeErrors?.[0].code ?? reply.code).toBe(15);
    await expect(raw.command({ find: "deep", filter: nested(3000) })).rejects.toThrow();
    await raw.command({ insert: "deep", documents: [{ _id: 3, a: nested(60) }] });
    const update = await raw.command({
      update: "deep",
      updates: [{ q: { _id: 3 }, u: { $set: { [`a${".a".repeat(60)}`]: nested(60) } } }],
    });
    expect(update.writeErrors[0].code).toBe(15);
    const large = "x".repeat(16 * 1024 * 1024);
    const sent = await send(
      message({ insert: "deep", $db: "a" }, 0, [sequence("documents", [{ large }])]),
      10_000,
    );
    expect(sent).toBe("answered");
    expect(await raw.collection("deep").countDocuments()).toBe(2);
    await client.close();
  });

  test("greets old drivers that still say isMaster by OP_QUERY, and serves nothing else that way", async () => {
    const query = (ns: string, body: object): Buffer => {
      const content = Buffer.concat([
        Buffer.alloc(4),
        Buffer.from(`${ns}\0`),
        Buffer.alloc(8),
        serialize(body),
      ]);
      const head = Buffer.alloc(16);
      for (const [i, value] of [16 + content.length, 1, 0, 2004].entries()) head.writeInt32LE(value, i * 4);
      return Buffer.concat([head, content]);
    };
    expect(await send(query("admin.$cmd", { isMaster: 1 }))).toBe("answered");
    expect(await send(query("a.fuzz", {}))).toBe("closed");
  });
});
