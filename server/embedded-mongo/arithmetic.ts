import { Decimal128, Long } from "bson";
import { type Exact, exactDecimal, exactDouble } from "./numbers.ts";
import { asDouble, tag, toNumber } from "./values.ts";

export type Kind = "int" | "long" | "double" | "decimal";
export type Operation = "add" | "subtract" | "multiply" | "divide" | "mod";

const WIDTH = { int: 0, long: 1, double: 2, decimal: 3 };
const KINDS: Record<string, Kind> = { Int32: "int", Long: "long", Double: "double", Decimal128: "decimal" };

export function kindOf(value: unknown): Kind | undefined {
  if (typeof value !== "number") return KINDS[tag(value) ?? ""];
  return (value | 0) === value && !Object.is(value, -0) ? "int" : "double";
}

export const widest = (values: unknown[]): Kind =>
  values.reduce<Kind>((widest, value) => {
    const kind = kindOf(value) ?? "int";
    return WIDTH[kind] > WIDTH[widest] ? kind : widest;
  }, "int");

export const toBigInt = (value: unknown): bigint =>
  tag(value) === "Long" ? (value as Long).toBigInt() : BigInt(toNumber(value) as number);

/** A whole number of the kind asked, of the next wider one when it does not fit. */
export function integral(kind: Kind, value: bigint): unknown {
  if (kind === "int" && value === BigInt.asIntN(32, value)) return Number(value);
  return value === BigInt.asIntN(64, value) ? Long.fromBigInt(value) : asDouble(Number(value));
}

/** A double joins a decimal computation with 15 digits, as in MongoDB; undefined for NaN and infinities. */
export function toExact(value: unknown): Exact | undefined {
  if (tag(value) === "Decimal128") return exactDecimal(value as Decimal128);
  if (tag(value) === "Long") return { coefficient: toBigInt(value), exponent: 0 };
  const number = toNumber(value) ?? 0;
  if (!Number.isFinite(number)) return undefined;
  if (kindOf(value) === "int" || number === 0) return { coefficient: BigInt(number), exponent: 0 };
  return exactDecimal(Decimal128.fromString(number.toPrecision(15).toUpperCase()));
}

const DIGITS = 40;

/** Rounded to 34 digits. What is much longer is cut before, its last digit saying that something followed. */
export function fromExact({ coefficient, exponent }: Exact): Decimal128 {
  const more = String(coefficient).replace("-", "").length - DIGITS;
  if (more <= 0) return Decimal128.fromStringWithRounding(`${coefficient}E${exponent}`);
  const unit = 10n ** BigInt(more);
  const cut = coefficient / unit;
  const tail = coefficient % unit === 0n ? 0n : coefficient < 0n ? -1n : 1n;
  return Decimal128.fromStringWithRounding(`${cut * 10n + tail}E${exponent + more - 1}`);
}

export const decimalOf = (value: number): Decimal128 =>
  Decimal128.fromString(
    Number.isFinite(value) || Number.isNaN(value) ? String(value) : value > 0 ? "Infinity" : "-Infinity",
  );

/** JavaScript's operators, which take two bigints as they take two numbers. */
const OPERATIONS: Record<Operation, (x: number, y: number) => number> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  mod: (x, y) => x % y,
};
const whole = (operation: Operation, x: bigint, y: bigint) =>
  (OPERATIONS[operation] as unknown as (x: bigint, y: bigint) => bigint)(x, y);

function decimals(operation: Operation, left: unknown, right: unknown): Decimal128 {
  const [a, b] = [toExact(left), toExact(right)];
  if (!a || !b) return decimalOf(OPERATIONS[operation](toNumber(left) ?? 0, toNumber(right) ?? 0));
  if (operation === "multiply")
    return fromExact({ coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent });
  if (operation === "divide") {
    // Forty digits more than the divisor has: rounding to 34 then sees everything it needs.
    const shift = 40 + String(b.coefficient).length;
    let coefficient = (a.coefficient * 10n ** BigInt(shift)) / b.coefficient;
    let exponent = a.exponent - b.exponent - shift;
    for (; exponent < a.exponent - b.exponent && coefficient % 10n === 0n; exponent++) coefficient /= 10n;
    return fromExact({ coefficient, exponent });
  }
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = (x: Exact) => x.coefficient * 10n ** BigInt(x.exponent - exponent);
  return fromExact({ coefficient: whole(operation, scaled(a), scaled(b)), exponent });
}

/** The result has the wider type of the two; a whole number that overflows its type takes the next one. */
export function calculate(operation: Operation, a: unknown, b: unknown): unknown {
  const kind = widest([a, b]);
  if (kind === "decimal") return decimals(operation, a, b);
  if (kind === "double" || operation === "divide")
    return asDouble(OPERATIONS[operation](toNumber(a) as number, toNumber(b) as number));
  return integral(kind, whole(operation, toBigInt(a), toBigInt(b)));
}

/** Rounds to `place` decimals, half to even or towards zero, keeping the number's type. */
export function roundTo(value: unknown, place: number, mode: "round" | "trunc" | "ceil" | "floor"): unknown {
  const kind = kindOf(value) as Kind;
  const number = toNumber(value) as number;
  const isWhole = kind === "int" || kind === "long";
  const exact = kind === "double" && Number.isFinite(number) ? exactDouble(number) : toExact(value);
  if (!exact || (isWhole && place >= 0) || exact.exponent >= -place) return value;
  const unit = 10n ** BigInt(-place - exact.exponent);
  let quotient = exact.coefficient / unit;
  const rest = exact.coefficient % unit;
  const sign = exact.coefficient < 0n ? -1n : 1n;
  const twice = rest * sign * 2n;
  if (mode === "round" && (twice > unit || (twice === unit && quotient % 2n !== 0n))) quotient += sign;
  if ((mode === "ceil" && rest > 0n) || (mode === "floor" && rest < 0n)) quotient += sign;
  if (kind === "decimal") return fromExact({ coefficient: quotient, exponent: -place });
  if (isWhole) return integral(kind, quotient * 10n ** BigInt(-place));
  const rounded = Number(`${quotient}e${-place}`);
  return asDouble(rounded === 0 && number < 0 ? -0 : rounded);
}
