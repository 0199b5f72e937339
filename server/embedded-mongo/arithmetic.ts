import { Decimal128, Long } from "bson";
import { notImplemented } from "./errors.ts";
import { type Exact, exactDecimal, exactDouble } from "./numbers.ts";
import { asDouble, tag, toNumber } from "./values.ts";

export type Kind = "int" | "long" | "double" | "decimal";
export type Operation = "add" | "subtract" | "multiply" | "divide" | "mod";

/** From the narrowest to the widest. */
const KINDS: Kind[] = ["int", "long", "double", "decimal"];
const TAGS: Record<string, Kind> = { Int32: "int", Long: "long", Double: "double", Decimal128: "decimal" };
/** JavaScript's operators, which take two bigints as they take two numbers. */
const OPERATIONS: Record<Operation, (x: number, y: number) => number> = {
  add: (x, y) => x + y,
  multiply: (x, y) => x * y,
  subtract: (x, y) => x - y,
  divide: (x, y) => x / y,
  mod: (x, y) => x % y,
};

export function kindOf(value: unknown): Kind | undefined {
  if (typeof value !== "number") return TAGS[tag(value) ?? ""];
  return (value | 0) === value && !Object.is(value, -0) ? "int" : "double";
}

/** The widest type of some numbers: that of what is computed from them. */
export const widest = (values: unknown[]): Kind =>
  KINDS[Math.max(0, ...values.map((value) => KINDS.indexOf(kindOf(value) ?? "int")))] as Kind;

/** A double joins a decimal computation with 15 digits, as in MongoDB; undefined for NaN and infinities. */
export function toExact(value: unknown): Exact | undefined {
  if (tag(value) === "Decimal128") return exactDecimal(value as Decimal128);
  const number = toNumber(value) as number;
  const rounds = kindOf(value) === "double" && number !== 0 && Number.isFinite(number);
  return exactDecimal(Decimal128.fromString(rounds ? number.toPrecision(15) : String(value)));
}

/** Rounded to 34 digits. What is much longer is cut before, its last digit saying that something followed. */
export function fromExact({ coefficient, exponent }: Exact): Decimal128 {
  const digits = String(coefficient).replace("-", "").length;
  // bson refuses, or rounds wrongly, what is beyond the ends.
  if (exponent < -6176 || exponent + digits > 6145) throw notImplemented("so large or so small a decimal");
  const more = digits - 40;
  if (more <= 0) return Decimal128.fromStringWithRounding(`${coefficient}E${exponent}`);
  const unit = 10n ** BigInt(more);
  const tail = coefficient % unit === 0n ? 0n : coefficient < 0n ? -1n : 1n;
  return Decimal128.fromStringWithRounding(`${(coefficient / unit) * 10n + tail}E${exponent + more - 1}`);
}

/** The result has the wider type of the two; a whole number that overflows its type takes the next one. */
export function calculate(operation: Operation, a: unknown, b: unknown): unknown {
  const kind = widest([a, b]);
  const near = OPERATIONS[operation](toNumber(a) as number, toNumber(b) as number);
  if (kind === "double" || (operation === "divide" && kind !== "decimal")) return asDouble(near);
  // Most counters: no whole number that fits an Int32 was rounded. Adding 0 leaves no -0.
  if (kind === "int" && (near | 0) === near) return near + 0;
  const compute = OPERATIONS[operation] as unknown as (x: bigint, y: bigint) => bigint;
  if (kind !== "decimal") {
    const whole = compute(BigInt(String(a)), BigInt(String(b)));
    return whole === BigInt.asIntN(64, whole) ? Long.fromBigInt(whole) : asDouble(Number(whole));
  }
  const [x, y] = [toExact(a), toExact(b)];
  if (!x || !y) return Decimal128.fromString(String(near));
  if (operation === "multiply")
    return fromExact({ coefficient: x.coefficient * y.coefficient, exponent: x.exponent + y.exponent });
  if (operation === "divide") return divide(x, y);
  const exponent = Math.min(x.exponent, y.exponent);
  const scaled = (term: Exact) => term.coefficient * 10n ** BigInt(term.exponent - exponent);
  return fromExact({ coefficient: compute(scaled(x), scaled(y)), exponent });
}

// From here on, and subtract, divide and mod above: what only the expressions in expressions/ use.

export const toBigInt = (value: unknown): bigint =>
  tag(value) === "Long" ? (value as Long).toBigInt() : BigInt(toNumber(value) as number);

/** A whole number of the kind asked, of the next wider one when it does not fit. */
export function integral(kind: Kind, value: bigint): unknown {
  if (kind === "int" && value === BigInt.asIntN(32, value)) return Number(value);
  return value === BigInt.asIntN(64, value) ? Long.fromBigInt(value) : asDouble(Number(value));
}

export const decimalOf = (value: number): Decimal128 => Decimal128.fromString(String(value));

function divide(a: Exact, b: Exact): Decimal128 {
  // Forty digits more than the divisor has: rounding to 34 then sees everything it needs.
  const shift = 40 + String(b.coefficient).length;
  let coefficient = (a.coefficient * 10n ** BigInt(shift)) / b.coefficient;
  let exponent = a.exponent - b.exponent - shift;
  for (; exponent < a.exponent - b.exponent && coefficient % 10n === 0n; exponent++) coefficient /= 10n;
  return fromExact({ coefficient, exponent });
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
