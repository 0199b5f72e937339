import { Decimal128, Long } from "bson";
import { calculate, integral, kindOf, type Operation, roundTo, toBigInt, widest } from "../arithmetic.ts";
import { typeName } from "../bson-types.ts";
import { MongoError, notImplemented } from "../errors.ts";
import { asDouble, toNumber } from "../values.ts";
import { ANY, takes } from "./arguments.ts";
import type { Operator } from "./expression.ts";
import { average, deviation, extreme, sum } from "./fold.ts";

const fail = (code: number, message: string) => new MongoError(code, message);

function assertNumber(value: unknown, code: number, name: string): void {
  if (!kindOf(value)) throw fail(code, `${name} only supports numeric types, not ${typeName(value)}`);
}

const addTo = (date: Date, amount: unknown): Date => {
  const sum = new Date(date.getTime() + Math.round(toNumber(amount) as number));
  if (Number.isNaN(sum.getTime())) throw fail(15, "date overflow");
  return sum;
};

const add: Operator = takes([0, ANY], (...values: unknown[]) => {
  let total: unknown = 0;
  let date: Date | undefined;
  for (const value of values) {
    if (!(value instanceof Date)) {
      assertNumber(value, 14, "$add");
      total = calculate("add", total, value);
    } else if (date) throw fail(16612, "only one date allowed in an $add expression");
    else date = value;
  }
  return date ? addTo(date, total) : total;
});

const subtract: Operator = takes([2, 2], (a: unknown, b: unknown) => {
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  if (a instanceof Date && kindOf(b)) return addTo(a, -(toNumber(b) as number));
  if (!kindOf(a) || !kindOf(b)) throw fail(14, `can't $subtract ${typeName(b)} from ${typeName(a)}`);
  return calculate("subtract", a, b);
});

const multiply: Operator = takes([0, ANY], (...values: unknown[]) =>
  values.reduce((total, value) => {
    assertNumber(value, 14, "$multiply");
    return calculate("multiply", total, value);
  }, 1),
);

/** Two numbers, refused when the second is zero. */
const dividing = (operation: Operation, wrongType: number, zero: number): Operator =>
  takes([2, 2], (a: unknown, b: unknown) => {
    assertNumber(a, wrongType, `$${operation}`);
    assertNumber(b, wrongType, `$${operation}`);
    if (toNumber(b) === 0) throw fail(zero, `can't $${operation} by zero`);
    return calculate(operation, a, b);
  });

const rounding = (mode: "ceil" | "floor"): Operator =>
  takes([1, 1], (value: unknown) => {
    assertNumber(value, 28_765, `$${mode}`);
    return roundTo(value, 0, mode);
  });

const toPlace = (mode: "round" | "trunc"): Operator =>
  takes([1, 2], (value: unknown, place: unknown = 0) => {
    assertNumber(value, 51_081, `$${mode}`);
    const places = toNumber(place);
    if (places === undefined || !Number.isInteger(places))
      throw fail(51_082, `precision argument to $${mode} must be a integral value`);
    if (places < -20 || places > 100)
      throw fail(51_083, `cannot apply $${mode} with precision value ${places}`);
    return roundTo(value, places, mode);
  });

/** One number to a double; decimals, which need 34 digits, are refused rather than guessed. */
const real = (
  compute: (x: number) => number,
  domain?: { code: number; holds: (x: number) => boolean },
): Operator =>
  takes([1, 1], (value: unknown) => {
    assertNumber(value, 28_765, "this expression");
    if (kindOf(value) === "decimal") throw notImplemented("this function on Decimal128");
    const x = toNumber(value) as number;
    if (domain && !Number.isNaN(x) && !domain.holds(x))
      throw fail(domain.code, `argument out of range: ${x}`);
    return asDouble(compute(x));
  });

const absolute: Operator = takes([1, 1], (value: unknown) => {
  assertNumber(value, 28_765, "$abs");
  const kind = kindOf(value);
  if (kind === "decimal") return Decimal128.fromString(String(value).replace(/^-/, ""));
  if (kind === "double") return asDouble(Math.abs(toNumber(value) as number));
  const whole = toBigInt(value);
  if (whole === -(2n ** 63n)) throw fail(28_680, "can't take $abs of long long min");
  return kind === "long"
    ? Long.fromBigInt(whole < 0n ? -whole : whole)
    : integral("int", whole < 0n ? -whole : whole);
});

