import { deserialize, ObjectId, serialize } from "bson";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldReader } from "./read-fields.ts";

const toBson = (document: object) => Buffer.from(serialize(document, { ignoreUndefined: true }));

const names = fc.constantFrom("a", "ab", "abc", "b", "é", "kind", "kinds");
const { document } = fc.letrec<{ document: Record<string, unknown>; value: unknown }>((tie) => ({
  document: fc.dictionary(names, tie("value"), { maxKeys: 6, noNullPrototype: true }),
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }),
    fc.array(tie("value"), { maxLength: 4 }),
    tie("document"),
  ),
}));

interface Read {
  a?: unknown;
  abc?: { b?: unknown; kind?: { é?: unknown } }[];
}
const read = fieldReader<Read>({ a: true, abc: { b: true, kind: { é: true } } });

/** What the reader promises, from the whole document. */
function only(value: unknown, fields: Record<string, unknown> | true): unknown {
  if (fields === true || typeof value !== "object" || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((item) => only(item, fields));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      Object.hasOwn(fields, name) ? [[name, only(inner, fields[name] as true)]] : [],
    ),
  );
}

describe("reading some fields of BSON", () => {
  it("gives what decoding everything and keeping the fields gives", () => {
    fc.assert(
      fc.property(document, (whole) => {
        const bytes = toBson(whole);
        const fields = { a: true, abc: { b: true, kind: { é: true } } };
        expect(read(bytes)).toEqual(only(deserialize(bytes), fields));
      }),
    );
  });

  it("passes over types it does not read, unless they are asked", () => {
    const bytes = toBson({ _id: new ObjectId(), re: /x/i, bytes: Buffer.from("x"), a: 1 });
    expect(read(bytes)).toEqual({ a: 1 });
    expect(() => read(toBson({ a: new ObjectId() }))).toThrow(RangeError);
  });

  it("keeps texts apart that look alike", () => {
    const texts = Array.from({ length: 40_000 }, (_, number) => `rome-${number}`);
    expect(texts.filter((text) => read(toBson({ a: text })).a !== text)).toEqual([]);
  });
});
