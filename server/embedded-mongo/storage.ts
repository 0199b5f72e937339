import { open, type RootDatabase } from "lmdb";
import { asRefusal, MongoError } from "./errors.ts";
import { type Doc, decode, encode } from "./values.ts";

/** The numbers that start a key: what collections there are, what is being removed; then one of each collection and index. */
const CATALOG = 0;
const GARBAGE = 1;
const FIRST_ID = 16;
const CHUNK = 2000;

export type Range = { from: Buffer; to: Buffer; reverse?: boolean };
export type Entry = { key: Buffer; value: Buffer };
export type IndexSpec = Doc & { name: string; key: Record<string, 1 | -1> };
export type CollectionSpec = {
  id: number;
  uuid: string;
  indexes: { id: number; spec: IndexSpec; multikey: boolean[]; truncated: boolean }[];
};
type Waiting = {
  action: () => unknown;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};

export function prefixed(id: number, ...parts: Uint8Array[]): Buffer {
  const head = Buffer.allocUnsafe(4);
  head.writeUInt32BE(id);
  return Buffer.concat([head, ...parts]);
}
export const everythingOf = (id: number): Range => ({ from: prefixed(id), to: prefixed(id + 1) });

const NEXT_ID = prefixed(GARBAGE, Buffer.from("next"));
const DISCARDED: Range = {
  from: prefixed(GARBAGE, Buffer.from("id")),
  to: prefixed(GARBAGE, Buffer.from("ie")),
};

/**
 * One LMDB tree: every key starts with the number of a collection or an index. Writes run one after the
 * other on this thread; those that wait together share one transaction and one fsync.
 */
export class Storage {
  readonly store: RootDatabase<Buffer, Buffer>;
  private nextId = FIRST_ID;
  private waiting: Waiting[] = [];
  private closed = false;
  /** Called when writes were undone: what memory holds of them is to be read again. */
  onUndone: () => void = () => {};

  constructor(path: string, sync: boolean) {
    const binary = { keyEncoding: "binary", encoding: "binary" } as const;
    const options = { path, ...binary, noSync: !sync, overlappingSync: false, pageSize: 8192 };
    this.store = open<Buffer, Buffer>(options as Parameters<typeof open>[0]) as RootDatabase<Buffer, Buffer>;
    this.readNextId();
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
      this.store.transactionSync(() => {
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
      this.readNextId();
      this.onUndone();
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const done of settle) done();
  }

  private readNextId(): void {
    this.nextId = this.store.get(NEXT_ID)?.readUInt32BE(0) ?? FIRST_ID;
  }

  /** A fresh number for a collection or an index; call it inside a write. */
  allocate(): number {
    this.store.putSync(NEXT_ID, prefixed(this.nextId + 1));
    return this.nextId++;
  }

  /** Up to `limit` entries, so that no read holds a snapshot between two turns of the event loop. */
  entries({ from, to, reverse }: Range, limit: number, after?: Buffer): Entry[] {
    const exclusiveStart = reverse === true || after !== undefined;
    const [start, end] = reverse ? [after ?? to, from] : [after ?? from, to];
    return [
      ...this.store.getRange({
        start,
        end,
        reverse: reverse === true,
        exclusiveStart,
        inclusiveEnd: reverse === true,
        limit,
      }),
    ] as Entry[];
  }

  specs(): { ns: string; spec: CollectionSpec }[] {
    return this.entries(everythingOf(CATALOG), Number.MAX_SAFE_INTEGER).map(({ key, value }) => ({
      ns: key.subarray(4).toString(),
      spec: decode(value) as unknown as CollectionSpec,
    }));
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
    for (const { key } of this.entries(DISCARDED, CHUNK)) {
      const all = everythingOf(key.readUInt32BE(key.length - 4));
      for (let left = 1; left > 0; )
        left = await this.write(() => {
          const entries = this.entries(all, CHUNK);
          for (const entry of entries.length > 0 ? entries : [{ key }]) this.store.removeSync(entry.key);
          return entries.length;
        });
    }
  }

  /** What waits to be written is written first; what comes later is refused. */
  close(): Promise<void> {
    this.commit();
    this.closed = true;
    return this.store.close();
  }
}
