import { MongoError, notImplemented } from "../errors.ts";
import { type Doc, isDocument } from "../values.ts";
import { fieldStages } from "./fields.ts";
import { groupStages } from "./group.ts";
import { joinStages } from "./join.ts";
import { shapeStages } from "./shape.ts";

/** Documents of another collection of the same database, for $lookup and its kin. */
export type Find = (collection: string, filter: Doc) => Doc[];
export type Environment = { variables: Doc; find: Find };
export type Run = (docs: Doc[], environment: Environment) => Doc[];
/** What a stage needs to be checked: the variables it may use and how to check a pipeline inside it. */
export type Scope = { known: readonly string[]; compile: (pipeline: unknown, more?: string[]) => Run };
export type Stage = (argument: unknown, scope: Scope) => Run;

const fail = (code: number, message: string) => new MongoError(code, message);
const NOT_OURS = [
  "$out",
  "$merge",
  "$geoNear",
  "$search",
  "$searchMeta",
  "$vectorSearch",
  "$indexStats",
  "$collStats",
  "$densify",
  "$fill",
  "$setWindowFields",
  "$listSessions",
  "$listLocalSessions",
  "$currentOp",
  "$planCacheStats",
  "$querySettings",
];

const STAGES: Record<string, Stage> = { ...shapeStages, ...fieldStages, ...groupStages, ...joinStages };

/** Checks a pipeline, with MongoDB's codes for what is wrong, and gives what runs it over documents in memory. */
export function compilePipeline(pipeline: unknown, known: readonly string[] = [], depth = 0): Run {
  if (!Array.isArray(pipeline)) throw fail(14, "'pipeline' option must be specified as an array");
  const stages = pipeline.map((stage, position) => {
    if (!isDocument(stage)) throw fail(14, "Each element of the 'pipeline' array must be an object");
    const [name, ...more] = Object.keys(stage);
    if (name === undefined || more.length > 0)
      throw fail(40_323, "A pipeline stage specification object must contain exactly one field.");
    if (name === "$changeStream")
      throw fail(40_573, "The $changeStream stage is only supported on replica sets");
    if (NOT_OURS.includes(name)) throw notImplemented(`the ${name} stage`);
    if (!Object.hasOwn(STAGES, name)) throw fail(40_324, `Unrecognized pipeline stage name: '${name}'`);
    if (name === "$documents" && position > 0)
      throw fail(40_602, "$documents is only valid as the first stage in a pipeline");
    if (name === "$facet" && depth > 0)
      throw fail(40_600, "$facet is not allowed to be used within a $facet stage");
    const compile = (inner: unknown, names: string[] = []) =>
      compilePipeline(inner, [...known, ...names], name === "$facet" ? depth + 1 : depth);
    return (STAGES[name] as Stage)(stage[name], { known, compile });
  });
  return (docs, environment) => stages.reduce((left, stage) => stage(left, environment), docs);
}

/** Runs stages at once over a few documents, as an update with a pipeline does. */
export function pipelineOver(pipeline: Doc[], given: Doc): (doc: Doc) => Doc {
  const run = compilePipeline(pipeline, Object.keys(given));
  return (doc) => run([doc], { variables: { NOW: new Date(), ...given }, find: () => [] })[0] as Doc;
}
