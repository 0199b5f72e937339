import { ObjectId } from "bson";
import type { Collection, Found } from "./collection.ts";
import { type Command, documentField, namespace, type Request, type Server } from "./command.ts";
import { eachInTurns } from "./cursors.ts";
import { MongoError } from "./errors.ts";
import { checkQuery, firstMatch, matching, planQuery, type Query } from "./find.ts";
import { modify } from "./find-and-modify.ts";
import { compiled } from "./matcher.ts";
import { checkId, rewrite, upsert } from "./rewrite.ts";
import { checkStatement, each, statements, toWriteError, type WriteError } from "./statements.ts";
import { compileUpdate } from "./update.ts";
import { type Doc, decode, encode, encodeToStore, isTrue, MAX_DOCUMENT } from "./values.ts";

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
  if (Object.keys(doc)[0] === "_id") return { doc, bytes };
  const { _id = new ObjectId(), ...rest } = doc;
  const whole = { _id, ...rest };
  return { doc: whole, bytes: encodeToStore(whole) };
}

async function insert({ databases }: Server, request: Request): Promise<Doc> {
  const ns = namespace(request);
  const documents = statements(request, "documents", (bytes) => bytes, encode);
  const ordered = request.body.ordered !== false;
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
  await eachInTurns(
    matching(databases, collection, planned),
    (found) => void (found && rids.push(found.rid)),
  );
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
): Promise<{ n: number; nModified: number; upserted?: unknown }> {
  const { q, u, arrayFilters, hint, sort, c } = statement;
  const update = compileUpdate(u, arrayFilters, c);
  const query: Query = { filter: q, hint, sort, variables: c };
  checkQuery(query);
  if (statement.multi && update.replaces)
    throw new MongoError(9, "multi update is not supported for replacement-style update");
  const { databases } = server;
  let n = 0;
  let nModified = 0;
  if (statement.multi) {
    const collection = databases.find(ns);
    if (collection)
      await eachMatch(server, collection, query, (found, filter) => {
        n++;
        if (rewrite(collection, found, filter, update.apply).changed) nModified++;
      });
    if (n > 0 || !statement.upsert) return { n, nModified };
  }
  return databases.storage.write(() => {
    const collection = statement.upsert ? databases.create(ns) : databases.find(ns);
    const match = collection && firstMatch(databases, collection, query);
    if (collection && match)
      return {
        n: 1,
        nModified: Number(rewrite(collection, match.found, match.filter, update.apply).changed),
      };
    if (!collection || !statement.upsert) return { n: 0, nModified: 0 };
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
  const errors = await each(list, request.body.ordered !== false, async (statement, index) => {
    const done = await updateOne(server, ns, {
      c: documentField(request.body, "let"),
      ...(statement as UpdateStatement),
    });
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
  let n = 0;
  const errors = await each(list, request.body.ordered !== false, async (statement) => {
    const query: Query = {
      filter: statement.q as Doc,
      hint: statement.hint,
      variables: documentField(request.body, "let"),
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
      const match = firstMatch(databases, collection, query);
      if (match) drop(match.found);
    });
  });
  return { n, ...errors, ok: 1 };
}

export const writeCommands: Record<string, Command> = {
  insert: { run: insert, fields: ["documents", "ordered"], refused: ["bypassDocumentValidation"] },
  update: { run: update, fields: ["updates", "ordered", "let"], refused: ["bypassDocumentValidation"] },
  delete: { run: remove, fields: ["deletes", "ordered", "let"] },
  findAndModify: modify,
  findandmodify: modify,
};
