import { type Database, open, type RootDatabase } from "lmdb";
import { asRefusal, MongoError } from "./errors.ts";
import { type Doc, decode, encode } from "./values.ts";

export const CATALOG = 0;
const GARBAGE = 1;
const FIRST_ID = 16;
export type Store = Database<Buffer, Buffer>;
export type Range = { from: Buffer; to: Buffer; reverse?: boolean };
export type IndexSpec = Doc & { name: string; key: Record<string, 1 | -1> };
export type CollectionSpec = {
  id: number;
  uuid: string;
  indexes: { id: number; spec: IndexSpec; multikey: boolean[]; truncated: boolean }[];
};

export function prefixed(id: number, ...parts: Uint8Array[]): Buffer {
  const head = Buffer.allocUnsafe(4);
  head.writeUInt32BE(id);
  return Buffer.concat([head, ...parts]);
}

/**
 * One LMDB tree: every key starts with the number of a collection or an index. Writes run one after the
 * other on this thread; those that wait together share one transaction and one fsync.
 */
export class Storage {
  readonly store: Store;
  readonly root: RootDatabase<Buffer, Buffer>;
  private nextId: number;
  private waiting: {
    action: () => unknown;
    resolve: (value: unknown) => void;
    reject: (error: unknown) => void;
  }[] = [];
  private closed = false;
  /** Called when writes were undone: what memory holds of them is to be read again. */
  onUndone: () => void = () => {};
  constructor(dir: string, sync: boolean) {
    this.root = open<Buffer, Buffer>({
      path: dir,
      keyEncoding: "binary",
      encoding: "binary",
      noSync: !sync,
      overlappingSync: false,
      pageSize: 8192,
    } as Parameters<typeof open>[0]) as RootDatabase<Buffer, Buffer>;
    this.store = this.root;
    this.nextId = this.readNextId();
  }

  /**
   * Resolves once what `action` wrote is on disk. An action may refuse (MongoError) before its first put; any
   * other failure undoes all that were committed together, so that nothing half done is ever kept.
   */
  write<T>(action: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.closed) return reject(new MongoError(91, "The server is in quiesce mode and will shut down"));
      this.waiting.push({ action, resolve: resolve as (value: unknown) => void, reject });
      if (this.waiting.length === 1) setImmediate(() => this.commit());
    });
  }

  private commit(): void {
    const batch = this.waiting;
    if (batch.length === 0) return;
    this.waiting = [];
    const settle: (() => void)[] = [];
    try {
      this.root.transactionSync(() => {
        for (const { action, resolve, reject } of batch) {
          try {
            const value = action();
            settle.push(() => resolve(value));
          } catch (error) {
            const refusal = asRefusal(error);
            if (!refusal) throw error;
            settle.push(() => reject(refusal));
          }
        }
      });
    } catch (error) {
      this.nextId = this.readNextId();
      this.onUndone();
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const done of settle) done();
  }

  private readNextId(): number {
    return this.store.get(prefixed(GARBAGE, Buffer.from("next")))?.readUInt32BE(0) ?? FIRST_ID;
  }

  /** A fresh number for a collection or an index; call it inside a write. */
  allocate(): number {
    const id = this.nextId++;
    this.store.putSync(prefixed(GARBAGE, Buffer.from("next")), prefixed(this.nextId));
    return id;
  }

  /** Up to `limit` entries, so that no read holds a snapshot between two turns of the event loop. */
  entries({ from, to, reverse }: Range, limit: number, after?: Buffer): { key: Buffer; value: Buffer }[] {
    const options = reverse
      ? { start: after ?? to, end: from, reverse, exclusiveStart: true, inclusiveEnd: true, limit }
      : { start: after ?? from, end: to, exclusiveStart: after !== undefined, limit };
    return [...this.store.getRange(options)] as { key: Buffer; value: Buffer }[];
  }

  specs(): { ns: string; spec: CollectionSpec }[] {
    return this.entries({ from: prefixed(CATALOG), to: prefixed(GARBAGE) }, Number.MAX_SAFE_INTEGER).map(
      ({ key, value }) => ({
        ns: key.subarray(4).toString(),
        spec: decode(value) as unknown as CollectionSpec,
      }),
    );
  }

  saveSpec(ns: string, spec: CollectionSpec): void {
    this.store.putSync(prefixed(CATALOG, Buffer.from(ns)), encode(spec as unknown as Doc));
  }

  removeSpec(ns: string): void {
    this.store.removeSync(prefixed(CATALOG, Buffer.from(ns)));
  }

  /** Marks everything under these numbers for removal; `collectGarbage` does it, also after a crash. */
  discard(ids: number[]): void {
    for (const id of ids)
      this.store.putSync(prefixed(GARBAGE, Buffer.from("id"), prefixed(id)), Buffer.from([1]));
  }

  async collectGarbage(): Promise<void> {
    const from = prefixed(GARBAGE, Buffer.from("id"));
    for (const { key } of this.entries({ from, to: prefixed(GARBAGE, Buffer.from("ie")) }, 1000)) {
      const id = key.readUInt32BE(key.length - 4);
      for (let left = 1; left > 0; )
        left = await this.write(() => {
          const entries = this.entries({ from: prefixed(id), to: prefixed(id + 1) }, 2000);
          for (const entry of entries) this.store.removeSync(entry.key);
          if (entries.length === 0) this.store.removeSync(key);
          return entries.length;
        });
    }
  }

  /** What waits to be written is written first; what comes later is refused. */
  close(): Promise<void> {
    this.commit();
    this.closed = true;
    return this.root.close();
  }
}
