import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { type Document, Long, MongoClient } from "mongodb";
import { expect, test } from "vitest";
import { startEmbeddedMongo } from "./server.ts";

const sources = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => readFileSync(join(import.meta.dirname, file), "utf8"));
/** Every operator and every option that the sources speak of. */
const words = (pattern: RegExp) => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, word]) => word as string))),
];
const operator = fc.constantFrom(...words(/(\$[a-zA-Z]{2,})/g));
const option = fc.constantFrom(...words(/"([a-zA-Z]{1,20})"/g));
const plain = [
  0,
  -1,
  1.5,
  Number.NaN,
  2 ** 40,
  "",
  "$a",
  "$$ROOT",
  "$",
  "day",
  null,
  true,
  /a/,
  new Date(8.64e15),
];
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...plain, Long.MIN_VALUE),
    fc.dictionary(operator, tie("any"), { minKeys: 1, maxKeys: 1 }),
    fc.dictionary(option, tie("any"), { maxKeys: 4 }),
    fc.array(tie("any"), { maxLength: 3 }),
  ),
})).any;
const one = fc.dictionary(operator, value, { minKeys: 1, maxKeys: 1 });
const target = fc.constantFrom("a", "list", "a.b", "list.$[]", "list.0");
const command = fc.oneof(
  one.map((stage) => ({ aggregate: "things", pipeline: [stage], cursor: {} })),
  value.map((r) => ({ aggregate: "things", pipeline: [{ $project: { r } }], cursor: {} })),
  one.map((condition) => ({ find: "things", filter: { a: condition } })),
  fc
    .dictionary(operator, fc.oneof(value, fc.dictionary(target, value, { maxKeys: 2 })), { maxKeys: 2 })
    .map((u) => ({
      update: "things",
      updates: [{ q: {}, u }],
    })),
);

test("answers what is malformed with a refusal, never with a fault of its own", async () => {
  const dir = mkdtempSync(join(tmpdir(), "malformed-"));
  const server = await startEmbeddedMongo({ dir, sync: false });
  const client = await MongoClient.connect(server.uri);
  const db = client.db("malformed");
  await db.collection("things").insertMany([{ a: 1, list: [1, { b: 2 }] }, { a: { b: 1 } }, {}]);
  const code = async (asked: Document): Promise<number> => {
    const reply = await db.command(asked).catch((error) => error);
    return reply.code ?? reply.writeErrors?.[0]?.code ?? 0;
  };
  try {
    await fc.assert(
      fc.asyncProperty(command, async (asked) => {
        expect(await code(asked)).not.toBe(1);
      }),
      { numRuns: process.env.SOAK ? 100_000 : 3000 },
    );
    expect(await code({ ping: 1 })).toBe(0);
  } finally {
    await client.close();
    await server.close();
    rmSync(dir, { recursive: true, force: true });
  }
}, 600_000);
