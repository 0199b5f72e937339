import { ObjectId } from "bson";
import type { Collection, Found } from "./collection.ts";
import {
  type Command,
  checkFields,
  commandFields,
  fields,
  namespace,
  type Request,
  type Server,
} from "./command.ts";
import { eachInTurns } from "./cursors.ts";
import { asRefusal, MongoError } from "./errors.ts";
import { computeVariables } from "./expressions.ts";
import { checkQuery, firstMatch, matching, planQuery, type Query, toQuery } from "./find.ts";
import { compiled, isRegex } from "./matcher.ts";
import { matchedPosition } from "./positional.ts";
import { compileProjection } from "./projection.ts";
import { type CompiledUpdate, compileUpdate, fromFilter, stampZeros } from "./update.ts";
import { type Doc, decode, encodeToStore, isDocument, isTrue, MAX_DOCUMENT, toNumber } from "./values.ts";

/** How many documents one turn of the event loop writes. */
const CHUNK = 500;
const MOST_STATEMENTS = 100_000;

/** The statements of a write, from the message's sequence (as BSON) or from its body. */
function statements({ name, body, sequences }: Request, field: string): (Buffer | Doc)[] {
  const given = sequences[field] ?? (body[field] as Doc[] | undefined);
  if (!given) throw new MongoError(40414, `BSON field '${name}.${field}' is missing but a required field`);
  if (!given.every(isDocument)) throw new MongoError(14, `'${name}.${field}' must hold objects`);
  if (given.length === 0 || given.length > MOST_STATEMENTS)
    throw new MongoError(16, `Write batch sizes must be between 1 and ${MOST_STATEMENTS}`);
  return given;
}

/** What a bulk was refused, by its index; an ordered one stops at the first. */
function failuresOf({ body }: Request) {
  const writeErrors: Doc[] = [];
  return {
    stop: () => isTrue(body.ordered ?? true) && writeErrors.length > 0,
    add: (error: unknown, index: number) => {
      const refusal = asRefusal(error);
      if (!refusal) throw error;
      writeErrors.push({ index, code: refusal.code, errmsg: refusal.message, ...refusal.extra });
    },
    reply: (counts: Doc): Doc => ({ ...counts, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 }),
  };
}

/** A document under an _id, its own or a new one, that comes first. */
function withId(doc: Doc): Doc {
  const { _id = new ObjectId() } = doc;
  if (Array.isArray(_id) || isRegex(_id))
    throw new MongoError(53, "The '_id' value cannot be an array or a regex");
  if (isDocument(_id) && Object.keys(_id).some((field) => field.startsWith("$")))
    throw new MongoError(52, "_id fields may not contain '$'-prefixed fields");
  return Object.keys(doc)[0] === "_id" ? doc : { _id, ...doc };
}

/** Inserts a document, as the bytes that came where they need no change. */
function insertOne(collection: Collection, given: Buffer | Doc): void {
  const doc = Buffer.isBuffer(given) ? decode(given) : given;
  const whole = withId(stampZeros(doc));
  const asItCame = Buffer.isBuffer(given) && whole === doc && given.length <= MAX_DOCUMENT;
  collection.insert(whole, asItCame ? given : encodeToStore(whole));
}

async function insert({ databases }: Server, request: Request): Promise<Doc> {
  const ns = namespace(request);
  const documents = statements(request, "documents");
  const failures = failuresOf(request);
  let n = 0;
  for (let from = 0; from < documents.length && !failures.stop(); from += CHUNK)
    await databases.storage.write(() => {
      const collection = databases.create(ns);
      for (const [i, given] of documents.slice(from, from + CHUNK).entries()) {
        if (failures.stop()) return;
        try {
          insertOne(collection, given);
          n++;
        } catch (error) {
          failures.add(error, from + i);
        }
      }
    });
  return failures.reply({ n });
}

/** What to write: an update, an upsert, or without an update a removal. */
type Write = { query: Query; update?: CompiledUpdate | undefined; multi?: boolean; upserts?: boolean };
/** `before` is missing of what was inserted, `after` of what was removed. */
type Written = { before?: Doc; after?: Doc | undefined; changed: boolean };
/** Looks at what is about to be written; it may refuse, as nothing has been put yet. */
type Show = (before: Doc | undefined, after: Doc | undefined, filter: Doc) => void;
type Match = { found: Found; doc: Doc; filter: Doc };

function rewrite(collection: Collection, match: Match, update: Write["update"], show?: Show): Written {
  const { found, doc: before, filter } = match;
  const after = update?.apply(decode(found.bytes), () => matchedPosition(filter, before));
  const bytes = after && encodeToStore(after);
  show?.(before, after, filter);
  const changed = !bytes?.equals(found.bytes);
  if (!bytes) collection.remove(found.rid, before);
  else if (changed) collection.replace(found.rid, before, after, bytes);
  return { before, after, changed };
}

/** The first that matches, updated or removed; else what an upsert inserts; undefined for nothing. */
function writeFirst({ databases }: Server, ns: string, { query, update, upserts }: Write, show?: Show) {
  return databases.storage.write((): Written | undefined => {
    const collection = upserts ? databases.create(ns) : databases.find(ns);
    const match = collection && firstMatch(collection, query);
    if (collection && match) return rewrite(collection, match, update, show);
    if (!collection || !upserts || !update) return undefined;
    const after = withId(update.apply(fromFilter(query.filter, update.replaces)));
    const bytes = encodeToStore(after);
    show?.(undefined, after, {});
    collection.insert(after, bytes);
    return { after, changed: false };
  });
}

