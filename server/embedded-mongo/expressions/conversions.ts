import { Binary, Decimal128, Long, ObjectId } from "bson";
import { decimalOf, fromExact, kindOf, roundTo, toBigInt, toExact } from "../arithmetic.ts";
import { typeName, typeNamed } from "../bson-types.ts";
import { MongoError } from "../errors.ts";
import { asDouble, encode, isDocument, tag, toNumber } from "../values.ts";
import { fieldsOf, isMissing, takes } from "./arguments.ts";
import { readDate } from "./calendar.ts";
import type { Operator } from "./expression.ts";
import { isTruthy } from "./logic.ts";

const refuse = (value: unknown, to: string, why = "with no onError value") =>
  new MongoError(241, `Unsupported conversion from ${typeName(value)} to ${to} in $convert ${why}`);

/** A number as MongoDB writes it: shortest digits that read back the same. */
export function toText(value: unknown): unknown {
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "boolean") return String(value);
  const kind = tag(value);
  if (toNumber(value) !== undefined) return kind === "Double" ? String(toNumber(value)) : String(value);
  if (kind === "ObjectId") return String(value);
  if (kind === "Binary") {
    const binary = value as Binary;
    return binary.sub_type === 4 ? binary.toUUID().toString() : binary.toString("base64");
  }
  throw refuse(value, "string");
}

function toWhole(value: unknown, to: "int" | "long"): unknown {
  const size = to === "int" ? 32 : 64;
  let whole: bigint;
  if (typeof value === "boolean") whole = value ? 1n : 0n;
  else if (typeof value === "string") {
    if (!/^[+-]?\d+$/.test(value)) throw refuse(value, to, `Failed to parse number '${value}'`);
    whole = BigInt(value.replace("+", ""));
  } else if (value instanceof Date && to === "long") whole = BigInt(value.getTime());
  else if (kindOf(value)) {
    const number = toNumber(value) as number;
    if (!Number.isFinite(number)) throw refuse(value, to, "of NaN or infinity");
    const cut = roundTo(value, 0, "trunc");
    whole = tag(cut) === "Decimal128" ? decimalWhole(cut as Decimal128) : toBigInt(cut);
  } else throw refuse(value, to);
  if (whole !== BigInt.asIntN(size, whole)) throw refuse(value, to, "would overflow the target type");
  return to === "int" ? Number(whole) : Long.fromBigInt(whole);
}

function decimalWhole(value: Decimal128): bigint {
  const [digits = "0", exponent = "0"] = value.toString().split("E");
  return BigInt(digits.replace(/\..*/, "")) * 10n ** BigInt(Math.max(0, Number(exponent)));
}

const NUMBER = /^[+-]?(\d+\.?\d*([eE][+-]?\d+)?|\.\d+([eE][+-]?\d+)?|inf(inity)?|nan)$/i;

function toReal(value: unknown, to: "double" | "decimal"): unknown {
  if (typeof value === "string") {
    if (!NUMBER.test(value)) throw refuse(value, to, `Failed to parse number '${value}'`);
    if (to === "decimal") return Decimal128.fromStringWithRounding(value);
    return asDouble(/inf/i.test(value) ? (value.startsWith("-") ? -Infinity : Infinity) : Number(value));
  }
  const number = typeof value === "boolean" || value instanceof Date ? Number(value) : toNumber(value);
  if (number === undefined) throw refuse(value, to);
  if (to === "double") return asDouble(number);
  if (tag(value) === "Decimal128") return value;
  const exact = toExact(kindOf(value) ? value : Long.fromNumber(number));
  return exact ? fromExact(exact) : decimalOf(number);
}

function toObjectId(value: unknown): unknown {
  if (tag(value) === "ObjectId") return value;
  if (typeof value === "string" && /^[0-9a-f]{24}$/i.test(value)) return new ObjectId(value);
  throw refuse(
    value,
    "objectId",
    typeof value === "string" ? `Failed to parse objectId '${value}'` : undefined,
  );
}

function toDate(value: unknown): unknown {
  if (value instanceof Date) return value;
  const kind = tag(value);
  if (kind === "ObjectId") return (value as ObjectId).getTimestamp();
  if (kind === "Timestamp") return new Date((value as Long).getHighBitsUnsigned() * 1000);
  if (typeof value === "string") return readDate(value);
  if (kindOf(value) && kindOf(value) !== "int") return new Date(toNumber(toWhole(value, "long")) as number);
  throw refuse(value, "date");
}

function toBinary(value: unknown): unknown {
  if (tag(value) === "Binary") return value;
  if (typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))
    return Binary.createFromHexString(value.replaceAll("-", ""), 4);
  throw refuse(value, "binData");
}

const TO: Record<string, (value: unknown) => unknown> = {
  int: (value) => toWhole(value, "int"),
  long: (value) => toWhole(value, "long"),
  double: (value) => toReal(value, "double"),
  decimal: (value) => toReal(value, "decimal"),
  string: toText,
  bool: (value) => (typeof value === "boolean" ? value : toNumber(value) === undefined || isTruthy(value)),
  objectId: toObjectId,
  date: toDate,
};

const converts = (to: (value: unknown) => unknown): Operator => takes([1, 1], to, { code: 50_723 });

const convert: Operator = (argument, compile, name) => {
  const given = fieldsOf(
    argument,
    ["input", "to"],
    ["onError", "onNull"],
    { shape: 9, unknown: 9, missing: 9 },
    name,
  );
  const [input, target] = [compile(given.input), compile(given.to)];
  const [onError, onNull] = [given.onError, given.onNull].map((one) =>
    one === undefined ? undefined : compile(one),
  );
  return (doc, variables) => {
    const value = input(doc, variables);
    if (isMissing(value)) return onNull ? onNull(doc, variables) : null;
    const asked = target(doc, variables);
    const type = isDocument(asked) ? asked.type : asked;
    if (isMissing(type)) return null;
    const to = TO[typeNamed(type)];
    try {
      if (!to) throw refuse(value, String(type));
      return to(value);
    } catch (error) {
      if (onError && (error as MongoError).code === 241) return onError(doc, variables);
      throw error;
    }
  };
};

export const typeOperators: Record<string, Operator> = {
  $type: takes([1, 1], typeName, { nulls: true }),
  $isNumber: takes([1, 1], (value: unknown) => kindOf(value) !== undefined, { nulls: true }),
  $convert: convert,
  $toInt: converts(TO.int as (value: unknown) => unknown),
  $toLong: converts(TO.long as (value: unknown) => unknown),
  $toDouble: converts(TO.double as (value: unknown) => unknown),
  $toDecimal: converts(TO.decimal as (value: unknown) => unknown),
  $toString: converts(toText),
  $toBool: converts(TO.bool as (value: unknown) => unknown),
  $toObjectId: converts(toObjectId),
  $toDate: converts(toDate),
  $toUUID: converts(toBinary),
  $binarySize: takes([1, 1], (value: unknown) => {
    if (typeof value === "string") return Buffer.byteLength(value);
    if (tag(value) === "Binary") return (value as Binary).length();
    throw new MongoError(51_276, "$binarySize requires a string or BinData argument");
  }),
  $bsonSize: takes([1, 1], (value: unknown) => {
    if (!isDocument(value)) throw new MongoError(31_393, "$bsonSize requires a document input");
    return encode(value).length;
  }),
};
