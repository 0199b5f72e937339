import type { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Long, ObjectId, Timestamp } from "bson";
import { encodeNumber } from "./numbers.ts";
import { type Doc, tag, toNumber } from "./values.ts";

/** Where each BSON type stands in MongoDB's order; `undefined` is a missing field, which sorts as null. */
export const RANK = {
  minKey: 1,
  emptyArray: 5,
  null: 10,
  number: 20,
  string: 30,
  object: 40,
  array: 50,
  binary: 60,
  objectId: 70,
  boolean: 80,
  date: 90,
  timestamp: 100,
  regex: 110,
  code: 130,
  codeWithScope: 140,
  maxKey: 250,
} as const;

const RANK_BY_TAG: Record<string, number> = {
  MinKey: RANK.minKey,
  MaxKey: RANK.maxKey,
  Double: RANK.number,
  Int32: RANK.number,
  Long: RANK.number,
  Decimal128: RANK.number,
  BSONSymbol: RANK.string,
  Binary: RANK.binary,
  ObjectId: RANK.objectId,
  Timestamp: RANK.timestamp,
  BSONRegExp: RANK.regex,
};

export function rank(value: unknown): number {
  switch (typeof value) {
    case "number":
      return RANK.number;
    case "string":
      return RANK.string;
    case "boolean":
      return RANK.boolean;
    case "undefined":
      return RANK.null;
  }
  if (value === null) return RANK.null;
  if (Array.isArray(value)) return RANK.array;
  if (value instanceof Date) return RANK.date;
  const kind = tag(value);
  if (kind === undefined) return RANK.object;
  if (kind === "Code") return (value as Code).scope ? RANK.codeWithScope : RANK.code;
  return RANK_BY_TAG[kind] ?? RANK.object;
}

const order = (a: number | string | bigint, b: number | string | bigint) => (a < b ? -1 : a > b ? 1 : 0);

/** By UTF-8 bytes, as MongoDB does: surrogate pairs come after every other character. */
function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const high = (c: number) => (c >= 0xd800 && c <= 0xdfff ? c + 0x10000 : c);
    return high(x) - high(y);
  }
  return a.length - b.length;
}

function compareNumbers(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") {
    if (a === b) return 0;
    if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
    return Number.isNaN(b) ? 1 : order(a, b);
  }
  if (tag(a) === "Long" && tag(b) === "Long") return order((a as Long).toBigInt(), (b as Long).toBigInt());
  const large = (v: unknown) =>
    tag(v) === "Decimal128" || !((toNumber(v) ?? 0) < 2 ** 53 && (toNumber(v) ?? 0) > -(2 ** 53));
  if (!large(a) && !large(b)) return order(toNumber(a) ?? 0, toNumber(b) ?? 0);
  return Buffer.compare(
    encodeNumber(a as number | Long | Decimal128),
    encodeNumber(b as number | Long | Decimal128),
  );
}

function compareDocuments(a: Doc, b: Doc): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const x = left[i] as string;
    const y = right[i] as string;
    const result = rank(a[x]) - rank(b[y]) || compareStrings(x, y) || compare(a[x], b[y]);
    if (result !== 0) return result;
  }
  return left.length - right.length;
}

/** MongoDB's total order over BSON values (manual: "BSON Types, Comparison/Sort Order"). */
export function compare(a: unknown, b: unknown): number {
  const kind = rank(a);
  const difference = kind - rank(b);
  if (difference !== 0) return difference;
  switch (kind) {
    case RANK.number:
      return compareNumbers(a, b);
    case RANK.string:
      return compareStrings(text(a), text(b));
    case RANK.object:
      return compareDocuments(a as Doc, b as Doc);
    case RANK.array: {
      const [x, y] = [a as unknown[], b as unknown[]];
      for (let i = 0; i < Math.min(x.length, y.length); i++) {
        const result = compare(x[i], y[i]);
        if (result !== 0) return result;
      }
      return x.length - y.length;
    }
    case RANK.binary: {
      const [x, y] = [a as Binary, b as Binary];
      return x.length() - y.length() || x.sub_type - y.sub_type || Buffer.compare(bytesOf(x), bytesOf(y));
    }
    case RANK.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case RANK.boolean:
    case RANK.date:
      return order(Number(a), Number(b));
    case RANK.timestamp:
      return order((a as Timestamp).toBigInt(), (b as Timestamp).toBigInt());
    case RANK.regex:
      return (
        compareStrings((a as BSONRegExp).pattern, (b as BSONRegExp).pattern) ||
        compareStrings((a as BSONRegExp).options, (b as BSONRegExp).options)
      );
    case RANK.code:
    case RANK.codeWithScope:
      return (
        compareStrings((a as Code).code, (b as Code).code) ||
        compareDocuments((a as Code).scope ?? {}, (b as Code).scope ?? {})
      );
    default:
      return 0;
  }
}

export const same = (a: unknown, b: unknown): boolean => compare(a, b) === 0;
export const text = (value: unknown): string =>
  typeof value === "string" ? value : (value as BSONSymbol).value;
export const bytesOf = (value: Binary): Uint8Array => value.buffer.subarray(0, value.position);
