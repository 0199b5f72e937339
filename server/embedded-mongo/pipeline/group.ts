import { rank } from "../bson-types.ts";
import { compare } from "../compare.ts";
import { MongoError } from "../errors.ts";
import { compileExpression, type Expression } from "../expressions/expression.ts";
import { identity } from "../keys.ts";
import { type Doc, isDocument, toNumber } from "../values.ts";
import { compileAccumulators } from "./accumulators.ts";
import type { Stage } from "./pipeline.ts";

const fail = (code: number, message: string) => new MongoError(code, message);

/** Groups by MongoDB's equality; a group of no name at all is the group of null. */
function groupBy(docs: Doc[], idOf: (doc: Doc) => unknown): { _id: unknown; docs: Doc[] }[] {
  const groups = new Map<string, { _id: unknown; docs: Doc[] }>();
  for (const doc of docs) {
    const _id = idOf(doc) ?? null;
    const name = identity(_id);
    const known = groups.get(name);
    if (known) known.docs.push(doc);
    else groups.set(name, { _id, docs: [doc] });
  }
  return [...groups.values()];
}

const group: Stage = (spec, { known }) => {
  if (!isDocument(spec)) throw fail(15_947, "a group's fields must be specified in an object");
  if (!("_id" in spec)) throw fail(15_955, "a group specification must include an _id");
  const { _id, ...output } = spec;
  const id = compileExpression(_id, known);
  const accumulate = compileAccumulators(output, known);
  return (docs, { variables }) =>
    groupBy(docs, (doc) => id(doc, variables)).map((one) => ({
      _id: one._id,
      ...accumulate(one.docs, variables),
    }));
};

const byCount: Stage = (argument, scope) => {
  const isExpression = isDocument(argument) && Object.keys(argument)[0]?.startsWith("$");
  if (isDocument(argument) && !isExpression)
    throw fail(
      40_147,
      "the sortByCount field must be defined as a $-prefixed path or an expression inside an object",
    );
  if (typeof argument === "string" && !argument.startsWith("$"))
    throw fail(
      40_148,
      "the sortByCount field must be defined as a $-prefixed path or an expression inside an object",
    );
  if (!isDocument(argument) && typeof argument !== "string")
    throw fail(40_149, "the sortByCount field must be specified as a string or as an object");
  const run = group({ _id: argument, count: { $sum: 1 } }, scope);
  return (docs, environment) =>
    run(docs, environment).sort((a, b) => (toNumber(b.count) as number) - (toNumber(a.count) as number));
};

const counting: Stage = (name) => {
  if (typeof name !== "string") throw fail(40_156, "the count field must be a non-empty string");
  if (name === "") throw fail(40_157, "the count field must be a non-empty string");
  if (name.startsWith("$")) throw fail(40_158, "the count field cannot be a $-prefixed path");
  if (name.includes(".")) throw fail(40_160, "the count field cannot contain '.'");
  return (docs) => (docs.length > 0 ? [{ [name]: docs.length }] : []);
};

function groupField(groupBy: unknown, known: readonly string[], code: number): Expression {
  const isPath = typeof groupBy === "string" && groupBy.startsWith("$");
  if (!isPath && !isDocument(groupBy))
    throw fail(code, "The 'groupBy' field must be defined as a $-prefixed path or an expression");
  return compileExpression(groupBy, known);
}