const power: Operator = takes([2, 2], (base: unknown, exponent: unknown) => {
  assertNumber(base, 28_762, "$pow's base");
  assertNumber(exponent, 28_763, "$pow's exponent");
  const kind = widest([base, exponent]);
  if (kind === "decimal") throw notImplemented("$pow on Decimal128");
  const [x, y] = [toNumber(base) as number, toNumber(exponent) as number];
  if (x === 0 && y < 0) throw fail(28_764, "$pow cannot take a base of 0 and a negative exponent");
  if (kind === "double" || y < 0 || y > 64 * 64) return asDouble(x ** y);
  return integral(kind, toBigInt(base) ** toBigInt(exponent));
});

const logarithm: Operator = takes([2, 2], (value: unknown, base: unknown) => {
  assertNumber(value, 28_756, "$log's argument");
  assertNumber(base, 28_757, "$log's base");
  const [x, b] = [toNumber(value) as number, toNumber(base) as number];
  if (x <= 0) throw fail(28_758, `$log's argument must be a positive number, but is ${x}`);
  if (b <= 0 || b === 1)
    throw fail(28_759, `$log's base must be a positive number not equal to 1, but is ${b}`);
  return asDouble(Math.log(x) / Math.log(b));
});

const bits = (identity: bigint, compute: (a: bigint, b: bigint) => bigint): Operator =>
  takes([0, ANY], (...values: unknown[]) => {
    for (const value of values)
      if (!["int", "long"].includes(kindOf(value) ?? "")) throw fail(14, "only int and long are supported");
    return integral(widest(values), values.map(toBigInt).reduce(compute, identity));
  });

/** One argument that is an array gives its elements, several give themselves. */
export const folded =
  (compute: (values: unknown[]) => unknown): Operator =>
  (argument, compile) => {
    const items = (Array.isArray(argument) ? argument : [argument]).map((item) => compile(item));
    return (doc, variables) => {
      const values = items.map((item) => item(doc, variables));
      return compute(values.length === 1 && Array.isArray(values[0]) ? values[0] : values);
    };
  };

const unit = { code: 50_989, holds: (x: number) => Math.abs(x) <= 1 };
const finite = { code: 50_989, holds: Number.isFinite };

export const arithmeticOperators: Record<string, Operator> = {
  $add: add,
  $subtract: subtract,
  $multiply: multiply,
  $divide: dividing("divide", 14, 2),
  $mod: dividing("mod", 16_611, 16_610),
  $abs: absolute,
  $ceil: rounding("ceil"),
  $floor: rounding("floor"),
  $round: toPlace("round"),
  $trunc: toPlace("trunc"),
  $pow: power,
  $log: logarithm,
  $exp: real(Math.exp),
  $ln: real(Math.log, { code: 28_766, holds: (x) => x > 0 }),
  $log10: real(Math.log10, { code: 28_761, holds: (x) => x > 0 }),
  $sqrt: real(Math.sqrt, { code: 28_714, holds: (x) => x >= 0 }),
  $sin: real(Math.sin, finite),
  $cos: real(Math.cos, finite),
  $tan: real(Math.tan, finite),
  $asin: real(Math.asin, unit),
  $acos: real(Math.acos, unit),
  $atan: real(Math.atan),
  $sinh: real(Math.sinh),
  $cosh: real(Math.cosh),
  $tanh: real(Math.tanh),
  $asinh: real(Math.asinh),
  $acosh: real(Math.acosh, { code: 50_989, holds: (x) => x >= 1 }),
  $atanh: real(Math.atanh, unit),
  $atan2: takes([2, 2], (y: unknown, x: unknown) => {
    assertNumber(y, 51_044, "$atan2");
    assertNumber(x, 51_045, "$atan2");
    return asDouble(Math.atan2(toNumber(y) as number, toNumber(x) as number));
  }),
  $degreesToRadians: real((x) => (x * Math.PI) / 180),
  $radiansToDegrees: real((x) => (x * 180) / Math.PI),
  $bitAnd: bits(-1n, (a, b) => a & b),
  $bitOr: bits(0n, (a, b) => a | b),
  $bitXor: bits(0n, (a, b) => a ^ b),
  $bitNot: takes([1, 1], (value: unknown) => {
    if (!["int", "long"].includes(kindOf(value) ?? "")) throw fail(14, "$bitNot only supports int and long");
    return integral(kindOf(value) ?? "int", ~toBigInt(value));
  }),
  $rand: () => () => Math.random(),
  $sum: folded(sum),
  $avg: folded(average),
  $max: folded(extreme(1)),
  $min: folded(extreme(-1)),
  $stdDevPop: folded(deviation(0)),
  $stdDevSamp: folded(deviation(1)),
};
