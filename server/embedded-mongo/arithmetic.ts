import { Decimal128, Long } from "bson";
import { MongoError } from "./errors.ts";
import { type Exact, exactDecimal } from "./numbers.ts";
import { asDouble, tag, toNumber } from "./values.ts";

const INT = 2 ** 31;

/** A double joins a decimal computation with 15 digits, as in MongoDB. */
function toExact(value: unknown): Exact {
  const decimal = tag(value) === "Decimal128" ? (value as Decimal128) : undefined;
  const digits =
    tag(value) === "Long"
      ? String(value)
      : String(Number((toNumber(value) ?? 0).toPrecision(15))).toUpperCase();
  const exact = exactDecimal(decimal ?? Decimal128.fromString(digits));
  if (!exact) throw new MongoError(238, "the embedded server does not compute with NaN or infinite decimals");
  return exact;
}

function decimals(name: "$inc" | "$mul", a: Exact, b: Exact): Decimal128 {
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = (x: Exact) => x.coefficient * 10n ** BigInt(x.exponent - exponent);
  const result =
    name === "$inc"
      ? { coefficient: scaled(a) + scaled(b), exponent }
      : { coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent };
  return Decimal128.fromStringWithRounding(`${result.coefficient}E${result.exponent}`);
}

const isInt = (value: unknown): value is number =>
  typeof value === "number" && (value | 0) === value && !Object.is(value, -0);
const integer = (value: unknown): bigint =>
  tag(value) === "Long" ? (value as Long).toBigInt() : BigInt(value as number);

/** $inc and $mul: the result has the wider type of the two; an Int32 that overflows becomes a Long. */
export function combine(name: "$inc" | "$mul", a: unknown, b: unknown): unknown {
  if (tag(a) === "Decimal128" || tag(b) === "Decimal128") return decimals(name, toExact(a), toExact(b));
  const whole = (value: unknown) => isInt(value) || tag(value) === "Long";
  if (!whole(a) || !whole(b)) {
    const [x, y] = [toNumber(a) ?? 0, toNumber(b) ?? 0];
    return asDouble(name === "$inc" ? x + y : x * y);
  }
  const result = name === "$inc" ? integer(a) + integer(b) : integer(a) * integer(b);
  if (result !== BigInt.asIntN(64, result))
    throw new MongoError(
      2,
      `Failed to apply ${name} operations to current value: the result overflows a 64-bit integer`,
    );
  const small = result >= -BigInt(INT) && result < BigInt(INT);
  return isInt(a) && isInt(b) && small ? Number(result) : Long.fromBigInt(result);
}

/** $bit on Int32 and Long. */
export function bitwise(operation: string, a: unknown, b: unknown): unknown {
  if (!(isInt(a) || tag(a) === "Long") || !(isInt(b) || tag(b) === "Long"))
    throw new MongoError(2, "The $bit modifier field must be an Integer(32/64 bit)");
  const [x, y] = [integer(a), integer(b)];
  const result = operation === "and" ? x & y : operation === "or" ? x | y : x ^ y;
  return isInt(a) && isInt(b) ? Number(result) : Long.fromBigInt(result);
}
