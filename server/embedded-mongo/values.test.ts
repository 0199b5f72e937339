import { Double, Long, ObjectId, serialize } from "bson";
import { describe, expect, test } from "vitest";
import { type Doc, decode, encode } from "./values.ts";

describe("documents", () => {
  test("come back as they were stored, with every number of the type it had", () => {
    const doc = { int: 1, double: new Double(1), half: 0.5, zero: new Double(-0), long: Long.fromNumber(1) };
    const { _id, ...rest } = decode(serialize({ _id: new ObjectId(), ...doc }));
    expect(rest).toEqual({ ...doc, zero: -0 });
    expect(encode(decode(encode(doc)))).toEqual(Buffer.from(serialize(doc)));
  });

  test("with a reference keep its fields", () => {
    const bytes = encode({ a: { $ref: "people", $id: 1, more: new Double(2) } } as Doc);
    expect(decode(bytes)).toEqual({ a: { $ref: "people", $id: 1, more: new Double(2) } });
  });

  test("are refused with what JavaScript cannot hold: a date out of its range, a reference with a dot", () => {
    const late = Buffer.from(serialize({ at: new Date(0) }));
    late.writeBigInt64LE(8_640_000_000_000_001n, late.length - 9);
    expect(() => decode(late)).toThrow(expect.objectContaining({ code: 238 }));
    const dotted = serialize({ a: { $ref: "old.people", $id: 1 } });
    expect(() => decode(dotted)).toThrow(expect.objectContaining({ code: 238 }));
  });
});
