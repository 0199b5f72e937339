import type { Long } from "bson";
import { checkPipeline } from "./check-pipeline.ts";
import type { Collection } from "./collection.ts";
import { type Command, documentField, namespace, numberField, type Request, type Server } from "./command.ts";
import { eachInTurns, type Results } from "./cursors.ts";
import { MongoError } from "./errors.ts";
import { explain, explained, pushDown, toQuery } from "./explain.ts";
import { checkQuery, matching, type Planned, planQuery, results } from "./find.ts";
import { identity } from "./keys.ts";
import { matches } from "./matcher.ts";
import { anyValue } from "./paths.ts";
import { runPipeline } from "./pipeline.ts";
import { type Doc, decode, decodeFields, encode, isDocument, toNumber } from "./values.ts";

const EMPTY: Results = [][Symbol.iterator]();

async function find({ databases, cursors }: Server, request: Request): Promise<Buffer> {
  const { body } = request;
  const ns = namespace(request);
  const query = toQuery(body, "filter");
  const batchSize = numberField(body, "batchSize") ?? 101;
  checkQuery(query);
  const collection = databases.find(ns);
  const found = collection ? await results(databases, collection, planQuery(collection, query)) : EMPTY;
  return cursors.start(ns, found, batchSize, body.singleBatch === true);
}

function getMore({ cursors }: Server, { body, db }: Request): Promise<Buffer> {
  return cursors.next(
    body.getMore as Long,
    `${db}.${body.collection}`,
    numberField(body, "batchSize") || Number.POSITIVE_INFINITY,
  );
}

function killCursors({ cursors }: Server, request: Request): Doc {
  const { killed, missing } = cursors.kill(namespace(request), request.body.cursors as Long[]);
  return { cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}

async function count({ databases }: Server, request: Request): Promise<Doc> {
  const query = toQuery(request.body, "query");
  checkQuery(query);
  const collection = databases.find(namespace(request));
  if (!collection) return { n: 0, ok: 1 };
  if (Object.keys(query.filter).length === 0 && !query.skip && !query.limit)
    return { n: collection.count(), ok: 1 };
  let n = 0;
  await eachInTurns(
    await results(databases, collection, planQuery(collection, query)),
    (doc) => void (doc && n++),
  );
  return { n, ok: 1 };
}

async function distinct({ databases }: Server, request: Request): Promise<Doc> {
  const { key } = request.body;
  if (typeof key !== "string")
    throw new MongoError(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const filter = documentField(request.body, "query");
  matches(filter);
  const collection = databases.find(namespace(request));
  const values = new Map<string, unknown>();
  const add = (value: unknown) => {
    if (value !== undefined && !values.has(identity(value))) values.set(identity(value), value);
  };
  if (collection)
    await eachInTurns(matching(databases, collection, planQuery(collection, { filter })), (found) => {
      if (!found) return;
      anyValue(decode(found.bytes), key.split("."), false, (value) => {
        if (Array.isArray(value)) value.forEach(add);
        else add(value);
        return false;
      });
    });
  return { values: [...values.values()], ok: 1 };
}

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
    return !isDocument(value) || Object.values(value).every(visit);
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
  checkPipeline(body.pipeline);
  if (body.explain !== true && !isDocument(body.cursor))
    throw new MongoError(
      9,
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  if (wholeDatabase && !body.pipeline[0]?.$documents)
    throw new MongoError(73, "{aggregate: 1} is not valid for this pipeline; a collection is required");
  const { query, rest } = pushDown(body.pipeline, body);
  const collection = databases.find(ns);
  const planned = collection && planQuery(collection, query);
  if (body.explain === true) return explained(ns, planned);
  const batchSize = numberField(documentField(body, "cursor"), "batchSize") ?? 101;
  if (rest.length === 0)
    return cursors.start(
      ns,
      planned ? await results(databases, collection, planned) : EMPTY,
      batchSize,
      false,
    );
  const docs = planned ? await gather(server, collection, planned, fieldsRead(rest)) : [];
  const output = runPipeline(docs, rest, {
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
      for (const doc of output) yield encode(doc);
    })(),
    batchSize,
    false,
  );
}

const REFUSED = [
  "collation",
  "min",
  "max",
  "returnKey",
  "showRecordId",
  "tailable",
  "awaitData",
  "oplogReplay",
  "bypassDocumentValidation",
  "readOnce",
];
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
    ],
    refused: REFUSED,
  },
  getMore: { run: getMore, fields: ["collection", "batchSize"] },
  killCursors: { run: killCursors, fields: ["cursors"] },
  count: { run: count, fields: ["query", "skip", "limit", "hint", "fields"], refused: ["collation"] },
  distinct: { run: distinct, fields: ["key", "query", "hint"], refused: ["collation"] },
  aggregate: {
    run: aggregate,
    fields: ["pipeline", "cursor", "explain", "hint", "let", "allowDiskUse"],
    refused: REFUSED,
  },
  explain: { run: explain, fields: ["verbosity"] },
};
