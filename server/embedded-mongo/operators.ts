import { Long } from "bson";
import { byMingo, isMissing, must, ofNumbers, over, plain } from "./arguments.ts";
import { calculate, kindOf } from "./arithmetic.ts";
import { typeName } from "./bson-types.ts";
import { dated } from "./calendar.ts";
import { compare, same } from "./compare.ts";
import { CONVERSIONS } from "./conversions.ts";
import { dateOperators } from "./dates.ts";
import { notImplemented } from "./errors.ts";
import type { Operator } from "./expressions.ts";
import { isTruthy } from "./field-paths.ts";
import { identity } from "./keys.ts";
import { textOperators } from "./texts.ts";
import { asDouble, type Doc, isDocument, toNumber } from "./values.ts";

type Items = unknown[];
const moved = (date: Date, by: unknown): Date => dated(date.getTime() + Math.round(toNumber(by) as number));

const isInt = (value: unknown): value is number =>
  typeof value === "number" && value !== 0 && (value | 0) === value;
/** The sum of two numbers; most are small and whole. */
const plus = (a: unknown, b: unknown): unknown =>
  isInt(a) && isInt(b) && isInt(a + b) ? a + b : calculate("add", a, b);

function add(...terms: Items): unknown {
  let date: Date | undefined;
  let total: unknown = 0;
  for (const term of terms) {
    must(!(date && term instanceof Date), 16_612, "only one date allowed in an $add expression");
    if (term instanceof Date) date = term;
    else total = plus(total, term);
  }
  return date ? moved(date, total) : total;
}

function subtract(a: unknown, b: unknown): unknown {
  if (a instanceof Date) return b instanceof Date ? Long.fromNumber(+a - +b) : moved(a, -plain(b));
  must(!(b instanceof Date), 14, "can't $subtract a date from a number");
  return ofNumbers("$subtract", [a, b], 14);
}

/** Rounds to decimals, half to even, or cuts; mingo's own loses digits. Those of `toFixed` are exact. */
function toPlace(rounds: boolean, value: unknown, places = 0): unknown {
  must(places >= -20 && places <= 100, 51_083, `cannot round with precision value ${places}`);
  const number = plain(value);
  if (places < 0) throw notImplemented("rounding before the decimal point");
  if (kindOf(value) !== "double" || places > 50 || !(Math.abs(number) < 2 ** 53)) return value;
  const [whole = "", decimals = ""] = Math.abs(number).toFixed(100).split(".");
  const [kept, rest] = [BigInt(whole + decimals.slice(0, places)), decimals.slice(places).replace(/0+$/, "")];
  const up = rounds && (rest > "5" || (rest === "5" && kept % 2n === 1n)) ? 1n : 0n;
  return asDouble(Number(`${number < 0 || Object.is(number, -0) ? "-" : ""}${kept + up}e-${places}`));
}

/** In an expression a missing field stands below null. */
const comparison = (accepts: (order: number) => unknown): Operator =>
  over("any any", 9, (a: unknown, b: unknown) => {
    if (a !== undefined && b !== undefined) return accepts(Math.sign(compare(a, b)));
    return accepts(Number(a !== undefined) - Number(b !== undefined));
  });

const toObject = (pairs: Items): Doc =>
  Object.fromEntries(
    pairs.map((pair) => {
      const isDoc = isDocument(pair) && Object.keys(pair).sort().join() === "k,v";
      const [key, value, ...more] = isDoc ? [pair.k, pair.v] : Array.isArray(pair) ? pair : [];
      const isPair = typeof key === "string" && value !== undefined && more.length === 0;
      must(isPair, 40_392, "$arrayToObject takes pairs, or documents of k and v");
      return [key, value];
    }),
  );

/** Later documents win. */
export function merge(docs: Items): Doc {
  const areDocuments = docs.every((doc) => isMissing(doc) || isDocument(doc));
  must(areDocuments, 40_400, "$mergeObjects requires object inputs");
  return Object.fromEntries(docs.flatMap((doc) => Object.entries(doc ?? {})));
}

const sum = (values: Items): unknown =>
  values.reduce((total, value) => (kindOf(value) ? plus(total, value) : total), 0);

/** The least (-1) or the greatest (1) value in BSON's order, null and missing left out. */
const extreme = (sign: 1 | -1) => (values: Items) => {
  let best: unknown = null;
  for (const value of values)
    if (!isMissing(value) && (best === null || sign * compare(value, best) > 0)) best = value;
  return best;
};

/** Of the numbers among them, over their count less `fewer`. */
const deviation = (fewer: 0 | 1) => (values: Items) => {
  const numbers = values.filter((value) => kindOf(value)).map(plain);
  if (numbers.length <= fewer) return null;
  const mean = numbers.reduce((x, y) => x + y, 0) / numbers.length;
  const squares = numbers.reduce((total, number) => total + (number - mean) ** 2, 0);
  return asDouble(Math.sqrt(squares / (numbers.length - fewer)));
};

