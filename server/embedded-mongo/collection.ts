import { MongoError } from "./errors.ts";
import { encodeKey, isTruncated, storable } from "./keys.ts";
import { matches, normalize, type Predicate } from "./matcher.ts";
import { hasPath, indexValues } from "./paths.ts";
import { type CollectionSpec, type IndexSpec, prefixed, type Range, type Storage } from "./storage.ts";
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
  indexes: Index[];
  private readonly storage: Storage;
  private lastRecord: number;
  private counted: number | undefined;

  constructor(storage: Storage, ns: string, spec: CollectionSpec) {
    this.storage = storage;
    this.ns = ns;
    this.id = spec.id;
    this.uuid = spec.uuid;
    this.indexes = spec.indexes.map(toIndex);
    const [last] = storage.entries({ ...this.everything(), reverse: true }, 1);
    this.lastRecord = last ? last.key.readUIntBE(4, 6) : 0;
  }

  everything(): Range {
    return { from: prefixed(this.id), to: prefixed(this.id + 1) };
  }

  save(): void {
    this.storage.saveSpec(this.ns, {
      id: this.id,
      uuid: this.uuid,
      indexes: this.indexes.map(({ id, spec, multikey, truncated }) => ({ id, spec, multikey, truncated })),
    });
  }

  get(rid: Buffer): Buffer | undefined {
    return this.storage.store.get(prefixed(this.id, rid));
  }

  count(): number {
    this.counted ??= this.storage.root.getKeysCount({ start: prefixed(this.id), end: prefixed(this.id + 1) });
    return this.counted;
  }

  private keys(index: Index, doc: Doc, mark: boolean): Map<string, { key: Buffer; values: unknown[] }> {
    const out = new Map<string, { key: Buffer; values: unknown[] }>();
    if (index.partial && !index.partial.test(doc)) return out;
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

  private entry(index: Index, key: Buffer, rid: Buffer): Buffer {
    return index.unique ? prefixed(index.id, key) : prefixed(index.id, key, rid);
  }

  private assertFree(index: Index, key: Buffer, values: unknown[], rid?: Buffer): void {
    if (!index.unique) return;
    const holder = this.storage.store.get(prefixed(index.id, key));
    if (!holder || (rid && holder.equals(rid))) return;
    const keyValue = Object.fromEntries(index.fields.map((field, i) => [field, values[i] ?? null]));
    const message = `E11000 duplicate key error collection: ${this.ns} index: ${index.spec.name} dup key: ${show(keyValue)}`;
    throw new MongoError(11000, message, { keyPattern: index.spec.key, keyValue });
  }

  /** Every check comes before the first put: what throws here has written nothing. */
  insert(doc: Doc, bytes: Buffer): void {
    const keys = this.indexes.map((index) => this.keys(index, doc, true));
    this.indexes.forEach((index, i) => {
      for (const { key, values } of keys[i]?.values() ?? []) this.assertFree(index, key, values);
    });
    const rid = Buffer.allocUnsafe(6);
    rid.writeUIntBE(++this.lastRecord, 0, 6);
    this.storage.store.putSync(prefixed(this.id, rid), bytes);
    this.indexes.forEach((index, i) => {
      for (const { key } of keys[i]?.values() ?? [])
        this.storage.store.putSync(this.entry(index, key, rid), rid);
    });
    if (this.counted !== undefined) this.counted++;
  }

  replace(rid: Buffer, before: Doc, after: Doc, bytes: Buffer): void {
    const changes = this.indexes.map((index) => {
      const old = this.keys(index, before, false);
      const fresh = this.keys(index, after, true);
      return {
        index,
        removed: [...old].filter(([name]) => !fresh.has(name)).map(([, entry]) => entry),
        added: [...fresh].filter(([name]) => !old.has(name)).map(([, entry]) => entry),
      };
    });
    for (const { index, added } of changes)
      for (const { key, values } of added) this.assertFree(index, key, values, rid);
    this.storage.store.putSync(prefixed(this.id, rid), bytes);
    for (const { index, added, removed } of changes) {
      for (const { key } of removed) this.storage.store.removeSync(this.entry(index, key, rid));
      for (const { key } of added) this.storage.store.putSync(this.entry(index, key, rid), rid);
    }
  }

  remove(rid: Buffer, doc: Doc): void {
    for (const index of this.indexes)
      for (const { key } of this.keys(index, doc, false).values())
        this.storage.store.removeSync(this.entry(index, key, rid));
    this.storage.store.removeSync(prefixed(this.id, rid));
    if (this.counted !== undefined) this.counted--;
  }

  /** Keys of the documents already here; throws on the first duplicate, and the caller discards the index. */
  fill(index: Index): void {
    for (const { key, value } of this.storage.root.getRange({
      start: prefixed(this.id),
      end: prefixed(this.id + 1),
    })) {
      const rid = Buffer.from(key.subarray(4));
      for (const { key: indexKey, values } of this.keys(index, decode(value), true).values()) {
        this.assertFree(index, indexKey, values, rid);
        this.storage.store.putSync(this.entry(index, indexKey, rid), rid);
      }
    }
  }
}

/** A value the way MongoDB writes it in a duplicate key's message. */
const show = (value: unknown): string => {
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (Array.isArray(value)) return `[ ${value.map(show).join(", ")} ]`;
  if (isDocument(value))
    return `{ ${Object.entries(value)
      .map(([field, inner]) => `${field}: ${show(inner)}`)
      .join(", ")} }`;
  return tag(value) === "ObjectId" ? `ObjectId('${value}')` : String(value);
};
