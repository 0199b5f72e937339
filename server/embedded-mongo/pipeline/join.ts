import { Long } from "bson";
import { MongoError, notImplemented } from "../errors.ts";
import { fieldsOf } from "../expressions/arguments.ts";
import { compileExpression } from "../expressions/expression.ts";
import { checkVariable, pathParts, valueAt } from "../expressions/field-paths.ts";
import { identity } from "../keys.ts";
import { anyValue } from "../paths.ts";
import { type Doc, isDocument, toNumber } from "../values.ts";
import { placed } from "./fields.ts";
import type { Stage } from "./pipeline.ts";

const fail = (code: number, message: string) => new MongoError(code, message);
const LOOKUP = ["from", "as", "let", "pipeline", "localField", "foreignField"];

/** What a document offers to a join: the elements of its arrays too, null where there is nothing. */
function offered(doc: Doc, parts: string[]): unknown[] {
  const values: unknown[] = [];
  anyValue(doc, parts, true, (value) => {
    if (!Array.isArray(value)) values.push(value ?? null);
    return false;
  });
  return values;
}

const lookup: Stage = (argument, { known, compile }) => {
  if (!isDocument(argument)) throw fail(9, "the $lookup specification must be an Object");
  for (const [option, value] of Object.entries(argument)) {
    if (!LOOKUP.includes(option)) throw fail(9, `unknown argument to $lookup: ${option}`);
    if (option === "from" && isDocument(value)) throw notImplemented("$lookup in another database");
    const wanted =
      option === "let"
        ? isDocument(value)
        : option === "pipeline"
          ? Array.isArray(value)
          : typeof value === "string";
    if (!wanted)
      throw fail(option === "pipeline" ? 14 : 9, `$lookup argument '${option}' has the wrong type`);
  }
  const { from, as, localField, foreignField, pipeline } = argument as {
    from?: string;
    as?: string;
    localField?: string;
    foreignField?: string;
    pipeline?: Doc[];
  };
  if (as === undefined) throw fail(9, "must specify 'as' field for a $lookup");
  if (from === undefined) throw fail(9, "missing 'from' option to $lookup stage specification");
  if ((localField === undefined) !== (foreignField === undefined))
    throw fail(9, "$lookup requires both or neither of 'localField' and 'foreignField' to be specified");
  if (!pipeline && localField === undefined)
    throw fail(
      9,
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  if (!pipeline && argument.let !== undefined)
    throw fail(9, "$lookup with a 'let' argument must also specify 'pipeline'");
  const target = pathParts(as);
  const local = localField === undefined ? undefined : pathParts(localField);
  if (foreignField !== undefined) pathParts(foreignField);
  const names = Object.keys((argument.let ?? {}) as Doc);
  names.forEach(checkVariable);
  const values = Object.values((argument.let ?? {}) as Doc).map((value) => compileExpression(value, known));
  const run = pipeline && compile(pipeline, names);
  return (docs, environment) =>
    docs.map((doc) => {
      const filter = local ? { [foreignField as string]: { $in: offered(doc, local) } } : {};
      const found = environment.find(from, filter);
      const mine = Object.fromEntries(
        names.map((name, i) => [name, values[i]?.(doc, environment.variables)]),
      );
      const inner = { ...environment, variables: { ...environment.variables, ...mine } };
      return placed(doc, target, run ? run(found, inner) : found);
    });
};

const GRAPH = ["from", "startWith", "connectFromField", "connectToField", "as"];

const graphLookup: Stage = (argument, { known }) => {
  if (!isDocument(argument)) throw fail(40_327, "the $graphLookup stage specification must be an object");
  const spec = fieldsOf(
    argument,
    GRAPH,
    ["maxDepth", "depthField", "restrictSearchWithMatch"],
    { shape: 40_327, unknown: 40_104, missing: 40_105 },
    "$graphLookup",
  ) as Doc & { from: string };
  for (const field of ["from", "connectFromField", "connectToField", "as", "depthField"])
    if (spec[field] !== undefined && typeof spec[field] !== "string")
      throw fail(40_103, `expected string as argument for ${field}`);
  const most = spec.maxDepth === undefined ? Number.POSITIVE_INFINITY : toNumber(spec.maxDepth);
  if (most === undefined) throw fail(40_100, "maxDepth requires numeric argument");
  if (most < 0) throw fail(40_101, "maxDepth requires a nonnegative argument");
  if (spec.restrictSearchWithMatch !== undefined && !isDocument(spec.restrictSearchWithMatch))
    throw fail(40_185, "restrictSearchWithMatch requires an object");
  const start = compileExpression(spec.startWith, known);
  const [fromParts, target] = [pathParts(spec.connectFromField as string), pathParts(spec.as as string)];
  return (docs, { find, variables }) =>
    docs.map((doc) => {
      const seen = new Map<string, Doc>();
      let frontier = [start(doc, variables)].flat();
      for (let depth = 0; depth <= most && frontier.length > 0; depth++) {
        const next: unknown[] = [];
        const filter = {
          $and: [
            { [spec.connectToField as string]: { $in: frontier.filter((value) => value !== undefined) } },
            (spec.restrictSearchWithMatch ?? {}) as Doc,
          ],
        };
        for (const found of find(spec.from, filter)) {
          const name = identity(found._id);
          if (seen.has(name)) continue;
          seen.set(
            name,
            spec.depthField
              ? placed(found, pathParts(spec.depthField as string), Long.fromNumber(depth))
              : found,
          );
          next.push(...[valueAt(found, fromParts)].flat());
        }
        frontier = next.filter((value) => value !== undefined);
      }
      return placed(doc, target, [...seen.values()]);
    });
};

const facet: Stage = (argument, { compile }) => {
  if (!isDocument(argument) || Object.keys(argument).length === 0)
    throw fail(40_169, "the $facet specification must be a non-empty object");
  const facets = Object.entries(argument).map(([name, pipeline]) => {
    if (!Array.isArray(pipeline)) throw fail(40_170, `arguments to $facet must be arrays, ${name} is not`);
    pathParts(name);
    return [name, compile(pipeline)] as const;
  });
  return (docs, environment) => [
    Object.fromEntries(facets.map(([name, run]) => [name, run(docs, environment)])),
  ];
};

const unionWith: Stage = (argument, { compile }) => {
  if (typeof argument !== "string" && !isDocument(argument))
    throw fail(9, "the $unionWith stage specification must be an object or string");
  const spec =
    typeof argument === "string"
      ? { coll: argument }
      : fieldsOf(argument, [], ["coll", "pipeline"], { shape: 9, unknown: 40_415 }, "$unionWith");
  const { coll, pipeline = [] } = spec as { coll?: string; pipeline?: Doc[] };
  if (coll === undefined && pipeline[0]?.$documents === undefined)
    throw fail(
      9,
      "$unionWith stage without explicit collection must have a pipeline with $documents as first stage",
    );
  const run = compile(pipeline);
  return (docs, environment) => [
    ...docs,
    ...run(coll === undefined ? [] : environment.find(coll, {}), environment),
  ];
};

export const joinStages: Record<string, Stage> = {
  $lookup: lookup,
  $graphLookup: graphLookup,
  $facet: facet,
  $unionWith: unionWith,
  $documents: (argument, { known }) => {
    const list = compileExpression(argument, known);
    return (_, { variables }) => {
      const docs = list({}, variables);
      if (!Array.isArray(docs) || !docs.every(isDocument))
        throw fail(5_858_203, "an array is expected, of documents");
      return docs;
    };
  },
};
