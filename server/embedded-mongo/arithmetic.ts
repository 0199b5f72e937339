import { Decimal128, Long } from "bson";
import { notImplemented } from "./errors.ts";
import { type Exact, exactDecimal } from "./numbers.ts";
import { asDouble, tag, toNumber } from "./values.ts";

export type Kind = "int" | "long" | "double" | "decimal";
export type Operation = "add" | "multiply";

/** From the narrowest to the widest. */
const KINDS: Kind[] = ["int", "long", "double", "decimal"];
const TAGS: Record<string, Kind> = { Int32: "int", Long: "long", Double: "double", Decimal128: "decimal" };
/** JavaScript's operators, which take two bigints as they take two numbers. */
const OPERATIONS: Record<Operation, (x: number, y: number) => number> = {
  add: (x, y) => x + y,
  multiply: (x, y) => x * y,
};

export function kindOf(value: unknown): Kind | undefined {
  if (typeof value !== "number") return TAGS[tag(value) ?? ""];
  return (value | 0) === value && !Object.is(value, -0) ? "int" : "double";
}

/** The widest type of some numbers: that of what is computed from them. */
export const widest = (values: unknown[]): Kind =>
  KINDS[Math.max(0, ...values.map((value) => KINDS.indexOf(kindOf(value) ?? "int")))] as Kind;

/** A double joins a decimal computation with 15 digits, as in MongoDB; undefined for NaN and infinities. */
function toExact(value: unknown): Exact | undefined {
  if (tag(value) === "Decimal128") return exactDecimal(value as Decimal128);
  const number = toNumber(value) as number;
  const rounds = kindOf(value) === "double" && number !== 0 && Number.isFinite(number);
  return exactDecimal(Decimal128.fromString(rounds ? number.toPrecision(15) : String(value)));
}

/** Rounded to 34 digits. What is much longer is cut before, its last digit saying that something followed. */
function fromExact({ coefficient, exponent }: Exact): Decimal128 {
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
  if (kind === "double") return asDouble(near);
  // Most counters: no whole number that fits an Int32 was rounded. Adding 0 leaves no -0.
  if (kind === "int" && (near | 0) === near) return near + 0;
  if (kind !== "decimal") {
    const compute = OPERATIONS[operation] as unknown as (x: bigint, y: bigint) => bigint;
    const whole = compute(BigInt(String(a)), BigInt(String(b)));
    return whole === BigInt.asIntN(64, whole) ? Long.fromBigInt(whole) : asDouble(Number(whole));
  }
  const [x, y] = [toExact(a), toExact(b)];
  if (!x || !y) return Decimal128.fromString(String(near));
  if (operation === "multiply")
    return fromExact({ coefficient: x.coefficient * y.coefficient, exponent: x.exponent + y.exponent });
  const exponent = Math.min(x.exponent, y.exponent);
  const scaled = (term: Exact) => term.coefficient * 10n ** BigInt(term.exponent - exponent);
  return fromExact({ coefficient: scaled(x) + scaled(y), exponent });
}
