import { ObjectId, Timestamp } from "bson";
import type { Collection, Found } from "./collection.ts";
import {
  arrayField,
  booleanField,
  type Command,
  commandFields,
  documentField,
  namespace,
  type Request,
  type Server,
} from "./command.ts";
import { eachInTurns } from "./cursors.ts";
import { MongoError } from "./errors.ts";
import { computeVariables } from "./expressions/expression.ts";
import { checkQuery, firstMatch, matching, planQuery, type Query } from "./find.ts";
import { modify } from "./find-and-modify.ts";
import { compiled } from "./matcher.ts";
import { checkId, rewrite, upsert } from "./rewrite.ts";
import { checkStatement, each, statements, toWriteError, type WriteError } from "./statements.ts";
import { compileUpdate } from "./update.ts";
import { type Doc, decode, encode, encodeToStore, isTrue, MAX_DOCUMENT, tag, toNumber } from "./values.ts";

const CHUNK = 500;
/** The document as it will be stored: bytes as they came unless the _id has to be added or put first. */
function prepare(bytes: Buffer): { doc: Doc; bytes: Buffer } {
  if (bytes.length > MAX_DOCUMENT)
    throw new MongoError(
      2,
      `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT}`,
    );
  const doc = decode(bytes);
  checkId(doc._id);
  const stamped = stampZeros(doc);
  if (!stamped && Object.keys(doc)[0] === "_id") return { doc, bytes };
  const { _id = new ObjectId(), ...rest } = doc;
  const whole = { _id, ...rest };
  return { doc: whole, bytes: encodeToStore(whole) };
}

let stamps = 0;
/** A zero timestamp at the top of a document becomes the time of its insertion. */
function stampZeros(doc: Doc): boolean {
  let changed = false;
  for (const [field, value] of Object.entries(doc))
    if (field !== "_id" && tag(value) === "Timestamp" && (value as Timestamp).isZero()) {
      doc[field] = new Timestamp({ t: Math.floor(Date.now() / 1000), i: (++stamps % 0x7fffffff) + 1 });
      changed = true;
    }
  return changed;
}

