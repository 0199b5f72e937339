import { randomUUID } from "node:crypto";
import { Collection } from "./collection.ts";
import { MongoError } from "./errors.ts";
import type { IndexSpec, Storage } from "./storage.ts";

const LONGEST = 255;
const databaseOf = (ns: string): string => ns.slice(0, ns.indexOf("."));

/** The collections of every database, by "database.collection". */
export class Databases {
  readonly storage: Storage;
  private readonly collections = new Map<string, Collection>();

  constructor(storage: Storage) {
    this.storage = storage;
    storage.onUndone = () => this.load();
    this.load();
  }

  private load(): void {
    this.collections.clear();
    for (const { ns, spec } of this.storage.specs())
      this.collections.set(ns, new Collection(this.storage, ns, spec));
  }

  find(ns: string): Collection | undefined {
    return this.collections.get(ns);
  }

  /** Inside a write: the collection, made with its _id index when it is not there. */
  create(ns: string): Collection {
    const known = this.collections.get(ns);
    if (known) return known;
    if (/^[^.]*\.($|\.|system\.)|[\0$]/.test(ns) || Buffer.byteLength(ns) > LONGEST)
      throw new MongoError(73, `Invalid namespace specified '${ns}'`);
    const database = databaseOf(ns);
    const sameBut = (name: string) => name !== database && name.toLowerCase() === database.toLowerCase();
    const other = this.names().find(sameBut);
    if (other) throw new MongoError(13297, `db already exists with different case already have: [${other}]`);
    const spec: IndexSpec = { v: 2, key: { _id: 1 }, name: "_id_" };
    const collection = new Collection(this.storage, ns, {
      id: this.storage.allocate(),
      uuid: randomUUID(),
      indexes: [{ id: this.storage.allocate(), spec, multikey: [false], truncated: false }],
    });
    collection.save();
    this.collections.set(ns, collection);
    return collection;
  }

  /** Inside a write. */
  drop(ns: string): void {
    const collection = this.collections.get(ns);
    if (!collection) return;
    this.storage.removeSpec(ns);
    this.storage.discard([collection.id, ...collection.indexes.map(({ id }) => id)]);
    this.collections.delete(ns);
  }

  all(): Collection[] {
    return [...this.collections.values()];
  }

  /** The collections of one database, by name. */
  of(database: string): Collection[] {
    const own = this.all().filter(({ ns }) => databaseOf(ns) === database);
    return own.sort((a, b) => (a.ns < b.ns ? -1 : 1));
  }

  names(): string[] {
    return [...new Set(this.all().map(({ ns }) => databaseOf(ns)))].sort();
  }
}
