import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from "bson";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, same } from "./compare.ts";
import { EMPTY_ARRAY, encodeKey, storable } from "./keys.ts";

const number = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(
    0,
    -0,
    2 ** 53,
    2 ** 53 + 2,
    -(2 ** 53),
    Number.MIN_VALUE,
    Number.MAX_VALUE,
    Infinity,
    -Infinity,
    Number.NaN,
  ),
  fc.integer().map((n) => new Double(n)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => Long.fromBigInt(n)),
  fc.constantFrom(2n ** 53n, 2n ** 53n + 1n, 2n ** 53n - 1n, 2n ** 63n - 1n).map((n) => Long.fromBigInt(n)),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.integer({ min: -40, max: 40 }))
    .map(([c, e]) => Decimal128.fromString(`${c}E${e}`)),
  fc
    .constantFrom("1E+6000", "-1E+6000", "1E-6000", "0.1", "0.5", "NaN", "Infinity")
    .map((text) => Decimal128.fromString(text)),
);
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("", "a", "a\0", "a\0b", "ab", "\uffff", "\u{10000}", "é"),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    number,
    text,
    fc.constantFrom(null, true, false, new MinKey(), new MaxKey()),
    fc.date({ noInvalidDate: true }),
    fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
    fc.uint8Array({ maxLength: 6 }).map((bytes) => new Binary(bytes)),
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((n) => new Timestamp(n)),
    text.filter((s) => !s.includes("\0")).map((pattern) => new BSONRegExp(pattern, "i")),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ maxLength: 3 }).filter((key) => key !== "__proto__"),
      tie("value"),
      { maxKeys: 3 },
    ),
  ),
}));

/** Written apart from the code under test: numbers as exact fractions. */
function fraction(given: unknown): [bigint, bigint] | undefined {
  const raw = given instanceof Double ? given.value : given;
  if (given instanceof Long) return [given.toBigInt(), 1n];
  if (typeof raw === "number") {
    if (!Number.isFinite(raw)) return undefined;
    let scale = 1n;
    let scaled = raw;
    while (!Number.isInteger(scaled)) {
      scaled *= 2;
      scale *= 2n;
    }
    return [BigInt(scaled), scale];
  }
  const match = /^(-?\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/.exec(String(raw));
  if (!match) return undefined;
  const [, whole = "", part = "", exponent = "0"] = match;
  const power = Number(exponent) - part.length;
  const coefficient = BigInt(whole + part);
  return power >= 0 ? [coefficient * 10n ** BigInt(power), 1n] : [coefficient, 10n ** BigInt(-power)];
}

const TYPES = ["MinKey", "null", "number", "string", "object", "array", "Binary", "ObjectId", "boolean"];
const LATER = ["date", "Timestamp", "BSONRegExp", "MaxKey"];
function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (value instanceof Date) return "date";
  const tag = (value as { _bsontype?: string })._bsontype ?? typeof value;
  return ["Double", "Long", "Decimal128"].includes(tag) ? "number" : tag;
}
const placeOf = (value: unknown) => [...TYPES, ...LATER].indexOf(typeOf(value));
const first = (...orders: (() => number)[]): number => {
  for (const order of orders) if (order() !== 0) return Math.sign(order());
  return 0;
};
const bytes = (a: string | Uint8Array, b: string | Uint8Array) =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

/** The manual's "Comparison/Sort Order", written apart from the code under test. */
function order(a: unknown, b: unknown): number {
  if (placeOf(a) !== placeOf(b)) return Math.sign(placeOf(a) - placeOf(b));
  switch (typeOf(a)) {
    case "number": {
      const [x, y] = [fraction(a), fraction(b)];
      if (x && y) return Math.sign(Number(x[0] * y[1] > y[0] * x[1]) - Number(x[0] * y[1] < y[0] * x[1]));
      // NaN, then -Infinity, then what is finite, then Infinity.
      const far = (value: unknown) => ["NaN", "-Infinity", "finite", "Infinity"].indexOf(String(value));
      return Math.sign((fraction(a) ? 2 : far(a)) - (fraction(b) ? 2 : far(b)));
    }
    case "string":
      return bytes(a as string, b as string);
    case "object": {
      const [x, y] = [Object.entries(a as object), Object.entries(b as object)];
      return first(
        ...x.slice(0, y.length).flatMap(([name, value], i) => {
          const [other, against] = y[i] as [string, unknown];
          const types = () => placeOf(value) - placeOf(against);
          return [types, () => bytes(name, other), () => order(value, against)];
        }),
        () => x.length - y.length,
      );
    }
    case "array": {
      const [x, y] = [a as unknown[], b as unknown[]];
      return first(
        ...x.slice(0, y.length).map((one, i) => () => order(one, y[i])),
        () => x.length - y.length,
      );
    }
    case "Binary": {
      const [x, y] = [a as Binary, b as Binary];
      return first(
        () => x.position - y.position,
        () => x.sub_type - y.sub_type,
        () => bytes(x.value(), y.value()),
      );
    }
    case "ObjectId":
      return bytes((a as ObjectId).id, (b as ObjectId).id);
    case "Timestamp": {
      const [x, y] = [(a as Timestamp).toBigInt(), (b as Timestamp).toBigInt()];
      return Number(x > y) - Number(x < y);
    }
    case "BSONRegExp":
      return bytes((a as BSONRegExp).pattern, (b as BSONRegExp).pattern);
    default:
      return Math.sign(Number(a) - Number(b)) || 0;
  }
}