async function insert({ databases }: Server, request: Request): Promise<Doc> {
  const ns = namespace(request);
  const documents = statements(request, "documents", (bytes) => bytes, encode);
  const ordered = booleanField(request.body, "ordered", true);
  const writeErrors: WriteError[] = [];
  let n = 0;
  for (let from = 0; from < documents.length && !(ordered && writeErrors.length > 0); from += CHUNK)
    await databases.storage.write(() => {
      const collection = databases.create(ns);
      for (const [i, document] of documents.slice(from, from + CHUNK).entries()) {
        try {
          const { doc, bytes } = prepare(document);
          collection.insert(doc, bytes);
          n++;
        } catch (error) {
          writeErrors.push(toWriteError(error, from + i));
          if (ordered) return;
        }
      }
    });
  return { n, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
}

/** Every document that matched when the write began, in slices that let other connections in. */
async function eachMatch(
  { databases }: Server,
  collection: Collection,
  query: Query,
  visit: (found: Found, filter: Doc) => void,
): Promise<void> {
  const planned = planQuery(collection, query);
  const rids: Buffer[] = [];
  await eachInTurns(matching(collection, planned), (found) => void (found && rids.push(found.rid)));
  const test = compiled(planned.filter, query.variables);
  for (let from = 0; from < rids.length; from += CHUNK)
    await databases.storage.write(() => {
      for (const rid of rids.slice(from, from + CHUNK)) {
        const bytes = collection.get(rid);
        if (bytes && test(decode(bytes))) visit({ rid, bytes }, planned.filter);
      }
    });
}

type UpdateStatement = {
  q: Doc;
  u: unknown;
  multi?: boolean;
  upsert?: boolean;
  arrayFilters?: unknown[];
  c?: Doc;
  hint?: unknown;
  sort?: Doc;
};
const UPDATE_FIELDS = [
  "q",
  "u",
  "multi",
  "upsert",
  "arrayFilters",
  "c",
  "hint",
  "sort",
  "collation",
  "upsertSupplied",
];

async function updateOne(
  server: Server,
  ns: string,
  statement: UpdateStatement,
  c: Doc,
): Promise<{ n: number; nModified: number; upserted?: unknown }> {
  const { q, u, hint, sort } = statement;
  const variables = { ...c, ...(statement.c && computeVariables(statement.c)) };
  const multi = booleanField(statement, "multi", false);
  const inserts = booleanField(statement, "upsert", false);
  const update = compileUpdate(u, arrayField(statement, "arrayFilters"), variables);
  const query: Query = { filter: q, hint, sort, variables };
  checkQuery(query);
  if (multi && sort) throw new MongoError(9, "Cannot specify sort with multi=true");
  if (multi && update.replaces)
    throw new MongoError(9, "multi update is not supported for replacement-style update");
  const { databases } = server;
  let n = 0;
  let nModified = 0;
  if (multi) {
    const collection = databases.find(ns);
    if (collection)
      await eachMatch(server, collection, query, (found, filter) => {
        n++;
        if (rewrite(collection, found, filter, update.apply).changed) nModified++;
      });
    if (n > 0 || !inserts) return { n, nModified };
  }
  return databases.storage.write(() => {
    const collection = inserts ? databases.create(ns) : databases.find(ns);
    const match = collection && firstMatch(collection, query);
    if (collection && match)
      return {
        n: 1,
        nModified: Number(rewrite(collection, match.found, match.filter, update.apply).changed),
      };
    if (!collection || !inserts) return { n: 0, nModified: 0 };
    return { n: 1, nModified: 0, upserted: upsert(collection, q, update)._id };
  });
}

async function update(server: Server, request: Request): Promise<Doc> {
  const ns = namespace(request);
  const list = statements(
    request,
    "updates",
    (bytes) => decode(bytes, 120),
    (doc) => doc,
  );
  for (const statement of list) checkStatement(statement, "update.updates", UPDATE_FIELDS);
  let n = 0;
  let nModified = 0;
  const upserted: Doc[] = [];
  const variables = computeVariables(documentField(request.body, "let"));
  const errors = await each(list, booleanField(request.body, "ordered", true), async (statement, index) => {
    const done = await updateOne(server, ns, statement as UpdateStatement, variables);
    n += done.n;
    nModified += done.nModified;
    if ("upserted" in done) upserted.push({ index, _id: done.upserted });
  });
  return { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...errors, ok: 1 };
}

async function remove(server: Server, request: Request): Promise<Doc> {
  const ns = namespace(request);
  const { databases } = server;
  const list = statements(
    request,
    "deletes",
    (bytes) => decode(bytes, 120),
    (doc) => doc,
  );
  for (const statement of list)
    checkStatement(statement, "delete.deletes", ["q", "limit", "hint", "collation"]);
  for (const { limit } of list) {
    if (limit === undefined)
      throw new MongoError(40414, "BSON field 'delete.deletes.limit' is missing but a required field");
    if (![0, 1].includes(toNumber(limit) ?? -1))
      throw new MongoError(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  }
  const variables = computeVariables(documentField(request.body, "let"));
  let n = 0;
  const errors = await each(list, booleanField(request.body, "ordered", true), async (statement) => {
    const query: Query = {
      filter: statement.q as Doc,
      hint: statement.hint,
      variables,
    };
    checkQuery(query);
    const collection = databases.find(ns);
    if (!collection) return;
    const drop = (found: Found) => {
      collection.remove(found.rid, decode(found.bytes));
      n++;
    };
    if (!isTrue(statement.limit)) return eachMatch(server, collection, query, drop);
    await databases.storage.write(() => {
      const match = firstMatch(collection, query);
      if (match) drop(match.found);
    });
  });
  return { n, ...errors, ok: 1 };
}

export const writeCommands: Record<string, Command> = {
  insert: {
    run: insert,
    fields: commandFields("documents:array ordered:bool bypassDocumentValidation:bool"),
  },
  update: {
    run: update,
    fields: commandFields("updates:array ordered:bool let:object bypassDocumentValidation:bool"),
  },
  delete: { run: remove, fields: commandFields("deletes:array ordered:bool let:object") },
  findAndModify: modify,
  findandmodify: modify,
};
