import { listed } from "./admin-commands.ts";
import { type Collection, type Index, toIndex } from "./collection.ts";
import { type Command, commandFields, namespace, type Request, type Server } from "./command.ts";
import { same } from "./compare.ts";
import { MongoError } from "./errors.ts";
import { optionsOf, toSpec } from "./index-spec.ts";
import type { IndexSpec } from "./storage.ts";
import { type Doc, isDocument } from "./values.ts";

const MOST_INDEXES = 64;

async function createIndexes({ databases }: Server, request: Request): Promise<Doc> {
  const ns = namespace(request);
  const specs = (request.body.indexes as unknown[]).map(toSpec);
  if (specs.length === 0) throw new MongoError(2, "Must specify at least one index to create");
  const { storage } = databases;
  const createdCollectionAutomatically = databases.find(ns) === undefined;
  const collection = await storage.write(() => databases.create(ns));
  const numIndexesBefore = collection.indexes.length;
  for (const spec of specs) {
    const refusal = await storage.write(() => build(collection, spec));
    if (!refusal) continue;
    await storage.collectGarbage();
    throw refusal;
  }
  const numIndexesAfter = collection.indexes.length;
  const note = numIndexesAfter === numIndexesBefore ? { note: "all indexes already exist" } : {};
  return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ...note, ok: 1 };
}

/** Inside a write. What is refused half way is returned, and not thrown, for its keys are to be removed. */
function build(collection: Collection, spec: IndexSpec): MongoError | undefined {
  if (isKnown(collection, spec)) return undefined;
  if (collection.indexes.length >= MOST_INDEXES)
    throw new MongoError(67, `add index fails, too many indexes for ${collection.ns}`);
  const { storage } = collection;
  const multikey = Object.keys(spec.key).map(() => false);
  const index = toIndex({ id: storage.allocate(), spec, multikey, truncated: false });
  try {
    collection.fill(index);
    collection.indexes.push(index);
    collection.save();
    return undefined;
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    storage.discard([index.id]);
    return error;
  }
}

function isKnown(collection: Collection, spec: IndexSpec): boolean {
  for (const { spec: other } of collection.indexes) {
    const [mine, theirs] = [optionsOf(spec), optionsOf(other)];
    if (same(theirs, mine) || (other.name === "_id_" && same(other.key, spec.key))) {
      if (other.name === spec.name || other.name === "_id_") return true;
      throw new MongoError(85, `Index already exists with a different name: ${other.name}`);
    }
    if (other.name === spec.name)
      throw new MongoError(86, `An existing index has the same name as the requested index: ${spec.name}`);
    const { expireAfterSeconds: _mine, ...lasting } = mine;
    const { expireAfterSeconds: _theirs, ...otherLasting } = theirs;
    if (same(otherLasting, lasting))
      throw new MongoError(85, `An equivalent index already exists with different options: ${other.name}`);
  }
  return false;
}

function existing({ databases }: Server, request: Request): Collection {
  const collection = databases.find(namespace(request));
  if (!collection) throw new MongoError(26, `ns does not exist: ${namespace(request)}`);
  return collection;
}

function listIndexes(server: Server, request: Request): Promise<Buffer> {
  const { ns, indexes } = existing(server, request);
  return listed(
    server,
    request,
    ns,
    indexes.map(({ spec }) => spec),
  );
}

/** The indexes that one name, one key or "*" stands for. */
function named({ indexes }: Collection, wanted: unknown): Index[] {
  if (wanted === "*") return indexes.filter(({ spec }) => spec.name !== "_id_");
  if (typeof wanted !== "string" && !isDocument(wanted))
    throw new MongoError(14, "BSON field 'dropIndexes.index' is the wrong type");
  const found = indexes.find(({ spec }) => spec.name === wanted || same(spec.key, wanted));
  if (!found) throw new MongoError(27, `index not found: ${JSON.stringify(wanted)}`);
  if (found.spec.name === "_id_") throw new MongoError(72, "cannot drop _id index");
  return [found];
}

async function dropIndexes(server: Server, request: Request): Promise<Doc> {
  const collection = existing(server, request);
  const { storage } = server.databases;
  const { index: wanted } = request.body;
  const nIndexesWas = collection.indexes.length;
  await storage.write(() => {
    const dropped = [wanted].flat().flatMap((one) => named(collection, one));
    collection.indexes = collection.indexes.filter((index) => !dropped.includes(index));
    collection.save();
    storage.discard(dropped.map(({ id }) => id));
  });
  await storage.collectGarbage();
  return { nIndexesWas, ...(wanted === "*" && { msg: "non-_id indexes dropped for collection" }), ok: 1 };
}

const dropping: Command = { run: dropIndexes, fields: commandFields("index!") };
export const indexCommands: Record<string, Command> = {
  createIndexes: { run: createIndexes, fields: commandFields("indexes:array! commitQuorum:refused") },
  listIndexes: { run: listIndexes, fields: commandFields("cursor:object") },
  dropIndexes: dropping,
  deleteIndexes: dropping,
};