describe("index keys", () => {
  test("sort as the values do, upwards and downwards", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const wanted = order(a, b) || 0;
        expect(Math.sign(compare(a, b)) || 0).toBe(wanted);
        expect(same(a, b)).toBe(wanted === 0);
        expect(Math.sign(Buffer.compare(encodeKey([a]), encodeKey([b])))).toBe(wanted);
        expect(Math.sign(Buffer.compare(encodeKey([a], [-1]), encodeKey([b], [-1])))).toBe(
          wanted === 0 ? 0 : -wanted,
        );
      }),
      { numRuns: 3000 },
    );
  });

  test("compare field by field in a compound key", () => {
    fc.assert(
      fc.property(value, value, value, value, (a, b, c, d) => {
        const wanted = Math.sign(compare(a, c) || -compare(b, d));
        expect(Math.sign(Buffer.compare(encodeKey([a, b], [1, -1]), encodeKey([c, d], [1, -1])))).toBe(
          wanted || 0,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test("hold numbers of every type by their exact value", () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [x, y] = [fraction(a), fraction(b)];
        if (!x || !y) return;
        const difference = x[0] * y[1] - y[0] * x[1];
        expect(Math.sign(compare(a, b)) || 0).toBe(difference > 0n ? 1 : difference < 0n ? -1 : 0);
      }),
      { numRuns: 3000 },
    );
  });

  test("order is total: what precedes what precedes it", () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  const decimals = (...values: string[]) => values.map((one) => Decimal128.fromString(one));
  test.each<[string, unknown[], number[], string]>([
    [
      "the ends and what is missing",
      [undefined, null, EMPTY_ARRAY, new MinKey(), new MaxKey()],
      [],
      "0a0a0501fa",
    ],
    [
      "whole numbers",
      [0, -0, 1, -1, new Double(7)],
      [],
      "148000000000000000801480000000000000008014bff00000000000008014400fffffffffffff8014c01c00000000000080",
    ],
    [
      "other doubles",
      [2.5, Number.NaN, Infinity, -Infinity, 5e-324],
      [],
      "14c004000000000000801400000000000000008014fff00000000000008014000fffffffffffff8014800000000000000180",
    ],
    [
      "longs",
      ["-7", "9007199254740993", "9223372036854775807"].map((n) => Long.fromString(n)),
      [],
      "143fe3ffffffffffff8014c340000000000000818001310014c3e00000000000007e7ffeceff",
    ],
    [
      "decimals",
      decimals("0.1", "-1E+23", "NaN", "5.00"),
      [],
      "14bfb999999999999a7e8010cacacacecececacecdcccecdcac8c7cdc8cfcdcecec7cecac7cccbcfcbcacbcecfcecac9cdcaff143b4ad2fd381eb5097e7ff8c7ccc7c7c9cfc7ff1400000000000000008014c01400000000000080",
    ],
    [
      "a decimal no double holds",
      decimals("1E+400"),
      [],
      "14ffefffffffffffff8181903939393939393939…3930383037303031313837343935393539373338313538373531343136333200",
    ],
    [
      "text",
      ["", "a\0b\0", "é\uffff\u{10000}", new BSONSymbol("s")],
      [1, 1, -1, 1],
      "1e00001e6100ff6200ff0000e13c561040400f6f7f7fffff1e730000",
    ],
    [
      "documents and arrays",
      [{ a: 1, b: { c: [null, "x"] }, u: undefined }, [], [1, [2]], {}],
      [],
      "281461000014bff000000000000080286200002832630000320a1e78000000000032003214bff0000000000000803214c0000000000000008000002800",
    ],
    [
      "bytes",
      [new Binary(Buffer.from("abc"), 4), new ObjectId("0123456789abcdef01234567"), true, false],
      [],
      "3c0000000304616263460123456789abcdef0123456750015000",
    ],
    [
      "times",
      [new Date(0), new Date(-1), new Date(8.64e15), new Timestamp({ t: 4294967295, i: 2 })],
      [1, 1, 1, -1],
      "5a80000000000000005a7fffffffffffffff5a801eb208c2dc00009b00000000fffffffd",
    ],
    [
      "patterns and code",
      [new BSONRegExp("^a", "i"), new Code("f"), new Code("f", { x: 1 })],
      [],
      "6e5e610000690000826600008c6600001478000014bff00000000000008000",
    ],
    [
      "what is cut",
      ["z".repeat(4000), 1],
      [],
      "1e7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a…f782a5443d0d68fe928dac97bc91fb1138e302073bdf3ac8002213b992a0ca3a",
    ],
  ])("keep on disk the bytes they had: %s", (_, values, directions, expected) => {
    const hex = storable(encodeKey(values, directions)).toString("hex");
    expect(hex.length > 200 ? `${hex.slice(0, 40)}…${hex.slice(-64)}` : hex).toBe(expected);
  });
});
