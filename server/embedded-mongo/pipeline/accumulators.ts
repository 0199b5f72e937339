import { MongoError } from "../errors.ts";
import { fieldsOf } from "../expressions/arguments.ts";
import { pick } from "../expressions/arrays.ts";
import { compileExpression, type Expression } from "../expressions/expression.ts";
import { average, deviation, distinct, extreme, percentile, sum } from "../expressions/fold.ts";
import { mergeObjects } from "../expressions/objects.ts";
import { comparator } from "../sorting.ts";
import { type Doc, isDocument, toNumber } from "../values.ts";

/** What becomes of one group's documents. */
export type Accumulate = (docs: Doc[], variables: Doc) => unknown;
type Make = (argument: unknown, known: readonly string[], name: string) => Accumulate;

const fail = (code: number, message: string) => new MongoError(code, message);

const over =
  (fold: (values: unknown[]) => unknown): Make =>
  (argument, known, name) => {
    const value = single(argument, known, name);
    return (docs, variables) => fold(docs.map((doc) => value(doc, variables)));
  };

/** An accumulator takes one argument; brackets around it are no array. */
function single(argument: unknown, known: readonly string[], name: string): Expression {
  if (!Array.isArray(argument)) return compileExpression(argument, known);
  if (argument.length !== 1) throw fail(40_237, `The ${name} accumulator is a unary operator`);
  return compileExpression(argument[0], known);
}

function count(n: unknown): number {
  const number = toNumber(n);
  if (number === undefined || !Number.isInteger(number))
    throw fail(5_787_902, "Value for 'n' must be of integral type");
  if (number < 1) throw fail(5_787_908, "'n' must be greater than 0");
  return number;
}

const several =
  (kind: "first" | "last" | "min" | "max"): Make =>
  (argument, known, name) => {
    const given = fieldsOf(
      argument,
      ["n", "input"],
      [],
      { shape: 5_787_900, unknown: 5_787_901, missing: 5_787_906 },
      name,
    );
    const [n, input] = [compileExpression(given.n, known), compileExpression(given.input, known)];
    return (docs, variables) =>
      pick(
        kind,
        docs.map((doc) => input(doc, variables) ?? null),
        count(n(docs[0], variables)),
      );
  };

const ranked =
  (end: "top" | "bottom", many: boolean): Make =>
  (argument, known, name) => {
    const given = fieldsOf(
      argument,
      many ? ["n", "sortBy", "output"] : ["sortBy", "output"],
      [],
      { shape: 5_788_001, unknown: 5_788_002, missing: 5_788_003 },
      name,
    );
    const [n, output] = [compileExpression(given.n ?? 1, known), compileExpression(given.output, known)];
    if (!isDocument(given.sortBy)) throw fail(5_788_604, `${name}'s sortBy must be an object`);
    const order = comparator(given.sortBy, 5_788_604);
    return (docs, variables) => {
      const sorted = [...docs].sort(order);
      const size = count(n(docs[0], variables));
      const chosen = end === "top" ? sorted.slice(0, size) : sorted.slice(-size);
      const values = chosen.map((doc) => output(doc, variables) ?? null);
      return many ? values : values[0];
    };
  };

const quantiles =
  (median: boolean): Make =>
  (argument, known, name) => {
    const given = fieldsOf(
      argument,
      median ? ["input", "method"] : ["input", "p", "method"],
      [],
      { shape: 7_436_200, unknown: 40_415, missing: 40_414 },
      name,
    );
    if (given.method !== "approximate")
      throw fail(2, "Currently only 'approximate' can be used as percentile 'method'.");
    const input = compileExpression(given.input, known);
    const p = compileExpression(given.p ?? 0.5, known)({}, {});
    return (docs, variables) => {
      const values = docs.map((doc) => input(doc, variables));
      return Array.isArray(p)
        ? p.map((at) => percentile(values, toNumber(at) ?? 0))
        : percentile(values, toNumber(p) ?? 0);
    };
  };

const ACCUMULATORS: Record<string, Make> = {
  $sum: over(sum),
  $avg: over(average),
  $min: over(extreme(-1)),
  $max: over(extreme(1)),
  $first: over((values) => values[0] ?? null),
  $last: over((values) => values[values.length - 1] ?? null),
  $push: over((values) => values.filter((value) => value !== undefined)),
  $addToSet: over((values) => distinct(values.filter((value) => value !== undefined))),
  $mergeObjects: over(mergeObjects),
  $stdDevPop: over(deviation(0)),
  $stdDevSamp: over(deviation(1)),
  $count: (argument) => {
    if (!isDocument(argument) || Object.keys(argument).length > 0)
      throw fail(9, "$count takes no arguments, i.e. $count:{}");
    return (docs) => docs.length;
  },
  $firstN: several("first"),
  $lastN: several("last"),
  $minN: several("min"),
  $maxN: several("max"),
  $top: ranked("top", false),
  $topN: ranked("top", true),
  $bottom: ranked("bottom", false),
  $bottomN: ranked("bottom", true),
  $median: quantiles(true),
  $percentile: quantiles(false),
};

/** The computed fields of $group and $bucket, checked. */
export function compileAccumulators(
  output: Doc,
  known: readonly string[],
): (docs: Doc[], variables: Doc) => Doc {
  const fields = Object.entries(output).map(([field, argument]) => {
    if (field.includes(".")) throw fail(40_235, `The field name '${field}' cannot contain '.'`);
    if (field.startsWith("$")) throw fail(40_236, `The field name '${field}' cannot be an operator name`);
    const [name, ...more] = isDocument(argument) ? Object.keys(argument) : [];
    if (!name) throw fail(40_234, `The field '${field}' must be an accumulator object`);
    if (more.length > 0) throw fail(40_238, `The field '${field}' must specify one accumulator`);
    const make = Object.hasOwn(ACCUMULATORS, name) ? ACCUMULATORS[name] : undefined;
    if (!make) throw fail(15_952, `unknown group operator '${name}'`);
    return [field, make((argument as Doc)[name], known, name)] as const;
  });
  return (docs, variables) => Object.fromEntries(fields.map(([field, run]) => [field, run(docs, variables)]));
}
