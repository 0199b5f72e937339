import { MongoError } from "./errors.ts";
import { encodeKey, isTruncated, storable } from "./keys.ts";
import { matches, normalize, type Predicate } from "./matcher.ts";
import { hasPath, indexValues } from "./paths.ts";
import { type CollectionSpec, everythingOf, type IndexSpec, prefixed, type Storage } from "./storage.ts";
import { type Doc, decode, isDocument, tag, toNumber } from "./values.ts";

export type Index = {
  id: number;
  spec: IndexSpec;
  fields: string[];
  paths: string[][];
  directions: number[];
  unique: boolean;
  partial?: { filter: Doc; test: Predicate };
  /** Which fields have held an array: what bounds and sorts can be trusted with. */
  multikey: boolean[];
  truncated: boolean;
};
export type Found = { rid: Buffer; bytes: Buffer };
/** The keys one document gives to an index, each once, with the values they stand for. */
type Keys = Map<string, { key: Buffer; values: unknown[] }>;

const RECORD = 6;
const toRecord = (number: number): Buffer => {
  const rid = Buffer.allocUnsafe(RECORD);
  rid.writeUIntBE(number, 0, RECORD);
  return rid;
};

export function toIndex({ id, spec, multikey, truncated }: CollectionSpec["indexes"][number]): Index {
  const fields = Object.keys(spec.key);
  const filter = spec.partialFilterExpression as Doc | undefined;
  return {
    id,
    spec,
    fields,
    paths: fields.map((field) => field.split(".")),
    directions: fields.map((field) => ((toNumber(spec.key[field]) ?? 1) < 0 ? -1 : 1)),
    unique: spec.unique === true || spec.name === "_id_",
    ...(filter ? { partial: { filter: normalize(filter), test: matches(filter) } } : {}),
    multikey,
    truncated,
  };
}

/** The documents of one collection and the keys of its indexes: no write leaves them apart. */
export class Collection {
  readonly ns: string;
  readonly id: number;
  readonly uuid: string;
  readonly storage: Storage;
  indexes: Index[];
  private lastRecord: number;
  private counted: number | undefined;

  constructor(storage: Storage, ns: string, { id, uuid, indexes }: CollectionSpec) {
    this.storage = storage;
    this.ns = ns;
    this.id = id;
    this.uuid = uuid;
    this.indexes = indexes.map(toIndex);
    const [last] = storage.entries({ ...everythingOf(id), reverse: true }, 1);
    this.lastRecord = last ? last.key.readUIntBE(4, RECORD) : 0;
  }

  save(): void {
    const indexes = this.indexes.map(({ id, spec, multikey, truncated }) => ({
      id,
      spec,
      multikey,
      truncated,
    }));
    this.storage.saveSpec(this.ns, { id: this.id, uuid: this.uuid, indexes });
  }

  get(rid: Buffer): Buffer | undefined {
    return this.storage.store.get(prefixed(this.id, rid));
  }

  count(): number {
    const { from: start, to: end } = everythingOf(this.id);
    this.counted ??= this.storage.store.getKeysCount({ start, end });
    return this.counted;
  }

  private keys(index: Index, doc: Doc | undefined, mark: boolean): Keys {
    const out: Keys = new Map();
    if (!doc || (index.partial && !index.partial.test(doc))) return out;
    if (index.spec.sparse === true && !index.paths.some((path) => hasPath(doc, path))) return out;
    const { keys, multikey } = indexValues(doc, index.paths);
    let changed = false;
    multikey.forEach((many, i) => {
      if (many && !index.multikey[i] && mark) changed = index.multikey[i] = true;
    });
    for (const values of keys) {
      const full = encodeKey(values, index.directions);
      if (isTruncated(full) && !index.truncated && mark) changed = index.truncated = true;
      const key = storable(full);
      out.set(key.toString("latin1"), { key, values });
    }
    if (changed) this.save();
    return out;
  }

  private assertFree(index: Index, key: Buffer, values: unknown[], rid: Buffer): void {
    const holder = index.unique ? this.storage.store.get(prefixed(index.id, key)) : undefined;
    if (!holder || holder.equals(rid)) return;
    const keyValue = Object.fromEntries(index.fields.map((field, i) => [field, values[i] ?? null]));
    const message = `E11000 duplicate key error collection: ${this.ns} index: ${index.spec.name} dup key: ${show(keyValue)}`;
    throw new MongoError(11000, message, { keyPattern: index.spec.key, keyValue });
  }

  /** Gives a document's indexes the keys it has now for those it had. Every check comes before the first put. */
  private rekey(indexes: Index[], rid: Buffer, before: Doc | undefined, after: Doc | undefined): () => void {
    const changes = indexes.map((index) => {
      const old = this.keys(index, before, false);
      const fresh = this.keys(index, after, true);
      for (const [name, { key, values }] of fresh) {
        if (!old.has(name)) this.assertFree(index, key, values, rid);
        else if (old.delete(name)) fresh.delete(name);
      }
      return { index, old, fresh };
    });
    const entry = (index: Index, key: Buffer) =>
      index.unique ? prefixed(index.id, key) : prefixed(index.id, key, rid);
    return () => {
      for (const { index, old, fresh } of changes) {
        for (const { key } of old.values()) this.storage.store.removeSync(entry(index, key));
        for (const { key } of fresh.values()) this.storage.store.putSync(entry(index, key), rid);
      }
    };
  }

  insert(doc: Doc, bytes: Buffer): void {
    const rid = toRecord(this.lastRecord + 1);
    const index = this.rekey(this.indexes, rid, undefined, doc);
    this.lastRecord++;
    this.storage.store.putSync(prefixed(this.id, rid), bytes);
    index();
    if (this.counted !== undefined) this.counted++;
  }

  replace(rid: Buffer, before: Doc, after: Doc, bytes: Buffer): void {
    const index = this.rekey(this.indexes, rid, before, after);
    this.storage.store.putSync(prefixed(this.id, rid), bytes);
    index();
  }

  remove(rid: Buffer, doc: Doc): void {
    this.rekey(this.indexes, rid, doc, undefined)();
    this.storage.store.removeSync(prefixed(this.id, rid));
    if (this.counted !== undefined) this.counted--;
  }

  /** Keys of the documents already here; throws on the first duplicate, and the caller discards the index. */
  fill(index: Index): void {
    const { from: start, to: end } = everythingOf(this.id);
    for (const { key, value } of this.storage.store.getRange({ start, end }))
      this.rekey([index], Buffer.from(key.subarray(4)), undefined, decode(value))();
  }
}

/** A value the way MongoDB writes it in a duplicate key's message. */
function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (Array.isArray(value)) return `[ ${value.map(show).join(", ")} ]`;
  if (!isDocument(value)) return tag(value) === "ObjectId" ? `ObjectId('${value}')` : String(value);
  const fields = Object.entries(value).map(([field, inner]) => `${field}: ${show(inner)}`);
  return `{ ${fields.join(", ")} }`;
}