/** Every document that matched when the write began, in slices that let other connections in. */
async function writeAll({ databases }: Server, ns: string, { query, update }: Write) {
  const counts = { n: 0, nModified: 0 };
  const collection = databases.find(ns);
  if (!collection) return counts;
  const planned = planQuery(collection, query);
  const { filter } = planned;
  const rids: Buffer[] = [];
  await eachInTurns(matching(collection, planned), (found) => void (found && rids.push(found.rid)));
  const test = compiled(filter, query.variables);
  for (let from = 0; from < rids.length; from += CHUNK)
    await databases.storage.write(() => {
      for (const rid of rids.slice(from, from + CHUNK)) {
        const bytes = collection.get(rid);
        const doc = bytes && decode(bytes);
        if (!doc || !test(doc)) continue;
        const { changed } = rewrite(collection, { found: { rid, bytes }, doc, filter }, update);
        counts.n++;
        if (changed) counts.nModified++;
      }
    });
  return counts;
}

type Read = (statement: Doc, variables: Doc) => Omit<Write, "query">;

/** The statements of an update or a delete, with the fields they take beside a collation. */
function bulk(field: string, spec: string, read: Read): Command["run"] {
  const declared = fields(`${spec} collation:refused`);
  return async (server, request) => {
    const ns = namespace(request);
    const list = statements(request, field).map((item) => (Buffer.isBuffer(item) ? decode(item, 120) : item));
    for (const statement of list) {
      checkFields(`${request.name}.${field}`, statement, declared);
      if (statement.limit !== undefined && ![0, 1].includes(toNumber(statement.limit) ?? -1))
        throw new MongoError(9, "The limit field in delete objects must be 0 or 1");
    }
    const variables = computeVariables((request.body.let ?? {}) as Doc);
    const failures = failuresOf(request);
    const upserted: Doc[] = [];
    let [n, nModified] = [0, 0];
    for (const [index, statement] of list.entries()) {
      if (failures.stop()) break;
      try {
        const query = { ...toQuery(statement, "q"), variables };
        checkQuery(query);
        const write: Write = { query, ...read(statement, variables) };
        const many = write.multi ? await writeAll(server, ns, write) : { n: 0, nModified: 0 };
        const isOne = many.n === 0 && (!write.multi || write.upserts);
        const one = isOne ? await writeFirst(server, ns, write) : undefined;
        n += many.n + (one ? 1 : 0);
        nModified += many.nModified + (one?.changed ? 1 : 0);
        if (one && !one.before) upserted.push({ index, _id: one.after?._id });
      } catch (error) {
        failures.add(error, index);
      }
    }
    const counts = field === "updates" ? { n, nModified } : { n };
    return failures.reply(upserted.length > 0 ? { ...counts, upserted } : counts);
  };
}

function readUpdate({ u, multi, upsert, sort, arrayFilters }: Doc, variables: Doc) {
  const update = compileUpdate(u, arrayFilters, variables);
  if (isTrue(multi) && (sort || update.replaces))
    throw new MongoError(9, "multi=true takes neither a sort nor a replacement");
  return { update, multi: isTrue(multi), upserts: isTrue(upsert) };
}

async function findAndModify(server: Server, request: Request): Promise<Doc> {
  const { body } = request;
  const removes = isTrue(body.remove);
  const upserts = isTrue(body.upsert);
  const projection = (body.fields ?? {}) as Doc;
  const query = { ...toQuery(body, "query"), projection };
  const { variables = {} } = query;
  checkQuery(query);
  if (removes ? body.update || isTrue(body.new) || upserts || body.arrayFilters : !body.update)
    throw new MongoError(9, "Either an update or remove=true must be specified, and remove=true alone");
  const update = removes ? undefined : compileUpdate(body.update, body.arrayFilters, variables);
  let value: Doc | null = null;
  const show: Show = (old, fresh, filter) => {
    value = (isTrue(body.new) ? fresh : old) ?? null;
    if (value && Object.keys(projection).length > 0)
      value = compileProjection(projection, Object.keys(variables), filter)(value, variables);
  };
  const done = await writeFirst(server, namespace(request), { query, update, upserts }, show);
  const lastErrorObject = {
    n: done ? 1 : 0,
    ...(update && { updatedExisting: done?.before !== undefined }),
    ...(done && !done.before && { upserted: done.after?._id }),
  };
  return { lastErrorObject, value, ok: 1 };
}

const UPDATE =
  "q:object! u! multi:bool upsert:bool arrayFilters:array hint sort:object upsertSupplied:bool c:refused";
const FIND_AND_MODIFY = `query:object sort:object remove:bool update new:bool fields:object upsert:bool
  arrayFilters:array hint let:object bypassDocumentValidation:bool collation:refused`;
const command = (run: Command["run"], text: string): Command => ({ run, fields: commandFields(text) });

export const writeCommands: Record<string, Command> = {
  insert: command(insert, "documents:array ordered:bool bypassDocumentValidation:bool"),
  update: command(
    bulk("updates", UPDATE, readUpdate),
    "updates:array ordered:bool let:object bypassDocumentValidation:bool",
  ),
  delete: command(
    bulk("deletes", "q:object! limit:number! hint", ({ limit }) => ({ multi: !isTrue(limit) })),
    "deletes:array ordered:bool let:object",
  ),
  findAndModify: command(findAndModify, FIND_AND_MODIFY),
  findandmodify: command(findAndModify, FIND_AND_MODIFY),
};
