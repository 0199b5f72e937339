import type { Long } from "bson";
import { aggregateCommand } from "./aggregate.ts";
import { type Command, commandFields, namespace, type Request, type Server } from "./command.ts";
import { eachInTurns, type Results } from "./cursors.ts";
import { MongoError } from "./errors.ts";
import { checkQuery, matching, planQuery, results, toQuery } from "./find.ts";
import { identity } from "./keys.ts";
import { anyValue } from "./paths.ts";
import { type Doc, decode, isTrue, tag, toNumber } from "./values.ts";

async function find({ databases, cursors }: Server, request: Request): Promise<Buffer> {
  const { body } = request;
  const query = toQuery(body, "filter");
  checkQuery(query);
  const ns = namespace(request);
  const collection = databases.find(ns);
  const found: Results = collection
    ? await results(collection, planQuery(collection, query))
    : [][Symbol.iterator]();
  const batchSize = toNumber(body.batchSize) ?? 101;
  return cursors.start(ns, found, batchSize, isTrue(body.singleBatch), isTrue(body.noCursorTimeout));
}

function getMore({ cursors }: Server, { body, db }: Request): Promise<Buffer> {
  if (tag(body.getMore) !== "Long") throw new MongoError(14, "'getMore.getMore' is the wrong type");
  const size = toNumber(body.batchSize) || Number.POSITIVE_INFINITY;
  return cursors.next(body.getMore as Long, `${db}.${body.collection}`, size);
}

function killCursors({ cursors }: Server, request: Request): Doc {
  const ids = request.body.cursors as Long[];
  if (ids.some((id) => tag(id) !== "Long"))
    throw new MongoError(14, "'killCursors.cursors' is the wrong type");
  const cursorsKilled = cursors.kill(namespace(request), ids);
  const cursorsNotFound = ids.filter((id) => !cursorsKilled.includes(id));
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}

async function count({ databases }: Server, request: Request): Promise<Doc> {
  const query = toQuery(request.body, "query");
  query.limit = Math.abs(query.limit ?? 0);
  checkQuery(query);
  const collection = databases.find(namespace(request));
  if (!collection) return { n: 0, ok: 1 };
  const everything = Object.keys(query.filter).length === 0 && !query.skip && !query.limit && !query.hint;
  if (everything) return { n: collection.count(), ok: 1 };
  let n = 0;
  await eachInTurns(await results(collection, planQuery(collection, query)), (doc) => void (doc && n++));
  return { n, ok: 1 };
}

async function distinct({ databases }: Server, request: Request): Promise<Doc> {
  const query = toQuery(request.body, "query");
  checkQuery(query);
  const collection = databases.find(namespace(request));
  const parts = (request.body.key as string).split(".");
  const values = new Map<string, unknown>();
  const add = (value: unknown): boolean => {
    if (Array.isArray(value)) value.forEach((item) => void values.set(identity(item), item));
    else if (value !== undefined) values.set(identity(value), value);
    return false;
  };
  if (collection)
    await eachInTurns(matching(collection, planQuery(collection, query)), (found) => {
      if (found) anyValue(decode(found.bytes), parts, false, add);
    });
  return { values: [...values.values()], ok: 1 };
}

export const readCommands: Record<string, Command> = {
  find: {
    run: find,
    fields: commandFields(
      `filter:object sort:object projection:object skip:count limit:count batchSize:count singleBatch:bool hint
      let:object allowDiskUse:bool noCursorTimeout:bool allowPartialResults:bool oplogReplay:bool tailable:refused
      awaitData:refused collation:refused min:refused max:refused returnKey:refused showRecordId:refused
      readOnce:refused`,
    ),
  },
  getMore: { run: getMore, fields: commandFields("collection:string! batchSize:count") },
  killCursors: { run: killCursors, fields: commandFields("cursors:array!") },
  count: {
    run: count,
    fields: commandFields("query:object skip:count limit:number hint fields collation:refused"),
  },
  distinct: {
    run: distinct,
    fields: commandFields("key:string! query:object hint collation:refused"),
  },
  aggregate: aggregateCommand,
};
