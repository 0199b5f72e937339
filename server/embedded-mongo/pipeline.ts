import { Long } from "bson";
import { Aggregator } from "mingo/aggregator";
import { Context, evalExpr } from "mingo/core";
import { type Iterator, Lazy } from "mingo/lazy";
import * as mingoStages from "mingo/operators/pipeline";
import * as windowOperators from "mingo/operators/window";
import type { Options } from "mingo/types";
import { compare } from "./compare.ts";
import { MongoError } from "./errors.ts";
import { accumulatorNamed, accumulators, expressions } from "./expressions.ts";
import { identity } from "./keys.ts";
import { compiled, normalize } from "./matcher.ts";
import { anyValue, sortKey } from "./paths.ts";
import { compileProjection } from "./projection.ts";
import { type Doc, isDocument, toNumber } from "./values.ts";

type Stage = (items: Iterator, argument: never, options: Options) => Iterator;
/** Documents of another collection of the same database, for $lookup and its kin. */
export type Find = (collection: string, filter: Doc) => Doc[];
export type PipelineOptions = { variables?: Doc; find?: Find };

const fail = (code: number, message: string) => new MongoError(code, message);

export function sortDocuments(docs: Doc[], sort: Doc): Doc[] {
  const paths = Object.keys(sort).map((field) => field.split("."));
  const directions = Object.values(sort).map((direction) => toNumber(direction) as number);
  const keyed = docs.map((doc) => ({ doc, key: sortKey(doc, paths, directions) }));
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ doc }) => doc);
}

/** Groups by MongoDB's equality (mingo's is JavaScript's) and lets mingo accumulate. */
function groupBy(items: Iterator, idOf: (doc: unknown) => unknown, output: Doc, options: Options): Doc[] {
  const groups = new Map<string, { id: unknown; docs: unknown[] }>();
  items.each((doc) => {
    const id = idOf(doc) ?? null;
    const name = identity(id);
    const known = groups.get(name);
    if (known) known.docs.push(doc);
    else groups.set(name, { id, docs: [doc] });
  });
  return [...groups.values()].map(({ id, docs }) => {
    const out: Doc = { _id: id };
    for (const [field, accumulator] of Object.entries(output)) {
      const [name, argument] = Object.entries(accumulator as Doc)[0] as [string, unknown];
      out[field] = accumulatorNamed(name)(docs, argument, options);
    }
    return out;
  });
}

function group(items: Iterator, { _id, ...output }: Doc, options: Options): Iterator {
  return Lazy(groupBy(items, (doc) => evalExpr(doc, _id, options), output, options));
}

function bucket(items: Iterator, spec: Doc, options: Options): Iterator {
  const boundaries = spec.boundaries as unknown[];
  const place = (doc: unknown): unknown => {
    const value = evalExpr(doc, spec.groupBy, options) ?? null;
    const next = boundaries.findIndex((boundary) => compare(value, boundary) < 0);
    if (next > 0) return boundaries[next - 1];
    if (spec.default === undefined)
      throw fail(
        7157303,
        "$switch could not find a matching branch for an input, and no default was specified.",
      );
    return spec.default;
  };
  const output = (spec.output ?? { count: { $sum: 1 } }) as Doc;
  return Lazy(groupBy(items, place, output, options).sort((a, b) => compare(a._id, b._id)));
}

function unwind(items: Iterator, argument: string | Doc): Iterator {
  const spec: Doc = typeof argument === "string" ? { path: argument } : argument;
  const [first, ...rest] = String(spec.path).slice(1).split(".") as [string, ...string[]];
  const keep = spec.preserveNullAndEmptyArrays === true;
  const replace = (doc: Doc, path: string[], value: unknown): Doc => {
    const [key, ...next] = path as [string, ...string[]];
    const out = { ...doc };
    if (next.length > 0) out[key] = replace(out[key] as Doc, next, value);
    else if (value === undefined) delete out[key];
    else out[key] = value;
    return out;
  };
  const expand = (doc: Doc): Doc[] => {
    let value: unknown = doc[first];
    for (const part of rest) value = isDocument(value) ? value[part] : undefined;
    const index = (out: Doc, i: number | null): Doc =>
      spec.includeArrayIndex
        ? { ...out, [spec.includeArrayIndex as string]: i === null ? null : Long.fromNumber(i) }
        : out;
    if (Array.isArray(value)) {
      if (value.length > 0) return value.map((item, i) => index(replace(doc, [first, ...rest], item), i));
      return keep ? [index(replace(doc, [first, ...rest], undefined), null)] : [];
    }
    if (value === undefined || value === null) return keep ? [index(doc, null)] : [];
    return [index(doc, null)];
  };
  return Lazy(
    (function* () {
      for (const doc of items) yield* expand(doc as unknown as Doc);
    })(),
  );
}

function lookup(find: Find, items: Iterator, spec: Doc, options: Options): Iterator {
  const { from, localField, foreignField, as, pipeline } = spec as {
    from: string;
    localField?: string;
    foreignField?: string;
    as: string;
    pipeline?: Doc[];
  };
  return items.map((doc: Doc) => {
    const values: unknown[] = [];
    if (localField)
      anyValue(
        doc,
        localField.split("."),
        true,
        (value) => void values.push(...(Array.isArray(value) ? [] : [value ?? null])) as never,
      );
    if (localField && values.length === 0 && !Array.isArray(doc[localField])) values.push(null);
    const filter = foreignField ? { [foreignField]: { $in: values } } : {};
    const found = find(from, filter);
    const variables = { ...options.variables, ...(evalExpr(doc, spec.let ?? {}, options) as Doc) };
    return { ...doc, [as]: pipeline ? runPipeline(found, pipeline, { find, variables }) : found };
  });
}

const own: Record<string, Stage> = {
  $match: (items, filter: Doc, options) =>
    items.filter(compiled(normalize(filter), options.variables as Doc)),
  $sort: (items, sort: Doc) => items.transform((docs: Doc[]) => Lazy(sortDocuments(docs, sort)) as never),
  $project: (items, spec: Doc, options) => items.map(compileProjection(spec, options)),
  $unset: (items, fields: string | string[], options) =>
    items.map(compileProjection(Object.fromEntries([fields].flat().map((field) => [field, 0])), options)),
  $group: group,
  $bucket: bucket,
  $count: (items, name: string) => {
    const n = items.size();
    return Lazy(n > 0 ? [{ [name]: n }] : []);
  },
  $sortByCount: (items, expression: unknown, options) =>
    (own.$sort as Stage)(
      group(items, { _id: expression, count: { $sum: 1 } }, options),
      { count: -1 } as never,
      options,
    ),
  $unwind: unwind,
};

/** Every stage by name, but $lookup, which needs a way to find. */
export const stages: Record<string, unknown> = { ...mingoStages, ...own };

/** Runs stages that `checkPipeline` accepted over documents in memory. */
export function runPipeline(
  docs: Iterable<Doc>,
  pipeline: Doc[],
  { variables = {}, find = () => [] }: PipelineOptions = {},
): Doc[] {
  const context = Context.init({
    pipeline: { ...stages, $lookup: lookup.bind(null, find) } as unknown as Parameters<
      Context["addPipelineOps"]
    >[0],
    expression: expressions,
    accumulator: accumulators,
    window: windowOperators as unknown as Parameters<Context["addWindowOps"]>[0],
  });
  return new Aggregator(pipeline, {
    context,
    variables,
    scriptEnabled: false,
    collectionResolver: (name) => find(name, {}),
  }).run(docs);
}
