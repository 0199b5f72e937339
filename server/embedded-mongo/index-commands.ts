import { batchSize, each } from "./admin-commands.ts";
import { type Collection, toIndex } from "./collection.ts";
import { arrayField, type Command, namespace, type Request, type Server } from "./command.ts";
import { same } from "./compare.ts";
import { MongoError } from "./errors.ts";
import { optionsOf, toSpec } from "./index-spec.ts";
import type { IndexSpec } from "./storage.ts";
import { type Doc, isDocument, isTrue } from "./values.ts";

const MOST_INDEXES = 64;

async function createIndexes({ databases }: Server, request: Request): Promise<Doc> {
  const ns = namespace(request);
  const given = arrayField(request.body, "indexes");
  if (!given)
    throw new MongoError(40414, "BSON field 'createIndexes.indexes' is missing but a required field");
  if (given.length === 0) throw new MongoError(2, "Must specify at least one index to create");
  const specs = given.map(toSpec);
  const { storage } = databases;
  let createdCollectionAutomatically = false;
  let before = 0;
  const collection = await storage.write(() => {
    createdCollectionAutomatically = databases.find(ns) === undefined;
    const made = databases.create(ns);
    before = made.indexes.length;
    return made;
  });
  for (const spec of specs) {
    const index = await storage.write(() => {
      if (isKnown(collection, spec)) return undefined;
      if (collection.indexes.length >= MOST_INDEXES)
        throw new MongoError(
          67,
          `add index fails, too many indexes for ${collection.ns} key:${JSON.stringify(spec.key)}`,
        );
      const fresh = toIndex({
        id: storage.allocate(),
        spec,
        multikey: Object.keys(spec.key).map(() => false),
        truncated: false,
      });
      try {
        collection.fill(fresh);
        collection.indexes.push(fresh);
        collection.save();
        return fresh;
      } catch (error) {
        if (!(error instanceof MongoError)) throw error;
        storage.discard([fresh.id]);
        return error;
      }
    });
    if (index instanceof MongoError) {
      await storage.collectGarbage();
      throw index;
    }
  }
  const numIndexesAfter = collection.indexes.length;
  const note = numIndexesAfter === before ? { note: "all indexes already exist" } : {};
  return { numIndexesBefore: before, numIndexesAfter, createdCollectionAutomatically, ...note, ok: 1 };
}

function isKnown(collection: Collection, spec: IndexSpec): boolean {
  for (const { spec: other } of collection.indexes) {
    const sameKey = same(other.key, spec.key);
    const identical = sameKey && (same(optionsOf(other), optionsOf(spec)) || other.name === "_id_");
    if (identical && (other.name === spec.name || other.name === "_id_")) return true;
    if (identical) throw new MongoError(85, `Index already exists with a different name: ${other.name}`);
    if (other.name === spec.name)
      throw new MongoError(
        86,
        `An existing index has the same name as the requested index. Requested index: ${spec.name}`,
      );
    if (
      sameKey &&
      same(other.partialFilterExpression ?? null, spec.partialFilterExpression ?? null) &&
      isTrue(other.unique) === isTrue(spec.unique) &&
      isTrue(other.sparse) === isTrue(spec.sparse)
    )
      throw new MongoError(
        85,
        `An equivalent index already exists with the same name but different options: ${other.name}`,
      );
  }
  return false;
}

function existing({ databases }: Server, ns: string): Collection {
  const collection = databases.find(ns);
  if (!collection) throw new MongoError(26, `ns does not exist: ${ns}`);
  return collection;
}

function listIndexes(server: Server, request: Request): Promise<Buffer> {
  const collection = existing(server, namespace(request));
  return server.cursors.start(
    collection.ns,
    each(collection.indexes.map(({ spec }) => spec)),
    batchSize(request.body),
    false,
  );
}

async function dropIndexes(server: Server, request: Request): Promise<Doc> {
  const collection = existing(server, namespace(request));
  const { storage } = server.databases;
  const wanted = request.body.index;
  if (wanted === undefined)
    throw new MongoError(40414, "BSON field 'dropIndexes.index' is missing but a required field");
  for (const one of [wanted].flat())
    if (typeof one !== "string" && !isDocument(one))
      throw new MongoError(
        14,
        "BSON field 'dropIndexes.index' is the wrong type, expected types '[string, object]'",
      );
  const nIndexesWas = collection.indexes.length;
  await storage.write(() => {
    const chosen = [wanted].flat().flatMap((one) => {
      if (one === "*") return collection.indexes.filter(({ spec }) => spec.name !== "_id_");
      const found = collection.indexes.find(({ spec }) =>
        typeof one === "string" ? spec.name === one : same(spec.key, one),
      );
      if (!found)
        throw new MongoError(
          27,
          typeof one === "string"
            ? `index not found with name [${one}]`
            : `can't find index with key: ${JSON.stringify(one)}`,
        );
      if (found.spec.name === "_id_") throw new MongoError(72, "cannot drop _id index");
      return [found];
    });
    collection.indexes = collection.indexes.filter((index) => !chosen.includes(index));
    collection.save();
    storage.discard(chosen.map(({ id }) => id));
  });
  await storage.collectGarbage();
  const msg = wanted === "*" ? { msg: "non-_id indexes dropped for collection" } : {};
  return { nIndexesWas, ...msg, ok: 1 };
}

export const indexCommands: Record<string, Command> = {
  createIndexes: { run: createIndexes, fields: ["indexes"], refused: ["commitQuorum"] },
  listIndexes: { run: listIndexes, fields: ["cursor"] },
  dropIndexes: { run: dropIndexes, fields: ["index"] },
};
