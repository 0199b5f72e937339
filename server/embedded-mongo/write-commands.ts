import { ObjectId } from "bson";
import type { Collection, Found } from "./collection.ts";
import { type Command, documentField, namespace, type Request, type Server } from "./command.ts";
import { eachInTurns } from "./cursors.ts";
import { asRefusal, MongoError } from "./errors.ts";
import { checkSort, firstMatch, matching, planQuery, type Query } from "./find.ts";
import { compiled, matches } from "./matcher.ts";
import { matchedPosition } from "./positional.ts";
import { compileProjection } from "./projection.ts";
import { compileUpdate, fromFilter, type Update } from "./update.ts";
import { type Doc, decode, encode, encodeToStore, isDocument, isTrue, MAX_DOCUMENT } from "./values.ts";

const CHUNK = 500;
const MOST_STATEMENTS = 100_000;

type WriteError = { index: number; code: number; errmsg: string };

const toWriteError = (error: unknown, index: number): WriteError => {
  const refusal = asRefusal(error);
  if (!refusal) throw error;
  return { index, code: refusal.code, errmsg: refusal.message, ...refusal.extra };
};

/** The statements of a write, from the message's sequence or from its body. */
function statements<T>(
  { name, body, sequences }: Request,
  field: string,
  read: (bytes: Buffer) => T,
  plain: (doc: Doc) => T,
): T[] {
  const given =
    sequences[field]?.map(read) ??
    (Array.isArray(body[field]) ? (body[field] as Doc[]).map(plain) : undefined);
  if (!given) throw new MongoError(40414, `BSON field '${name}.${field}' is missing but a required field`);
  if (given.length === 0 || given.length > MOST_STATEMENTS)
    throw new MongoError(
      16,
      `Write batch sizes must be between 1 and ${MOST_STATEMENTS}. Got ${given.length} operations.`,
    );
  return given;
}

function checkId(id: unknown): void {
  if (Array.isArray(id)) throw new MongoError(53, "The '_id' value cannot be of type array");
  if ((id as { _bsontype?: string } | null)?._bsontype === "BSONRegExp")
    throw new MongoError(53, "The '_id' value cannot be of type regex");
}

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

/** Applies an update to one stored document; false when it changes nothing. */
function rewrite(
  collection: Collection,
  found: Found,
  filter: Doc,
  update: Update,
): { before: Doc; after: Doc; changed: boolean } {
  const before = decode(found.bytes);
  const after = update(decode(found.bytes), { position: matchedPosition(filter, before) });
  const bytes = encodeToStore(after);
  const changed = !bytes.equals(found.bytes);
  if (changed) collection.replace(found.rid, before, after, bytes);
  return { before, after, changed };
}

function upsert(collection: Collection, filter: Doc, compiledUpdate: ReturnType<typeof compileUpdate>): Doc {
  const { apply, replaces } = compiledUpdate;
  const { _id, ...rest } = apply(fromFilter(filter, replaces), { inserting: true });
  const doc: Doc = { _id: _id ?? new ObjectId(), ...rest };
  checkId(doc._id);
  collection.insert(doc, encodeToStore(doc));
  return doc;
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

function checkStatement(statement: Doc, name: string, fields: string[]): void {
  const unknown = Object.keys(statement).find((field) => !fields.includes(field));
  if (unknown) throw new MongoError(40415, `BSON field '${name}.${unknown}' is an unknown field.`);
  if (!isDocument(statement.q))
    throw new MongoError(40414, `BSON field '${name}.q' is missing but a required field`);
  const collation = statement.collation;
  if (isDocument(collation) && Object.keys(collation).length > 0 && collation.locale !== "simple")
    throw new MongoError(238, `the embedded server does not implement 'collation' in ${name}`);
}

async function updateOne(
  server: Server,
  ns: string,
  statement: UpdateStatement,
): Promise<{ n: number; nModified: number; upserted?: unknown }> {
  const { q, u, arrayFilters, hint, sort, c } = statement;
  const update = compileUpdate(u, arrayFilters, c);
  const query: Query = { filter: q, hint, sort, variables: c };
  matches(q);
  if (sort) checkSort(sort);
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

/** Runs statements in order; an ordered write stops at its first error. */
async function each<T>(
  list: T[],
  ordered: boolean,
  action: (statement: T, index: number) => Promise<void>,
): Promise<Doc> {
  const writeErrors: WriteError[] = [];
  for (const [index, statement] of list.entries()) {
    try {
      await action(statement, index);
    } catch (error) {
      writeErrors.push(toWriteError(error, index));
      if (ordered) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
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
    matches(query.filter);
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

async function findAndModify({ databases }: Server, request: Request): Promise<Doc> {
  const { body } = request;
  const ns = namespace(request);
  const variables = documentField(body, "let");
  const query: Query = {
    filter: documentField(body, "query"),
    sort: documentField(body, "sort"),
    hint: body.hint,
    variables,
  };
  matches(query.filter);
  checkSort(query.sort as Doc);
  const removes = isTrue(body.remove);
  if (removes && (body.update !== undefined || isTrue(body.new) || isTrue(body.upsert)))
    throw new MongoError(9, "Cannot specify both an update and remove=true");
  if (!removes && body.update === undefined)
    throw new MongoError(9, "Either an update or remove=true must be specified");
  const change = removes
    ? undefined
    : compileUpdate(body.update, (body.arrayFilters ?? []) as unknown[], variables);
  const fields = documentField(body, "fields");
  const shape = (doc: Doc | null, filter: Doc) =>
    doc && Object.keys(fields).length > 0 ? compileProjection(fields, { variables }, filter)(doc) : doc;
  return databases.storage.write(() => {
    const collection = isTrue(body.upsert) ? databases.create(ns) : databases.find(ns);
    const match = collection && firstMatch(databases, collection, query);
    const reply = (n: number, value: Doc | null, more: Doc, filter: Doc = {}): Doc => ({
      lastErrorObject: { n, ...more },
      value: shape(value, filter),
      ok: 1,
    });
    if (collection && match) {
      if (!change) {
        collection.remove(match.found.rid, match.doc);
        return reply(1, match.doc, {}, match.filter);
      }
      const { before, after } = rewrite(collection, match.found, match.filter, change.apply);
      return reply(1, isTrue(body.new) ? after : before, { updatedExisting: true }, match.filter);
    }
    if (!change) return reply(0, null, {});
    if (!collection || !isTrue(body.upsert)) return reply(0, null, { updatedExisting: false });
    const doc = upsert(collection, query.filter, change);
    return reply(1, isTrue(body.new) ? doc : null, { updatedExisting: false, upserted: doc._id });
  });
}

const modify: Command = {
  run: findAndModify,
  fields: ["query", "sort", "remove", "update", "new", "fields", "upsert", "arrayFilters", "hint", "let"],
  refused: ["collation", "bypassDocumentValidation"],
};
export const writeCommands: Record<string, Command> = {
  insert: { run: insert, fields: ["documents", "ordered"], refused: ["bypassDocumentValidation"] },
  update: { run: update, fields: ["updates", "ordered", "let"], refused: ["bypassDocumentValidation"] },
  delete: { run: remove, fields: ["deletes", "ordered", "let"] },
  findAndModify: modify,
  findandmodify: modify,
};
