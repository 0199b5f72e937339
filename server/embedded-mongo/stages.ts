import { Long } from "bson";
import { isMissing, must, options } from "./arguments.ts";
import { notImplemented } from "./errors.ts";
import { compileExpression } from "./expressions.ts";
import { pathParts, setter } from "./field-paths.ts";
import { bucket, bucketAuto, group } from "./group.ts";
import { GRAPH, graphLookup, LOOKUP, lookup } from "./joins.ts";
import { matches } from "./matcher.ts";
import { compileFields, compileProjection } from "./projection.ts";
import { checkSort, comparator } from "./sorting.ts";
import { type Doc, isDocument } from "./values.ts";

/** Documents of another collection of the same database, for $lookup and its kin. */
export type Find = (collection: string, filter: Doc) => Doc[];
export type Environment = { variables: Doc; find: Find };
export type Run = (docs: Doc[], environment: Environment) => Doc[];
/** What a stage needs to be checked: the variables it may use and how to check a pipeline inside it. */
export type Scope = { known: readonly string[]; compile: (pipeline: unknown, more?: string[]) => Run };
type Stage = (argument: unknown, scope: Scope) => Run;

const isText = (argument: unknown) => typeof argument === "string";
/** A stage whose arguments are given by name (see `over`), or as one that stands for the first of them. */
function stage<T extends unknown[]>(
  spec: string,
  code: number,
  make: (given: T, scope: Scope) => Run,
  isFirst: (argument: unknown) => boolean = () => false,
): Stage {
  return (argument, scope) => {
    const given = isFirst(argument) ? { [spec.split(":")[0] as string]: argument } : argument;
    return make(options<T>(spec, given, code, "the stage"), scope);
  };
}
/** A stage of one argument, which has no name. */
const alone = <T>(type: string, code: number, make: (argument: T, scope: Scope) => Run): Stage =>
  stage<[T]>(
    `it:${type}`,
    code,
    ([argument], scope) => make(argument, scope),
    () => true,
  );

/** What makes one document of each. */
const each =
  (make: (doc: Doc, variables: Doc) => Doc): Run =>
  (docs, { variables }) =>
    docs.map((doc) => make(doc, variables));

function unwind([path, index, keep]: [path: string, index?: string, keep?: boolean]): Run {
  const [parts, put] = [pathParts(path.slice(1)), setter(path.slice(1))];
  const number = index === undefined ? (doc: Doc) => doc : setter(index);
  return (docs) =>
    docs.flatMap((doc) => {
      const value = parts.reduce<unknown>((at, part) => (isDocument(at) ? at[part] : undefined), doc);
      const isList = Array.isArray(value);
      if (isList && value.length > 0)
        return value.map((item, i) => number(put(doc, item), Long.fromNumber(i)));
      if ((isList || isMissing(value)) && !keep) return [];
      return [number(isList ? put(doc, undefined) : doc, null)];
    });
}

/** Keeps, prunes, or looks at what is inside each document, and each document inside it. */
function redact(argument: unknown, { known }: Scope): Run {
  const decide = compileExpression(argument, known);
  const below = (value: unknown, variables: Doc): unknown => {
    if (Array.isArray(value))
      return value.map((item) => below(item, variables)).filter((item) => item !== undefined);
    if (!isDocument(value)) return value;
    const verdict = decide(value, variables);
    if (verdict === "$$KEEP") return value;
    if (verdict === "$$PRUNE") return undefined;
    must(verdict === "$$DESCEND", 17_053, "$redact takes $$KEEP, $$DESCEND or $$PRUNE");
    const kept = Object.entries(value).map(([key, inner]) => [key, below(inner, variables)] as const);
    return Object.fromEntries(kept.filter(([, inner]) => inner !== undefined));
  };
  return (docs, { variables }) => docs.map((doc) => below(doc, variables)).filter(isDocument);
}

const addFields = alone<Doc>("fields", 40_177, (spec, { known }) => each(compileFields(spec, known)));

function replaceWith(argument: unknown, { known }: Scope): Run {
  const root = compileExpression(argument, known);
  return each((doc, variables) => {
    const value = root(doc, variables);
    must(isDocument(value), 40_228, "'newRoot' expression must evaluate to an object");
    return value;
  });
}

