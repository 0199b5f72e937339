import type { Long } from "bson";
import type { Collection } from "./collection.ts";
import { type Command, documentField, namespace, numberField, type Request, type Server } from "./command.ts";
import { eachInTurns, type Results } from "./cursors.ts";
import { MongoError } from "./errors.ts";
import { matching, type Planned, planQuery, type Query, results } from "./find.ts";
import { identity } from "./keys.ts";
import { matches } from "./matcher.ts";
import { anyValue } from "./paths.ts";
import { checkPipeline, runPipeline } from "./pipeline.ts";
import type { Plan } from "./planner.ts";
import { type Doc, decode, decodeFields, encode, isDocument, toNumber } from "./values.ts";

const EMPTY: Results = [][Symbol.iterator]();

const toQuery = (body: Doc, filter: string): Query => ({
  filter: documentField(body, filter),
  sort: documentField(body, "sort"),
  projection: documentField(body, "projection"),
  skip: numberField(body, "skip"),
  limit: numberField(body, "limit"),
  hint: isDocument(body.hint) && Object.keys(body.hint).length === 0 ? undefined : body.hint,
  variables: documentField(body, "let"),
});

async function find({ databases, cursors }: Server, request: Request): Promise<Buffer> {
  const { body } = request;
  const ns = namespace(request);
  const query = toQuery(body, "filter");
  const batchSize = numberField(body, "batchSize") ?? 101;
  matches(query.filter);
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
  matches(query.filter);
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

/** What of a pipeline's start a find can do, with indexes: $match, $sort, $skip, $limit in that order. */
function pushDown(pipeline: Doc[], body: Doc): { query: Query; rest: Doc[] } {
  const query: Query = { filter: {}, hint: body.hint, variables: documentField(body, "let") };
  const rest = [...pipeline];
  if (rest[0]?.$match) query.filter = (rest.shift() as Doc).$match as Doc;
  if (rest[0]?.$sort) query.sort = (rest.shift() as Doc).$sort as Doc;
  if (rest[0]?.$skip) query.skip = toNumber((rest.shift() as Doc).$skip);
  if (rest[0]?.$limit) query.limit = toNumber((rest.shift() as Doc).$limit);
  return { query, rest };
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

function stage(plan: Plan): Doc {
  if (plan.branches) return { stage: "OR", inputStages: plan.branches.map(stage) };
  if (!plan.index) return { stage: "COLLSCAN", direction: plan.reverse ? "backward" : "forward" };
  const { spec, multikey } = plan.index;
  return {
    stage: "FETCH",
    inputStage: {
      stage: "IXSCAN",
      keyPattern: spec.key,
      indexName: spec.name,
      isMultiKey: multikey.includes(true),
      isUnique: spec.unique === true,
      isSparse: spec.sparse === true,
      isPartial: spec.partialFilterExpression !== undefined,
      direction: plan.reverse ? "backward" : "forward",
    },
  };
}

function explained(ns: string, planned: Planned | undefined): Doc {
  const input = planned ? stage(planned.plan) : { stage: "EOF" };
  const winningPlan = planned?.sorts
    ? { stage: "SORT", sortPattern: planned.query.sort, inputStage: input }
    : input;
  return {
    explainVersion: "1",
    queryPlanner: { namespace: ns, parsedQuery: planned?.query.filter ?? {}, winningPlan, rejectedPlans: [] },
    ok: 1,
  };
}

/** The plan, and unless only the plan is asked, what running it read. */
async function explain(server: Server, { body, db }: Request): Promise<Doc> {
  const inner = documentField(body, "explain");
  const name = Object.keys(inner)[0] ?? "";
  const statements = (inner.updates ?? inner.deletes) as Doc[] | undefined;
  const source = statements ? { filter: statements[0]?.q } : name === "aggregate" ? {} : inner;
  if (!["find", "count", "distinct", "aggregate", "findAndModify", "update", "delete"].includes(name))
    throw new MongoError(59, `Explain failed due to unknown command: ${name}`);
  if (name === "aggregate") checkPipeline(inner.pipeline);
  const query =
    name === "aggregate"
      ? pushDown(inner.pipeline as Doc[], inner).query
      : toQuery(source, "filter" in source ? "filter" : "query");
  const ns = `${db}.${inner[name]}`;
  const collection = server.databases.find(ns);
  const planned = collection && planQuery(collection, query);
  const reply = explained(ns, planned);
  if (body.verbosity === "queryPlanner") return reply;
  let nReturned = 0;
  if (planned)
    await eachInTurns(
      await results(server.databases, collection, planned),
      (doc) => void (doc && nReturned++),
    );
  const { keys = 0, docs = 0 } = planned?.counters ?? {};
  reply.executionStats = {
    executionSuccess: true,
    nReturned,
    totalKeysExamined: keys,
    totalDocsExamined: docs,
  };
  return reply;
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
