import { randomUUID } from "node:crypto";
import { Collection } from "./collection.ts";
import { MongoError } from "./errors.ts";
import type { IndexSpec, Storage } from "./storage.ts";

const FORBIDDEN = /[\0$]/;
const LONGEST = 255;

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
    const name = ns.slice(ns.indexOf(".") + 1);
    if (name === "" || FORBIDDEN.test(name) || name.startsWith(".") || name.startsWith("system."))
      throw new MongoError(73, `Invalid namespace specified '${ns}'`);
    if (Buffer.byteLength(ns) > LONGEST)
      throw new MongoError(73, `Fully qualified namespace is too long. Namespace: ${ns} Max: ${LONGEST}`);
    const database = ns.slice(0, ns.indexOf("."));
    const other = this.names().find(
      (known) => known !== database && known.toLowerCase() === database.toLowerCase(),
    );
    if (other)
      throw new MongoError(
        13297,
        `db already exists with different case already have: [${other}] trying to create [${database}]`,
      );
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
    return this.all()
      .filter(({ ns }) => ns.startsWith(`${database}.`))
      .sort((a, b) => (a.ns < b.ns ? -1 : 1));
  }

  names(): string[] {
    return [...new Set(this.all().map(({ ns }) => ns.slice(0, ns.indexOf("."))))].sort();
  }
}
