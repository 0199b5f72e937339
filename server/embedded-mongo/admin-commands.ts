import { Binary, Long } from "bson";
import {
  asksSomething,
  type Command,
  checkFields,
  commandFields,
  fields,
  namespace,
  type Request,
  type Server,
} from "./command.ts";
import { MongoError, notImplemented } from "./errors.ts";
import { matches } from "./matcher.ts";
import { type Doc, encode, isTrue, toNumber } from "./values.ts";

const CURSOR = fields("batchSize:count");

/** How many documents a first answer holds, from `cursor: {batchSize}`. */
export function batchSize({ name, body }: Request, fallback = Number.POSITIVE_INFINITY): number {
  const options = (body.cursor ?? {}) as Doc;
  checkFields(`${name}.cursor`, options, CURSOR);
  return toNumber(options.batchSize) ?? fallback;
}

/** A cursor over a list that is already made. */
export const listed = ({ cursors }: Server, request: Request, ns: string, docs: Doc[]): Promise<Buffer> =>
  cursors.start(ns, docs.map(encode)[Symbol.iterator](), batchSize(request), false);

const CREATE_OPTIONS = fields(
  `capped size max timeseries expireAfterSeconds clusteredIndex changeStreamPreAndPostImages storageEngine
  validator validationLevel validationAction indexOptionDefaults viewOn pipeline collation encryptedFields`,
);

async function create({ databases }: Server, request: Request): Promise<Doc> {
  const ns = namespace(request);
  const asked = [...CREATE_OPTIONS.keys()].find((option) =>
    asksSomething(option, request.body[option] ?? false),
  );
  // The same collection asked for again is there: only other options contradict it.
  if (asked && databases.find(ns))
    throw new MongoError(48, `namespace ${ns} already exists, but with different options`);
  if (asked) throw notImplemented(`'${asked}' in create`);
  await databases.storage.write(() => databases.create(ns));
  return { ok: 1 };
}

/** Forgets collections, then frees what they held. */
async function dropAll({ databases, cursors }: Server, names: string[]): Promise<void> {
  await databases.storage.write(() => names.forEach((ns) => void databases.drop(ns)));
  for (const ns of names) cursors.collectionDropped(ns);
  await databases.storage.collectGarbage();
}

async function drop(server: Server, request: Request): Promise<Doc> {
  const ns = namespace(request);
  const collection = server.databases.find(ns);
  if (!collection) return { ok: 1 };
  await dropAll(server, [ns]);
  return { nIndexesWas: collection.indexes.length, ns, ok: 1 };
}

async function dropDatabase(server: Server, { db }: Request): Promise<Doc> {
  const names = server.databases.of(db).map(({ ns }) => ns);
  if (names.length === 0) return { ok: 1 };
  await dropAll(server, names);
  return { dropped: db, ok: 1 };
}

function listCollections(server: Server, request: Request): Promise<Buffer> {
  const { body, db } = request;
  const found = server.databases
    .of(db)
    .map(({ ns, uuid, indexes }) => ({
      name: ns.slice(db.length + 1),
      type: "collection",
      options: {},
      info: { readOnly: false, uuid: Binary.createFromHexString(uuid.replaceAll("-", ""), 4) },
      idIndex: indexes[0]?.spec,
    }))
    .filter(matches((body.filter ?? {}) as Doc));
  const shown = isTrue(body.nameOnly) ? found.map(({ name, type }) => ({ name, type })) : found;
  return listed(server, request, `${db}.$cmd.listCollections`, shown);
}

function listDatabases({ databases }: Server, { body, db }: Request): Doc {
  if (db !== "admin") throw new MongoError(13, "listDatabases may only be run against the admin database.");
  const found = databases
    .names()
    .map((name) => ({ name, sizeOnDisk: Long.fromNumber(1), empty: false }))
    .filter(matches((body.filter ?? {}) as Doc));
  if (isTrue(body.nameOnly)) return { databases: found.map(({ name }) => ({ name })), ok: 1 };
  return { databases: found, totalSize: Long.fromNumber(found.length), totalSizeMb: Long.ZERO, ok: 1 };
}

export const adminCommands: Record<string, Command> = {
  create: { run: create, fields: new Map([...commandFields("autoIndexId idIndex"), ...CREATE_OPTIONS]) },
  drop: { run: drop, fields: commandFields() },
  dropDatabase: { run: dropDatabase, fields: commandFields() },
  listCollections: {
    run: listCollections,
    fields: commandFields("filter:object nameOnly:bool cursor:object authorizedCollections:bool"),
  },
  listDatabases: {
    run: listDatabases,
    fields: commandFields("filter:object nameOnly:bool authorizedDatabases:bool"),
  },
};
