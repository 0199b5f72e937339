import { MongoError, notImplemented } from "./errors.ts";
import { accumulators, checkExpression } from "./expressions.ts";
import { matches } from "./matcher.ts";
import { stages } from "./pipeline.ts";
import { compileProjection } from "./projection.ts";
import { type Doc, isDocument, toNumber } from "./values.ts";

const fail = (code: number, message: string) => new MongoError(code, message);
const NOT_OURS = [
  "$out",
  "$merge",
  "$geoNear",
  "$search",
  "$indexStats",
  "$collStats",
  "$densify",
  "$fill",
  "$function",
];

/** Refuses, with MongoDB's codes, what would otherwise be guessed at. */
export function checkPipeline(pipeline: unknown): asserts pipeline is Doc[] {
  if (!Array.isArray(pipeline)) throw fail(14, "'pipeline' option must be specified as an array");
  pipeline.forEach((stage, i) => {
    const [name, ...more] = isDocument(stage) ? Object.keys(stage) : [];
    if (!name || more.length > 0)
      throw fail(40323, "A pipeline stage specification object must contain exactly one field.");
    const argument = (stage as Doc)[name];
    if (name === "$changeStream")
      throw fail(40573, "The $changeStream stage is only supported on replica sets");
    if (NOT_OURS.includes(name)) throw notImplemented(`the ${name} stage`);
    if (!(name in stages || name === "$lookup"))
      throw fail(40324, `Unrecognized pipeline stage name: '${name}'`);
    checkStage(name, argument, i);
  });
}

function checkStage(name: string, argument: unknown, position: number): void {
  const spec = (isDocument(argument) ? argument : {}) as Doc;
  if (name === "$match") {
    if (!isDocument(argument)) throw fail(15959, "the match filter must be an expression in an object");
    matches(argument);
  } else if (name === "$group") {
    if (!isDocument(argument)) throw fail(15947, "a group's fields must be specified in an object");
    if (!("_id" in argument)) throw fail(15955, "a group specification must include an _id");
    checkExpression(argument._id);
    for (const [field, accumulator] of Object.entries(argument)) {
      if (field === "_id") continue;
      const [operator, ...more] = isDocument(accumulator) ? Object.keys(accumulator) : [];
      if (!operator) throw fail(40234, `The field '${field}' must be an accumulator object`);
      if (more.length > 0) throw fail(40238, `The field '${field}' must specify one accumulator`);
      if (!(operator in (accumulators as object))) throw fail(15952, `unknown group operator '${operator}'`);
      checkExpression((accumulator as Doc)[operator]);
    }
  } else if (name === "$limit" || name === "$skip") {
    const count = toNumber(argument);
    if (count === undefined || !Number.isInteger(count))
      throw fail(5107201, `invalid argument to ${name} stage: Expected a number`);
    if (count < 0 || (name === "$limit" && count === 0))
      throw fail(name === "$limit" ? 15958 : 5107200, `invalid argument to ${name} stage`);
  } else if (name === "$sort") {
    if (!isDocument(argument) || Object.keys(argument).length === 0)
      throw fail(15976, "$sort stage must have at least one sort key");
    if (Object.values(argument).some((direction) => ![1, -1].includes(toNumber(direction) ?? 0)))
      throw fail(15975, "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
  } else if (name === "$unwind") {
    const path = typeof argument === "string" ? argument : spec.path;
    if (typeof path !== "string" || path === "") throw fail(28812, "no path specified to $unwind stage");
    if (!path.startsWith("$"))
      throw fail(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  } else if (name === "$facet") for (const part of Object.values(spec)) checkPipeline(part);
  else if (name === "$lookup") {
    if (typeof spec.as !== "string" || typeof spec.from !== "string")
      throw fail(9, "must specify 'as' and 'from' fields for a $lookup");
    if (!spec.pipeline && !(spec.localField && spec.foreignField))
      throw fail(9, "$lookup requires both or neither of 'localField' and 'foreignField' to be specified");
    if (spec.pipeline) checkPipeline(spec.pipeline);
  } else if (name === "$project") {
    if (!isDocument(argument) || Object.keys(argument).length === 0)
      throw fail(
        51272,
        "Invalid $project :: caused by :: projection specification must have at least one field",
      );
    compileProjection(argument, {});
  } else if (name === "$documents" && position > 0)
    throw fail(40602, "$documents is only valid as the first stage in a pipeline");
  else if (["$addFields", "$set", "$replaceRoot", "$replaceWith", "$sortByCount"].includes(name))
    checkExpression(argument);
}
