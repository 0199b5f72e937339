import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BSONRegExp } from "bson";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toIndex } from "./collection.ts";
import { Databases } from "./database.ts";
import { matching, planQuery, results } from "./find.ts";
import { matches } from "./matcher.ts";
import { sortKey } from "./sorting.ts";
import { Storage } from "./storage.ts";
import { type Doc, decode, encode } from "./values.ts";

const number = fc.constantFrom<unknown>(0, 1, 2, 3, 2.5);
const scalar = fc.oneof(number, fc.constantFrom<unknown>(null, "a", "ab", "b", true, new Date(5)));
const leaf = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const nested = fc.record({ x: leaf, y: leaf }, { requiredKeys: [] });
const value = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: nested },
  { weight: 1, arbitrary: fc.array(nested, { maxLength: 2 }) },
  { weight: 1, arbitrary: fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 2 }) },
);
const doc = fc.record({ a: value, b: leaf, c: value }, { requiredKeys: [] });

const comparison = fc.oneof(
  scalar.map((v) => ({ $eq: v })),
  fc.tuple(fc.constantFrom("$gt", "$gte", "$lt", "$lte", "$ne"), scalar).map(([name, v]) => ({ [name]: v })),
  { weight: 3, arbitrary: fc.tuple(number, number).map(([lo, hi]) => ({ $gte: lo, $lt: hi })) },
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((list) => ({ $in: list })),
  fc.array(scalar, { minLength: 1, maxLength: 2 }).map((list) => ({ $all: list })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  fc.tuple(scalar, scalar).map(([lo, hi]) => ({ $elemMatch: { $gte: lo, $lte: hi } })),
  scalar.map((v) => ({ $elemMatch: { x: v } })),
  scalar.map((v) => ({ $elemMatch: { $elemMatch: { $eq: v } } })),
  fc.array(scalar, { maxLength: 2 }).map((list) => ({ $elemMatch: { $eq: list } })),
  fc.constant({ $eq: new BSONRegExp("^a") }),
  fc.array(scalar, { maxLength: 2 }).map((list) => ({ $eq: list })),
);
const condition = fc
  .tuple(fc.constantFrom("a", "b", "c", "a.x", "a.y", "c.x"), comparison)
  .map(([path, test]) => ({ [path]: test }));
const filter: fc.Arbitrary<Doc> = fc.oneof(
  condition,
  fc.tuple(condition, condition).map(([p, q]) => ({ $and: [p, q] })),
  fc.tuple(condition, condition).map(([p, q]) => ({ ...p, ...q })),
  fc.tuple(condition, condition, condition).map(([p, q, r]) => ({ ...p, $or: [q, r] })),
  fc.tuple(condition, condition).map(([p, q]) => ({ $or: [p, q] })),
);
const sort: fc.Arbitrary<Doc> = fc.constantFrom<Doc>(
  {},
  { a: 1 },
  { b: -1 },
  { a: 1, b: 1 },
  { b: 1, a: -1 },
  { "a.x": 1 },
);
const KEYS: Doc[] = [
  { a: 1 },
  { b: -1 },
  { a: 1, b: 1 },
  { "a.x": 1, "a.y": -1 },
  { b: 1, c: 1 },
  { "c.x": 1 },
];

describe("the planner", () => {
  let dir = "";
  let storage: Storage;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "planner-"));
    storage = new Storage(dir, false);
  });
  afterEach(async () => {
    await storage.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test("finds the same documents in the same order with indexes as without", {
    timeout: 120_000,
  }, async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(doc, { minLength: 10, maxLength: 25 }),
        fc.array(fc.tuple(filter, sort), { minLength: 8, maxLength: 8 }),
        fc.subarray(KEYS, { minLength: 1 }),
        fc.constantFrom<Doc>({}, { sparse: true }, { partialFilterExpression: { b: { $gte: 1 } } }),
        async (docs, queries, keys, options) => {
          const databases = new Databases(storage);
          const collection = await storage.write(() => {
            const fresh = databases.create(`t.c${made++}`);
            for (const key of keys) {
              const spec = { v: 2, key: key as Record<string, 1>, name: JSON.stringify(key), ...options };
              fresh.indexes.push(
                toIndex({
                  id: storage.allocate(),
                  spec,
                  multikey: Object.keys(key).map(() => false),
                  truncated: false,
                }),
              );
            }
            docs.forEach((one, i) => {
              const whole = { _id: i, ...one };
              try {
                fresh.insert(whole, encode(whole));
              } catch (error) {
                expect(error).toMatchObject({ code: 171 });
              }
            });
            return fresh;
          });
          const stored = [...matching(collection, planQuery(collection, { filter: {} }))].map((found) =>
            decode(found?.bytes as Buffer),
          );
          for (const [wanted, order] of queries) {
            const run = async (hint?: Doc) => {
              const query = { filter: wanted, sort: { ...order, _id: 1 }, ...(hint ? { hint } : {}) };
              const found = await results(collection, planQuery(collection, query));
              const ids: unknown[] = [];
              for (let next = found.next(); !next.done; next = found.next())
                if (next.value) ids.push(decode(next.value)._id);
              return ids;
            };
            const unsorted = [
              ...matching(collection, planQuery(collection, { filter: wanted, sort: order })),
            ].flatMap((found) => (found ? [decode(found.bytes)._id] : []));
            const expected = await run({ $natural: 1 });
            expect(await run()).toEqual(expected);
            expect(new Set(unsorted)).toEqual(new Set(expected));
            expect(unsorted.length).toBe(expected.length);
            expect(new Set(expected)).toEqual(new Set(stored.filter(matches(wanted)).map(({ _id }) => _id)));
          }
        },
      ),
      { numRuns: process.env.SOAK ? 1000 : 80 },
    );
  });

  test("an index that gives the order gives it as a sort in memory would", { timeout: 60_000 }, async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(doc, { minLength: 1, maxLength: 20 }),
        filter,
        sort,
        async (docs, wanted, order) => {
          if (Object.keys(order).length === 0) return;
          const databases = new Databases(storage);
          const collection = await storage.write(() => {
            const fresh = databases.create(`s.c${made++}`);
            for (const key of KEYS) {
              const spec = { v: 2, key: key as Record<string, 1>, name: JSON.stringify(key) };
              fresh.indexes.push(
                toIndex({
                  id: storage.allocate(),
                  spec,
                  multikey: Object.keys(key).map(() => false),
                  truncated: false,
                }),
              );
            }
            docs.forEach((one, i) => {
              const whole = { _id: i, ...one };
              try {
                fresh.insert(whole, encode(whole));
              } catch {}
            });
            return fresh;
          });
          const keysInOrder = async (hint?: Doc) => {
            const found = await results(
              collection,
              planQuery(collection, { filter: wanted, sort: order, ...(hint ? { hint } : {}) }),
            );
            const keys: string[] = [];
            const paths = Object.keys(order).map((field) => field.split("."));
            for (let next = found.next(); !next.done; next = found.next())
              if (next.value)
                keys.push(
                  sortKey(decode(next.value), paths, Object.values(order) as number[]).toString("hex"),
                );
            return keys;
          };
          expect(await keysInOrder()).toEqual(await keysInOrder({ $natural: 1 }));
        },
      ),
      { numRuns: process.env.SOAK ? 1000 : 60 },
    );
  });
});
