import { must } from "./arguments.ts";
import { rank } from "./bson-types.ts";
import { compare, same } from "./compare.ts";
import { notImplemented } from "./errors.ts";
import { compileExpression } from "./expressions.ts";
import { pathParts } from "./field-paths.ts";
import { identity } from "./keys.ts";
import { FOLDS, merge, setOf } from "./operators.ts";
import type { Run, Scope } from "./stages.ts";
import { type Doc, isDocument } from "./values.ts";

const ACCUMULATORS: typeof FOLDS = {
  ...FOLDS,
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: (values) => values.filter((value) => value !== undefined),
  $addToSet: (values) => [...setOf(values.filter((value) => value !== undefined)).values()],
  $mergeObjects: merge,
  $count: (values) => values.length,
};
const NOT_OURS = `$accumulator $bottom $bottomN $firstN $lastN $maxN $median $minN $percentile
  $top $topN`.split(/\s+/);

/** The computed fields of $group and $bucket, checked. */
function compileAccumulators(output: Doc, known: readonly string[]): (docs: Doc[], variables: Doc) => Doc {
  const fields = Object.entries(output).map(([field, given]) => {
    must(pathParts(field).length === 1, 40_235, `The field name '${field}' cannot contain '.'`);
    const [name = "", ...more] = isDocument(given) ? Object.keys(given) : [];
    must(isDocument(given) && name && !more[0], 40_234, `'${field}' must be an object of one accumulator`);
    if (NOT_OURS.includes(name)) throw notImplemented(`the accumulator ${name}`);
    must(Object.hasOwn(ACCUMULATORS, name), 15_952, `unknown group operator '${name}'`);
    const fold = ACCUMULATORS[name] as (typeof FOLDS)[string];
    const values = [given[name]].flat();
    must(values.length === 1, 40_237, `The ${name} accumulator is a unary operator`);
    must(name !== "$count" || JSON.stringify(given) === '{"$count":{}}', 9, "$count takes no arguments");
    const value = compileExpression(values[0], known);
    return [field, (docs: Doc[], variables: Doc) => fold(docs.map((doc) => value(doc, variables)))] as const;
  });
  return (docs, variables) => Object.fromEntries(fields.map(([field, run]) => [field, run(docs, variables)]));
}

/** Groups by MongoDB's equality; what is missing groups as null. */
export function group(spec: Doc, { known }: Scope): Run {
  must("_id" in spec, 15_955, "a group specification must include an _id");
  const { _id: by, ...output } = spec;
  const [idOf, accumulate] = [compileExpression(by, known), compileAccumulators(output, known)];
  return (docs, { variables }) => {
    const groups = new Map<string, { _id: unknown; docs: Doc[] }>();
    for (const doc of docs) {
      const _id = idOf(doc, variables) ?? null;
      const name = identity(_id);
      const found = groups.get(name);
      if (found) found.docs.push(doc);
      else groups.set(name, { _id, docs: [doc] });
    }
    return [...groups.values()].map((one) => ({ _id: one._id, ...accumulate(one.docs, variables) }));
  };
}

/** As MongoDB does: a $group by the $switch that says in which bucket a value is. */
export function bucket(
  [by, bounds, other, output = { count: { $sum: 1 } }]: unknown[],
  { compile }: Scope,
): Run {
  const values = (bounds as unknown[]).map((bound) => compileExpression(bound)({}, {}));
  const [least, most] = [values[0], values.at(-1)];
  const rises = (value: unknown, i: number) =>
    rank(value) === rank(least) && (i === 0 || compare(values[i - 1], value) < 0);
  must(values.length > 1 && values.every(rises), 40_194, "'boundaries' must be sorted values of one type");
  const fallback = { $literal: compileExpression(other)({}, {}) };
  const isOutside =
    other === undefined || compare(fallback.$literal, least) < 0 || compare(fallback.$literal, most) >= 0;
  must(isOutside, 40_199, "The $bucket 'default' must be outside the boundaries");
  const branches = values.slice(1).map((value, i) => ({
    case: { $and: [{ $gte: [by, { $literal: values[i] }] }, { $lt: [by, { $literal: value }] }] },
    // biome-ignore lint/suspicious/noThenProperty: the name $switch gives it
    then: { $literal: values[i] },
  }));
  const place = other === undefined ? { branches } : { branches, default: fallback };
  return compile([{ $group: { _id: { $switch: place }, ...(output as Doc) } }, { $sort: { _id: 1 } }]);
}

/** Buckets of about as many documents each; those of one value stay together. */
export function bucketAuto(
  [by, buckets, output = { count: { $sum: 1 } }]: [unknown, number, Doc?],
  { known }: Scope,
): Run {
  const [idOf, accumulate] = [compileExpression(by, known), compileAccumulators(output, known)];
  return (docs, { variables }) => {
    const sorted = docs.map((doc) => ({ doc, value: idOf(doc, variables) ?? null }));
    sorted.sort((a, b) => compare(a.value, b.value));
    const size = Math.max(1, Math.round(sorted.length / buckets));
    const out: Doc[] = [];
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      to = out.length === buckets - 1 ? sorted.length : from + size;
      while (to < sorted.length && same(sorted[to]?.value, sorted[to - 1]?.value)) to++;
      const part = sorted.slice(from, to);
      const [min, max] = [part[0]?.value, (sorted[to] ?? part.at(-1))?.value];
      const inside = part.map(({ doc }) => doc);
      out.push({ _id: { min, max }, ...accumulate(inside, variables) });
    }
    return out;
  };
}
