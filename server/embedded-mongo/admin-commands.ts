import { Binary, Long } from "bson";
import {
  type Command,
  changesResult,
  documentField,
  namespace,
  numberField,
  type Request,
  type Server,
} from "./command.ts";
import { MongoError, notImplemented } from "./errors.ts";
import { matches } from "./matcher.ts";
import { type Doc, encode, isTrue } from "./values.ts";

/** How many an answer holds, from `cursor: {batchSize}`. */
export const batchSize = (body: Doc) =>
  numberField(documentField(body, "cursor"), "batchSize") ?? Number.POSITIVE_INFINITY;

export const each = (docs: Doc[]) => docs.map(encode)[Symbol.iterator]();

async function create({ databases }: Server, request: Request): Promise<Doc> {
  const ns = namespace(request);
  const asked = CREATE_OPTIONS.filter((option) => changesResult(option, request.body[option] ?? false));
  if (databases.find(ns)) {
    // The same collection asked for again is there: only other options contradict it.
    if (asked.length === 0) return { ok: 1 };
    throw new MongoError(48, `namespace ${ns} already exists, but with different options`);
  }
  if (asked[0]) throw notImplemented(`'${asked[0]}' in create`);
  await databases.storage.write(() => databases.create(ns));
  return { ok: 1 };
}

async function drop({ databases, cursors }: Server, request: Request): Promise<Doc> {
  const ns = namespace(request);
  const collection = databases.find(ns);
  if (!collection) return { ok: 1 };
  await databases.storage.write(() => databases.drop(ns));
  cursors.collectionDropped(ns);
  await databases.storage.collectGarbage();
  return { nIndexesWas: collection.indexes.length, ns, ok: 1 };
}

async function dropDatabase({ databases, cursors }: Server, { db }: Request): Promise<Doc> {
  const collections = databases.of(db);
  if (collections.length === 0) return { ok: 1 };
  await databases.storage.write(() => {
    for (const { ns } of collections) databases.drop(ns);
  });
  for (const { ns } of collections) cursors.collectionDropped(ns);
  await databases.storage.collectGarbage();
  return { dropped: db, ok: 1 };
}

function listCollections({ databases, cursors }: Server, { body, db }: Request): Promise<Buffer> {
  const test = matches(documentField(body, "filter"));
  const docs = databases.of(db).map(({ ns, uuid, indexes }) => ({
    name: ns.slice(db.length + 1),
    type: "collection",
    options: {},
    info: { readOnly: false, uuid: Binary.createFromHexString(uuid.replaceAll("-", ""), 4) },
    idIndex: indexes[0]?.spec,
  }));
  const found = docs.filter(test);
  return cursors.start(
    `${db}.$cmd.listCollections`,
    each(isTrue(body.nameOnly) ? found.map(({ name, type }) => ({ name, type })) : found),
    batchSize(body),
    false,
  );
}

function listDatabases({ databases }: Server, { body, db }: Request): Doc {
  if (db !== "admin") throw new MongoError(13, "listDatabases may only be run against the admin database.");
  const test = matches(documentField(body, "filter"));
  const found = databases
    .names()
    .map((name) => ({ name, sizeOnDisk: Long.fromNumber(1), empty: false }))
    .filter(test);
  if (isTrue(body.nameOnly)) return { databases: found.map(({ name }) => ({ name })), ok: 1 };
  return { databases: found, totalSize: Long.fromNumber(found.length), totalSizeMb: Long.ZERO, ok: 1 };
}

const CREATE_OPTIONS = [
  "capped",
  "size",
  "max",
  "timeseries",
  "expireAfterSeconds",
  "clusteredIndex",
  "changeStreamPreAndPostImages",
  "storageEngine",
  "validator",
  "validationLevel",
  "validationAction",
  "indexOptionDefaults",
  "viewOn",
  "pipeline",
  "collation",
  "encryptedFields",
];

export const adminCommands: Record<string, Command> = {
  create: { run: create, fields: ["autoIndexId", "idIndex", ...CREATE_OPTIONS] },
  drop: { run: drop, fields: [] },
  dropDatabase: { run: dropDatabase, fields: [] },
  listCollections: {
    run: listCollections,
    fields: ["filter", "nameOnly", "cursor", "authorizedCollections"],
  },
  listDatabases: { run: listDatabases, fields: ["filter", "nameOnly", "authorizedDatabases"] },
};
