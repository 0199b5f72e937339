import { Binary, BSONRegExp, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from "bson";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "./compare.ts";
import { encodeKey } from "./keys.ts";

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

describe("index keys", () => {
  test("sort as the values do, upwards and downwards", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const wanted = Math.sign(compare(a, b));
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
        expect(Math.sign(compare(a, b))).toBe(difference > 0n ? 1 : difference < 0n ? -1 : 0);
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
});
