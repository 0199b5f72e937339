import type { Long } from "bson";
import type { Collection } from "./collection.ts";
import {
  arrayField,
  booleanField,
  type Command,
  documentField,
  namespace,
  numberField,
  type Request,
  requiredString,
  type Server,
} from "./command.ts";
import { eachInTurns, type Results } from "./cursors.ts";
import { MongoError } from "./errors.ts";
import { explain, explained, pushDown, toQuery } from "./explain.ts";
import { computeVariables } from "./expressions/expression.ts";
import { checkQuery, matching, type Planned, planQuery, type Query, results } from "./find.ts";
import { identity } from "./keys.ts";
import { anyValue } from "./paths.ts";
import { compilePipeline } from "./pipeline/pipeline.ts";
import { type Doc, decode, decodeFields, encodeToStore, isDocument, tag, toNumber } from "./values.ts";

const EMPTY: Results = [][Symbol.iterator]();

async function find({ databases, cursors }: Server, request: Request): Promise<Buffer> {
  const { body } = request;
  const ns = namespace(request);
  const query = toQuery(body, "filter");
  const batchSize = numberField(body, "batchSize") ?? 101;
  const single = booleanField(body, "singleBatch", false);
  checkQuery(query);
  const collection = databases.find(ns);
  checkTailable(body);
  if ((body.min !== undefined || body.max !== undefined) && body.hint === undefined)
    throw new MongoError(51173, "min or max requires a hint");
  const found = collection ? await results(databases, collection, planQuery(collection, query)) : EMPTY;
  return cursors.start(ns, found, batchSize, single, booleanField(body, "noCursorTimeout", false));
}

/** Only a capped collection has a tail to wait at, and there are none here. */
function checkTailable(body: Doc): void {
  const tailable = booleanField(body, "tailable", false);
  if (booleanField(body, "awaitData", false) && !tailable)
    throw new MongoError(9, "Cannot set 'awaitData' without also setting 'tailable'");
  if (tailable)
    throw new MongoError(2, "error processing query: tailable cursor requested on non capped collection");
}

function getMore({ cursors }: Server, { body, db }: Request): Promise<Buffer> {
  if (tag(body.getMore) !== "Long")
    throw new MongoError(14, "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
  requiredString(body, "getMore", "collection");
  return cursors.next(
    body.getMore as Long,
    `${db}.${body.collection}`,
    numberField(body, "batchSize") || Number.POSITIVE_INFINITY,
  );
}

function killCursors({ cursors }: Server, request: Request): Doc {
  const ids = arrayField(request.body, "cursors");
  if (!ids) throw new MongoError(40414, "BSON field 'killCursors.cursors' is missing but a required field");
  if (ids.some((id) => tag(id) !== "Long"))
    throw new MongoError(14, "BSON field 'killCursors.cursors' is the wrong type, expected type 'long'");
  const { killed, missing } = cursors.kill(namespace(request), ids as Long[]);
  return { cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}

async function count({ databases }: Server, request: Request): Promise<Doc> {
  const limit = toNumber(request.body.limit);
  const body = limit === undefined ? request.body : { ...request.body, limit: Math.abs(limit) };
  const query = toQuery(body, "query");
  checkQuery(query);
  const collection = databases.find(namespace(request));
  if (!collection) return { n: 0, ok: 1 };
  if (Object.keys(query.filter).length === 0 && !query.skip && !query.limit && query.hint === undefined)
    return { n: collection.count(), ok: 1 };
  let n = 0;
  await eachInTurns(
    await results(databases, collection, planQuery(collection, query)),
    (doc) => void (doc && n++),
  );
  return { n, ok: 1 };
}

async function distinct({ databases }: Server, request: Request): Promise<Doc> {
  const { key, hint } = request.body;
  if (key === undefined)
    throw new MongoError(40414, "BSON field 'distinct.key' is missing but a required field");
  if (typeof key !== "string")
    throw new MongoError(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const filter = documentField(request.body, "query");
  const query: Query = { filter, hint, variables: computeVariables({}) };
  checkQuery(query);
  const collection = databases.find(namespace(request));
  const values = new Map<string, unknown>();
  const add = (value: unknown) => {
    if (value !== undefined && !values.has(identity(value))) values.set(identity(value), value);
  };
  if (collection)
    await eachInTurns(matching(databases, collection, planQuery(collection, query)), (found) => {
      if (!found) return;
      anyValue(decode(found.bytes), key.split("."), false, (value) => {
        if (Array.isArray(value)) value.forEach(add);
        else add(value);
        return false;
      });
    });
  return { values: [...values.values()], ok: 1 };
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
  await eachInTurns(await results(databases, collection, planned), (bytes) => {
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
    return cursors.start(
      ns,
      planned ? await results(databases, collection, planned) : EMPTY,
      batchSize,
      false,
    );
  const docs = planned ? await gather(server, collection, planned, fieldsRead(rest)) : [];
  const output = compilePipeline(rest, known)(docs, {
    variables: query.variables ?? {},
    find: (name, filter) => {
      const other = databases.find(`${db}.${name}`);
      if (!other) return [];
      return [...matching(databases, other, planQuery(other, { filter }))].flatMap((found) =>
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

const REFUSED = ["collation", "min", "max", "returnKey", "showRecordId", "readOnce"];
export const readCommands: Record<string, Command> = {
  find: {
    run: find,
    fields: [
      "filter",
      "sort",
      "projection",
      "skip",
      "limit",
      "batchSize",
      "singleBatch",
      "hint",
      "let",
      "allowDiskUse",
      "noCursorTimeout",
      "allowPartialResults",
      "tailable",
      "awaitData",
      "oplogReplay",
    ],
    refused: REFUSED,
  },
  getMore: { run: getMore, fields: ["collection", "batchSize"] },
  killCursors: { run: killCursors, fields: ["cursors"] },
  count: { run: count, fields: ["query", "skip", "limit", "hint", "fields"], refused: ["collation"] },
  distinct: { run: distinct, fields: ["key", "query", "hint"], refused: ["collation"] },
  aggregate: {
    run: aggregate,
    fields: ["pipeline", "cursor", "explain", "hint", "let", "allowDiskUse", "bypassDocumentValidation"],
    refused: ["collation"],
  },
  explain: { run: explain, fields: ["verbosity"] },
};