const bucket: Stage = (spec, { known }) => {
  if (!isDocument(spec)) throw fail(40_201, "Argument to $bucket stage must be an object");
  for (const option of Object.keys(spec))
    if (!["groupBy", "boundaries", "default", "output"].includes(option))
      throw fail(40_197, `Unrecognized option to $bucket: ${option}.`);
  if (!("groupBy" in spec) || !("boundaries" in spec))
    throw fail(40_198, "$bucket requires 'groupBy' and 'boundaries' to be specified.");
  const idOf = groupField(spec.groupBy, known, 40_202);
  if (!Array.isArray(spec.boundaries)) throw fail(40_200, "The $bucket 'boundaries' field must be an array");
  const bounds = spec.boundaries.map((bound) => compileExpression(bound)({}, {}));
  if (bounds.length < 2) throw fail(40_192, "The $bucket 'boundaries' field must have at least 2 values");
  bounds.slice(1).forEach((bound, i) => {
    if (rank(bound) !== rank(bounds[i]))
      throw fail(40_193, "All values in the 'boundaries' option to $bucket must have the same type.");
    if (compare(bounds[i], bound) >= 0)
      throw fail(40_194, "The 'boundaries' option to $bucket must be sorted");
  });
  const other = spec.default === undefined ? undefined : compileExpression(spec.default)({}, {});
  if (other !== undefined && compare(other, bounds[0]) >= 0 && compare(other, bounds[bounds.length - 1]) < 0)
    throw fail(
      40_199,
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
  if (spec.output !== undefined && !isDocument(spec.output))
    throw fail(40_196, "The $bucket 'output' field must be an object");
  const accumulate = compileAccumulators((spec.output ?? { count: { $sum: 1 } }) as Doc, known);
  return (docs, { variables }) => {
    const place = (doc: Doc): unknown => {
      const value = idOf(doc, variables) ?? null;
      const next = bounds.findIndex((bound) => compare(value, bound) < 0);
      if (next > 0) return bounds[next - 1];
      if (other === undefined)
        throw fail(
          40_066,
          "$switch could not find a matching branch for an input, and no default was specified.",
        );
      return other;
    };
    return groupBy(docs, place)
      .sort((a, b) => compare(a._id, b._id))
      .map((one) => ({ _id: one._id, ...accumulate(one.docs, variables) }));
  };
};

const bucketAuto: Stage = (spec, { known }) => {
  if (!isDocument(spec)) throw fail(40_240, "The argument to $bucketAuto must be an object");
  if (spec.granularity !== undefined)
    throw fail(238, "the embedded server does not implement 'granularity' in $bucketAuto");
  for (const option of Object.keys(spec))
    if (!["groupBy", "buckets", "output"].includes(option))
      throw fail(40_245, `Unrecognized option to $bucketAuto: ${option}.`);
  if (!("groupBy" in spec) || !("buckets" in spec))
    throw fail(40_246, "$bucketAuto requires 'groupBy' and 'buckets' to be specified.");
  const idOf = groupField(spec.groupBy, known, 40_239);
  const buckets = toNumber(spec.buckets);
  if (buckets === undefined) throw fail(40_241, "The $bucketAuto 'buckets' field must be a numeric value");
  if (!Number.isInteger(buckets))
    throw fail(40_242, "The $bucketAuto 'buckets' field must be representable as a 32-bit integer");
  if (buckets <= 0) throw fail(40_243, "The $bucketAuto 'buckets' field must be greater than 0");
  const accumulate = compileAccumulators((spec.output ?? { count: { $sum: 1 } }) as Doc, known);
  return (docs, { variables }) => {
    const sorted = docs
      .map((doc) => ({ doc, value: idOf(doc, variables) ?? null }))
      .sort((a, b) => compare(a.value, b.value));
    const size = Math.max(1, Math.round(sorted.length / buckets));
    const out: Doc[] = [];
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      to = out.length === buckets - 1 ? sorted.length : Math.min(sorted.length, from + size);
      while (to < sorted.length && compare(sorted[to]?.value, sorted[to - 1]?.value) === 0) to++;
      const part = sorted.slice(from, to);
      const max = (sorted[to] ?? part[part.length - 1])?.value;
      out.push({
        _id: { min: part[0]?.value, max },
        ...accumulate(
          part.map(({ doc }) => doc),
          variables,
        ),
      });
    }
    return out;
  };
};

export const groupStages: Record<string, Stage> = {
  $group: group,
  $sortByCount: byCount,
  $count: counting,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
};
