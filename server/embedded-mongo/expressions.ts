import { Long } from "bson";
import { type Context, evalExpr } from "mingo/core";
import * as mingoAccumulators from "mingo/operators/accumulator";
import * as mingoExpressions from "mingo/operators/expression";
import type { Options } from "mingo/types";
import { compare, same } from "./compare.ts";
import { MongoError, notImplemented } from "./errors.ts";
import { asDouble, isDocument, tag, toNumber } from "./values.ts";

type Compute = (doc: unknown, argument: unknown, options: Options) => unknown;
type Accumulate = (items: unknown[], argument: unknown, options: Options) => unknown;

const pair = (argument: unknown, doc: unknown, options: Options): [unknown, unknown] => {
  if (!Array.isArray(argument) || argument.length !== 2)
    throw new MongoError(16020, "Expression takes exactly 2 arguments");
  return evalExpr(doc, argument, options) as [unknown, unknown];
};

/** In an expression a missing field stands below null. */
const order = (a: unknown, b: unknown): number =>
  a === undefined || b === undefined ? Number(a !== undefined) - Number(b !== undefined) : compare(a, b);

const comparison =
  (accepts: (result: number) => unknown): Compute =>
  (doc, argument, options) =>
    accepts(Math.sign(order(...pair(argument, doc, options))));

/** The widest numeric type among the operands decides the type of the result, as in MongoDB. */
function retype(result: unknown, operands: unknown[], divides: boolean): unknown {
  if (typeof result !== "number") return result;
  const kinds = operands.map(tag);
  const fractional = operands.some((v) => typeof v === "number" && !Number.isInteger(v));
  if (divides || fractional || kinds.includes("Double")) return asDouble(result);
  return kinds.includes("Long") && Number.isInteger(result) ? Long.fromNumber(result) : result;
}

const promote = (value: unknown): unknown => {
  if (tag(value) === "Decimal128") throw notImplemented("arithmetic on Decimal128 in an expression");
  return toNumber(value) ?? value;
};

/** mingo computes with JavaScript numbers: unwrap what goes in, give what comes out its BSON type. */
const arithmetic =
  (compute: Compute, divides: boolean): Compute =>
  (doc, argument, options) => {
    const values = evalExpr(doc, argument, options);
    const operands = Array.isArray(values) ? values : [values];
    const plain = operands.map((v) => ({ $literal: promote(v ?? null) }));
    return retype(compute(doc, Array.isArray(argument) ? plain : plain[0], options), operands, divides);
  };

/** One value per document of a group; inside an expression the values are there already. */
const valuesOf = (items: unknown[], argument: unknown, options: Options): unknown[] =>
  argument === null || argument === undefined
    ? items
    : items.map((item) => evalExpr(item, argument, options));

const accumulate =
  (name: string, compute: Accumulate): Accumulate =>
  (items, argument, options) => {
    const values = valuesOf(items, argument, options);
    return retype(compute(values.map(promote), null, options), values, name !== "$sum");
  };

const extreme =
  (sign: 1 | -1): Accumulate =>
  (items, argument, options) => {
    let best: unknown = null;
    for (const value of valuesOf(items, argument, options))
      if (value !== null && value !== undefined && (best === null || sign * compare(value, best) > 0))
        best = value;
    return best;
  };

const ARITHMETIC = ["$add", "$subtract", "$multiply", "$abs", "$ceil", "$floor", "$mod", "$trunc", "$round"];
const DIVIDING = ["$divide", "$exp", "$ln", "$log", "$log10", "$pow", "$sqrt"];
const mingoExpression = mingoExpressions as unknown as Record<string, Compute>;
const mingoAccumulator = mingoAccumulators as unknown as Record<string, Accumulate>;

const own: Record<string, Compute> = {
  $cmp: comparison((r) => r),
  $eq: comparison((r) => r === 0),
  $ne: comparison((r) => r !== 0),
  $gt: comparison((r) => r > 0),
  $gte: comparison((r) => r >= 0),
  $lt: comparison((r) => r < 0),
  $lte: comparison((r) => r <= 0),
  $in: (doc, argument, options) => {
    const [item, list] = pair(argument, doc, options);
    if (!Array.isArray(list)) throw new MongoError(40081, "$in requires an array as a second argument");
    return list.some((candidate) => same(candidate, item));
  },
};
for (const name of ARITHMETIC) own[name] = arithmetic(mingoExpression[name] as Compute, false);
for (const name of DIVIDING) own[name] = arithmetic(mingoExpression[name] as Compute, true);

export const expressions = { ...mingoExpression, ...own } as unknown as Parameters<
  Context["addExpressionOps"]
>[0];

export const accumulators = {
  ...mingoAccumulator,
  $sum: accumulate("$sum", mingoAccumulator.$sum as Accumulate),
  $avg: accumulate("$avg", mingoAccumulator.$avg as Accumulate),
  $max: extreme(1),
  $min: extreme(-1),
} as unknown as Parameters<Context["addAccumulatorOps"]>[0];

/** Refuses an expression with an operator nobody would compute, with MongoDB's code 168. */
export function checkExpression(expression: unknown): void {
  if (Array.isArray(expression)) for (const item of expression) checkExpression(item);
  if (!isDocument(expression)) return;
  for (const [key, value] of Object.entries(expression)) {
    if (key === "$literal") continue;
    if (key === "$function" || key === "$accumulator") throw notImplemented(key);
    if (key.startsWith("$") && !(key in expressions) && !(key in accumulators))
      throw new MongoError(168, `Unrecognized expression '${key}'`);
    checkExpression(value);
  }
}

export const accumulatorNamed = (name: string): Accumulate =>
  (accumulators as unknown as Record<string, Accumulate>)[name] as Accumulate;
