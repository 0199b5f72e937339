import type { Collection } from "./collection.ts";
import {
  type Command,
  commandFields,
  documentField,
  namespace,
  numberField,
  type Request,
  type Server,
} from "./command.ts";
import { eachInTurns, type Results } from "./cursors.ts";
import { MongoError } from "./errors.ts";
import { explained } from "./explain.ts";
import { computeVariables } from "./expressions/expression.ts";
import { checkQuery, matching, type Planned, planQuery, type Query, results } from "./find.ts";
import { compilePipeline } from "./pipeline/pipeline.ts";
import { type Doc, decode, decodeFields, encodeToStore, isDocument, toNumber } from "./values.ts";

const EMPTY: Results = [][Symbol.iterator]();

/** What of a pipeline's start a find can do, with indexes: $match, $sort, $skip, $limit in that order. */
export function pushDown(pipeline: Doc[], body: Doc): { query: Query; rest: Doc[] } {
  const query: Query = {
    filter: {},
    hint: body.hint,
    variables: computeVariables(documentField(body, "let")),
  };
  const rest = [...pipeline];
  if (rest[0]?.$match) query.filter = (rest.shift() as Doc).$match as Doc;
  if (rest[0]?.$sort) query.sort = (rest.shift() as Doc).$sort as Doc;
  if (rest[0]?.$skip) query.skip = toNumber((rest.shift() as Doc).$skip);
  if (rest[0]?.$limit) query.limit = toNumber((rest.shift() as Doc).$limit);
  return { query, rest };
}

/** Operators that name a field otherwise than by a path with a dollar. */
const NAMES_FIELDS = ["$getField", "$top", "$topN", "$bottom", "$bottomN"];

/** The top-level fields a pipeline reads when its first stage says so; undefined when it may read any. */
function fieldsRead(pipeline: Doc[]): Set<string> | undefined {
  const [stage] = pipeline;
  if (!stage || !("$group" in stage || "$sortByCount" in stage || "$count" in stage)) return undefined;
  const fields = new Set<string>();
  const visit = (value: unknown): boolean => {
    if (typeof value === "string" && value.startsWith("$$")) return false;
    if (typeof value === "string" && value.startsWith("$"))
      fields.add(value.slice(1).split(".")[0] as string);
    if (Array.isArray(value)) return value.every(visit);
    if (!isDocument(value)) return true;
    return Object.entries(value).every(([key, inner]) => !NAMES_FIELDS.includes(key) && visit(inner));
  };
  return visit(stage) ? fields : undefined;
}

async function gather(
  { databases }: Server,
  collection: Collection,
  planned: Planned,
  fields?: Set<string>,
): Promise<Doc[]> {
  const docs: Doc[] = [];
  await eachInTurns(await results(collection, planned), (bytes) => {
    if (!bytes) return;
    docs.push(fields ? decodeFields(bytes, fields) : decode(bytes));
  });
  return docs;
}

async function aggregate(server: Server, request: Request): Promise<Doc | Buffer> {
  const { body, db } = request;
  const { databases, cursors } = server;
  const wholeDatabase = toNumber(body.aggregate) === 1;
  const ns = wholeDatabase ? `${db}.$cmd.aggregate` : namespace(request);
  if (body.pipeline === undefined)
    throw new MongoError(40414, "BSON field 'aggregate.pipeline' is missing but a required field");
  const known = ["NOW", ...Object.keys(documentField(body, "let"))];
  compilePipeline(body.pipeline, known);
  const pipeline = body.pipeline as Doc[];
  const options = documentField(body, "cursor");
  for (const option of Object.keys(options))
    if (option !== "batchSize")
      throw new MongoError(40415, `BSON field 'cursor.${option}' is an unknown field.`);
  if (body.explain !== true && body.cursor === undefined)
    throw new MongoError(
      9,
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  const selfContained = pipeline[0]?.$documents !== undefined;
  if (wholeDatabase !== selfContained)
    throw new MongoError(
      73,
      wholeDatabase
        ? "{aggregate: 1} is not valid for this pipeline; a collection is required"
        : "$documents must be run against the database with {aggregate: 1}",
    );
  const { query, rest } = pushDown(pipeline, body);
  checkQuery(query);
  const collection = databases.find(ns);
  const planned = collection && planQuery(collection, query);
  if (body.explain === true) return explained(ns, planned);
  const batchSize = numberField(options, "batchSize") ?? 101;
  if (rest.length === 0)
    return cursors.start(ns, planned ? await results(collection, planned) : EMPTY, batchSize, false);
  const docs = planned ? await gather(server, collection, planned, fieldsRead(rest)) : [];
  const output = compilePipeline(rest, known)(docs, {
    variables: query.variables ?? {},
    find: (name, filter) => {
      const other = databases.find(`${db}.${name}`);
      if (!other) return [];
      return [...matching(other, planQuery(other, { filter }))].flatMap((found) =>
        found ? [decode(found.bytes)] : [],
      );
    },
  });
  return cursors.start(
    ns,
    (function* () {
      for (const doc of output) yield encodeToStore(doc);
    })(),
    batchSize,
    false,
  );
}

export const aggregateCommand: Command = {
  run: aggregate,
  fields: commandFields(
    "pipeline:array! cursor:object explain:bool hint let:object allowDiskUse:bool bypassDocumentValidation:bool collation:refused",
  ),
};