/** What becomes of many values: in an expression of the items of an array, in $group of the documents. */
export const FOLDS: Record<string, (values: Items) => unknown> = {
  $sum: sum,
  $avg: (values) => {
    const count = values.filter((value) => kindOf(value)).length;
    return count === 0 ? null : asDouble(plain(sum(values)) / count);
  },
  $min: extreme(-1),
  $max: extreme(1),
  $stdDevPop: deviation(0),
  $stdDevSamp: deviation(1),
};

/** Each value once, by what MongoDB calls equal. */
export const setOf = (items: Items): Map<string, unknown> => {
  const set = new Map<string, unknown>();
  for (const item of items) if (!set.has(identity(item))) set.set(identity(item), item);
  return set;
};
const ordered = (items: Iterable<unknown>): Items => [...items].sort(compare);
const only = (items: Items, others: Items, wanted: boolean): Items => {
  const known = setOf(others);
  return [...setOf(items)].flatMap(([name, item]) => (known.has(name) === wanted ? [item] : []));
};
const isSubset = (a: Items, b: Items): boolean => only(a, b, false).length === 0;

export const valueOperators: Record<string, Operator> = {
  ...dateOperators,
  ...textOperators,
  $add: over("term*", 14, add),
  $subtract: over("term term", 14, subtract),
  $multiply: over("number*", 14, (...all: Items) => all.reduce((x, y) => calculate("multiply", x, y), 1)),
  $divide: over("real real", 14),
  $mod: over("number number", 16_610),
  $pow: over("number number", 28_764),
  $abs: over("number", 28_765),
  $ceil: over("number", 28_765),
  $floor: over("number", 28_765),
  $sqrt: over("real", 28_714),
  $round: over("number whole?", 51_081, (value, places?: number) => toPlace(true, value, places)),
  $trunc: over("number whole?", 51_081, (value, places?: number) => toPlace(false, value, places)),
  $cmp: comparison((order) => order),
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $not: over("any", 9, (value) => !isTruthy(value)),
  $ifNull: over("any any any*", 9, (...all: Items) => all.find((one) => !isMissing(one)) ?? all.at(-1)),
  $size: over("array!", 17_124),
  $arrayElemAt: over("array whole", 28_689),
  $first: over("array", 28_689, (items: Items) => items[0]),
  $last: over("array", 28_689, (items: Items) => items.at(-1)),
  $firstN: over("n:positive input:array!", 5_787_908, (n: number, items: Items) => items.slice(0, n)),
  $lastN: over("n:positive input:array!", 5_787_908, (n: number, items: Items) => items.slice(-n)),
  $concatArrays: over("array*", 28_664),
  $reverseArray: over("array", 34_435),
  $slice: over("array whole whole?", 28_724),
  $range: over("whole! whole! whole?", 34_443, (from: number, to: number, step = 1) => {
    must(step !== 0, 34_449, "$range requires a non-zero step value");
    must((to - from) / step <= 1_000_000, 146, "$range would use too much memory");
    return byMingo("$range", [from, to, step]);
  }),
  $in: over("any array!", 40_081, (item, items: Items) => items.some((one) => same(one, item))),
  $indexOfArray: over("array any refused? refused?", 40_090, (items: Items, item) =>
    items.findIndex((one) => same(one, item)),
  ),
  $isArray: over("any", 9, Array.isArray),
  $setUnion: over("array*", 17_043, (...sets: Items[]) => ordered(setOf(sets.flat()).values())),
  $setIntersection: over("array*", 17_047, (first: Items = [], ...rest: Items[]) =>
    ordered(rest.reduce((a, b) => only(a, b, true), only(first, first, true))),
  ),
  $setDifference: over("array array", 17_048, (a: Items, b: Items) => only(a, b, false)),
  $setEquals: over(
    "array! array! refused?",
    17_044,
    (a: Items, b: Items) => isSubset(a, b) && isSubset(b, a),
  ),
  $setIsSubset: over("array! array!", 17_046, isSubset),
  $allElementsTrue: over("array!", 17_040, (items: Items) => items.every(isTruthy)),
  $anyElementTrue: over("array!", 17_041, (items: Items) => items.some(isTruthy)),
  $mergeObjects: over("any*", 9, (...docs: Items) => merge(docs)),
  $objectToArray: over("object", 40_390),
  $arrayToObject: over("array", 40_386, toObject),
  $type: over("any", 9, typeName),
  $isNumber: over("any", 9, (value) => kindOf(value) !== undefined),
};
for (const name of `$sin $cos $tan $asin $acos $atan $sinh $cosh $tanh $asinh $acosh $atanh $exp $ln $log10
  $degreesToRadians $radiansToDegrees`.split(/\s+/))
  valueOperators[name] = over("real", 28_765);
for (const name of ["$log", "$atan2"]) valueOperators[name] = over("real real", 28_756);
for (const [name, fold] of Object.entries(FOLDS))
  valueOperators[name] = over("any*", 9, (...values: Items) =>
    fold(values.length === 1 && Array.isArray(values[0]) ? values[0] : values),
  );
for (const [name, convert] of Object.entries(CONVERSIONS))
  valueOperators[name] = over("any", 9, (value) => {
    const converted = isMissing(value) ? null : convert(value);
    must(converted !== undefined, 241, `Unsupported conversion from ${typeName(value)} by ${name}`);
    return converted;
  });
