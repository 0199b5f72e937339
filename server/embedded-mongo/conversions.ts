import { Long, ObjectId } from "bson";
import { kindOf } from "./arithmetic.ts";
import { asDate, dated, readDate } from "./calendar.ts";
import { notImplemented } from "./errors.ts";
import { asDouble, isTrue, tag, toNumber } from "./values.ts";

const isDate = (value: unknown): value is Date => value instanceof Date;

/** A value as MongoDB writes it: of a number the shortest digits that read back the same. */
export function toText(value: unknown): unknown {
  if (isDate(value)) return value.toISOString();
  if (kindOf(value)) return String(kindOf(value) === "double" ? toNumber(value) : value);
  if (tag(value) === "Binary") throw notImplemented("a Binary as a string");
  const isWritten = typeof value === "string" || typeof value === "boolean" || tag(value) === "ObjectId";
  return isWritten ? String(value) : undefined;
}

function toWhole(value: unknown, bits: 32 | 64): unknown {
  if (kindOf(value) === "decimal") throw notImplemented("a Decimal128 as another number");
  let whole: bigint | undefined;
  if (tag(value) === "Long") whole = (value as Long).toBigInt();
  else if (Number.isFinite(toNumber(value))) whole = BigInt(Math.trunc(toNumber(value) as number));
  else if (typeof value === "boolean" || (isDate(value) && bits === 64)) whole = BigInt(Number(value));
  else if (typeof value === "string" && /^[+-]?\d+$/.test(value)) whole = BigInt(value.replace("+", ""));
  if (whole === undefined || whole !== BigInt.asIntN(bits, whole)) return undefined;
  return bits === 32 ? Number(whole) : Long.fromBigInt(whole);
}

const NUMBER = /^[+-]?((\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|Infinity|NaN)$/;

function toDouble(value: unknown): unknown {
  const isRead = typeof value === "string" ? NUMBER.test(value) : typeof value === "boolean" || isDate(value);
  const number = isRead ? Number(value) : toNumber(value);
  return number === undefined ? undefined : asDouble(number);
}

function toDate(value: unknown): unknown {
  if (typeof value === "string") return readDate(value);
  const kind = kindOf(value);
  if (kind === "long" || kind === "double") return dated(Math.trunc(toNumber(value) as number));
  const isMoment = isDate(value) || tag(value) === "ObjectId" || tag(value) === "Timestamp";
  return isMoment ? asDate(value) : undefined;
}

/** What each conversion gives; undefined for what it cannot read. */
export const CONVERSIONS: Record<string, (value: unknown) => unknown> = {
  $toInt: (value) => toWhole(value, 32),
  $toLong: (value) => toWhole(value, 64),
  $toDouble: toDouble,
  $toString: toText,
  $toBool: (value) => (toNumber(value) === undefined && typeof value !== "boolean") || isTrue(value),
  $toDate: toDate,
  $toObjectId: (value) => {
    if (tag(value) === "ObjectId") return value;
    return typeof value === "string" && /^[0-9a-f]{24}$/i.test(value) ? new ObjectId(value) : undefined;
  },
};