const STAGES: Record<string, Stage> = {
  $addFields: addFields,
  $set: addFields,
  $group: alone("object", 15_947, group),
  $replaceWith: replaceWith,
  $replaceRoot: stage<[unknown]>("newRoot:any", 40_231, ([root], scope) => replaceWith(root, scope)),
  $bucket: stage("groupBy:grouping boundaries:array default:any? output:object?", 40_198, bucket),
  $bucketAuto: stage(
    "groupBy:grouping buckets:positive output:object? granularity:refused?",
    40_246,
    bucketAuto,
  ),
  $redact: alone<unknown>("any", 17_053, redact),
  $graphLookup: stage(GRAPH, 40_105, graphLookup),
  $lookup: stage(LOOKUP, 9, lookup),
  $unwind: stage(
    "path:path includeArrayIndex:name? preserveNullAndEmptyArrays:bool?",
    28_811,
    unwind,
    isText,
  ),
  $limit: alone<number>("positive", 15_958, (most) => (docs) => docs.slice(0, most)),
  $skip: alone<number>("natural", 5_107_200, (number) => (docs) => docs.slice(number)),
  $sample: stage<[number]>("size:positive", 28_747, ([size]) => (docs) => {
    const drawn = docs.map((doc) => ({ doc, at: Math.random() })).sort((a, b) => a.at - b.at);
    return drawn.slice(0, size).map(({ doc }) => doc);
  }),
  $match: alone<Doc>("object", 15_959, (filter, { known }) => {
    matches(filter, Object.fromEntries(known.map((name) => [name, null])));
    return (docs, { variables }) => docs.filter(matches(filter, variables));
  }),
  $sort: alone<Doc>("fields", 15_976, (order) => {
    checkSort(order);
    const compare = comparator(order);
    return (docs) => [...docs].sort(compare);
  }),
  $project: alone<Doc>("fields", 15_969, (spec, { known }) => each(compileProjection(spec, known))),
  $unset: alone<unknown>("any", 31_002, (argument) => {
    const fields = [argument].flat();
    must(fields.length > 0 && fields.every(isText), 31_002, "$unset takes strings");
    return each(compileProjection(Object.fromEntries(fields.map((field) => [field, 0])), []));
  }),
  $sortByCount: alone<unknown>("grouping", 40_149, (by, { compile }) =>
    compile([{ $group: { _id: by, count: { $sum: 1 } } }, { $sort: { count: -1 } }]),
  ),
  $count: alone<string>("name", 40_156, (name, { compile }) =>
    compile([{ $group: { _id: null, [name]: { $sum: 1 } } }, { $project: { _id: 0 } }]),
  ),
  $facet: alone<Doc>("fields", 40_169, (spec, { compile }) => {
    const facets = Object.entries(spec).map(([name, pipeline]) => {
      must(pathParts(name).length === 1 && Array.isArray(pipeline), 40_170, "a facet is a pipeline");
      return [name, compile(pipeline)] as const;
    });
    return (docs, given) => [Object.fromEntries(facets.map(([name, run]) => [name, run(docs, given)]))];
  }),
  $unionWith: stage<[string, unknown[]?]>(
    "coll:string pipeline:array?",
    9,
    ([coll, pipeline = []], { compile }) => {
      const run = compile(pipeline);
      return (docs, given) => [...docs, ...run(given.find(coll, {}), given)];
    },
    isText,
  ),
  $documents: alone<unknown>("any", 9, (argument, { known }) => {
    const list = compileExpression(argument, known);
    return (_, { variables }) => {
      const docs = list({}, variables);
      must(Array.isArray(docs) && docs.every(isDocument), 5_858_203, "$documents takes documents");
      return docs;
    };
  }),
};
const REFUSED = `$collStats $currentOp $densify $fill $geoNear $indexStats $listLocalSessions
  $listSessions $merge $out $planCacheStats $querySettings $search $searchMeta $setWindowFields
  $vectorSearch`.split(/\s+/);

/** Checks a pipeline, with MongoDB's codes for what is wrong; gives what runs it over documents in memory. */
export function compilePipeline(pipeline: unknown, known: readonly string[] = [], inFacet = false): Run {
  must(Array.isArray(pipeline), 14, "'pipeline' option must be specified as an array");
  const stages = pipeline.map((stage, position) => {
    must(isDocument(stage), 14, "Each element of the 'pipeline' array must be an object");
    const [name = "", ...more] = Object.keys(stage);
    must(name !== "" && more.length === 0, 40_323, "A pipeline stage must contain exactly one field.");
    must(name !== "$changeStream", 40_573, "The $changeStream stage is only supported on replica sets");
    if (REFUSED.includes(name)) throw notImplemented(`the ${name} stage`);
    must(Object.hasOwn(STAGES, name), 40_324, `Unrecognized pipeline stage name: '${name}'`);
    must(name !== "$documents" || position === 0, 40_602, "$documents is only valid as the first stage");
    must(name !== "$facet" || !inFacet, 40_600, "$facet is not allowed to be used within a $facet stage");
    const compile = (inner: unknown, names: string[] = []) =>
      compilePipeline(inner, [...known, ...names], inFacet || name === "$facet");
    return (STAGES[name] as Stage)(stage[name], { known, compile });
  });
  return (docs, environment) => stages.reduce((left, stage) => stage(left, environment), docs);
}

/** Runs stages at once over a few documents, as an update with a pipeline does. */
export function pipelineOver(pipeline: Doc[], given: Doc): (doc: Doc) => Doc {
  const run = compilePipeline(pipeline, Object.keys(given));
  return (doc) => run([doc], { variables: { NOW: new Date(), ...given }, find: () => [] })[0] as Doc;
}
