import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { Long } from "bson";
import { MongoError } from "./errors.ts";
import { encode } from "./values.ts";

const IDLE = 10 * 60_000;
const SLICE = 20;
const MOST_BYTES = 16 * 1024 * 1024;
/** What find and aggregate produce: a document, or undefined where one was looked at and passed over. */
export type Results = Iterator<Buffer | undefined>;
type Cursor = { ns: string; results: Results; held?: Buffer | undefined; used: number; pinned: boolean };

/** When the command that runs must have ended (maxTimeMS), on the clock of `performance`. */
export const deadlines = new AsyncLocalStorage<number>();

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Goes through a generator, letting other connections in every few milliseconds; stops when told false. */
export async function eachInTurns<T>(items: Iterator<T>, visit: (item: T) => unknown): Promise<void> {
  const deadline = deadlines.getStore();
  let since = performance.now();
  for (let i = 0; ; i++) {
    const { value, done } = items.next();
    if (done || visit(value) === false) return;
    if ((i & 63) !== 63) continue;
    const now = performance.now();
    if (deadline !== undefined && now > deadline) throw new MongoError(50, "operation exceeded time limit");
    if (now - since <= SLICE) continue;
    await turn();
    since = performance.now();
  }
}

/** Open cursors, forgotten after ten idle minutes as MongoDB does unless asked not to. */
export class Cursors {
  private readonly open = new Map<string, Cursor>();

  /** The reply that opens a cursor; its id is 0 when the first batch holds everything. */
  async start(
    ns: string,
    results: Results,
    batchSize: number,
    single: boolean,
    pinned = false,
  ): Promise<Buffer> {
    this.sweep();
    const cursor: Cursor = { ns, results, used: Date.now(), pinned };
    const { batch, more } = await this.batch(cursor, batchSize);
    if (!more || single) return reply("firstBatch", ns, Long.ZERO, batch);
    const id = randomBytes(8).readBigInt64BE() >> 1n || 1n;
    const long = Long.fromBigInt(id < 0n ? -id : id);
    this.open.set(long.toString(), cursor);
    return reply("firstBatch", ns, long, batch);
  }

  async next(id: Long, ns: string, batchSize: number): Promise<Buffer> {
    const cursor = this.open.get(id.toString());
    if (!cursor) throw new MongoError(43, `cursor id ${id} not found`);
    if (cursor.ns !== ns)
      throw new MongoError(
        13,
        `Requested getMore on namespace '${ns}', but cursor belongs to a different namespace ${cursor.ns}`,
      );
    cursor.used = Date.now();
    const { batch, more } = await this.batch(cursor, batchSize).catch((error) => {
      this.open.delete(id.toString());
      throw error;
    });
    if (!more) this.open.delete(id.toString());
    return reply("nextBatch", ns, more ? id : Long.ZERO, batch);
  }

  kill(ns: string, ids: Long[]): { killed: Long[]; missing: Long[] } {
    const killed = ids.filter(
      (id) => this.open.get(id.toString())?.ns === ns && this.open.delete(id.toString()),
    );
    return { killed, missing: ids.filter((id) => !killed.includes(id)) };
  }

  /** What reads a collection that is gone says so at its next batch, rather than seem to have read it all. */
  collectionDropped(ns: string): void {
    for (const cursor of this.open.values())
      if (cursor.ns === ns)
        cursor.results = {
          next: () => {
            throw new MongoError(175, `collection dropped. Namespace: ${ns}`);
          },
        };
  }

  private async batch(cursor: Cursor, size: number): Promise<{ batch: Buffer[]; more: boolean }> {
    const batch: Buffer[] = [];
    let bytes = 0;
    let more = false;
    const take = (doc: Buffer): boolean => {
      if (batch.length >= size || (batch.length > 0 && bytes + doc.length > MOST_BYTES)) {
        cursor.held = doc;
        more = true;
        return false;
      }
      batch.push(doc);
      bytes += doc.length;
      return true;
    };
    if (size === 0) return { batch, more: true };
    const held = cursor.held;
    cursor.held = undefined;
    if (held) take(held);
    await eachInTurns(cursor.results, (doc) => doc === undefined || take(doc));
    return { batch, more };
  }

  private sweep(): void {
    for (const [id, { used, pinned }] of this.open)
      if (!pinned && Date.now() - used > IDLE) this.open.delete(id);
  }
}

/** A reply around documents that are already BSON. */
function reply(field: string, ns: string, id: Long, batch: Buffer[]): Buffer {
  const items = batch.flatMap((doc, i) => [Buffer.from(`\x03${i}\0`, "latin1"), doc]);
  const array = framed(items);
  const tail = encode({ id, ns }).subarray(4, -1);
  const cursor = framed([Buffer.from(`\x04${field}\0`, "latin1"), array, tail]);
  return framed([Buffer.from("\x03cursor\0", "latin1"), cursor, encode({ ok: 1 }).subarray(4, -1)]);
}

function framed(parts: Buffer[]): Buffer {
  const size = parts.reduce((sum, part) => sum + part.length, 5);
  const head = Buffer.allocUnsafe(4);
  head.writeInt32LE(size);
  return Buffer.concat([head, ...parts, Buffer.from([0])], size);
}
