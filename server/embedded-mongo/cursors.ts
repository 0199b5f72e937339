import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { Long } from "bson";
import { MongoError } from "./errors.ts";
import { encode, MAX_DOCUMENT } from "./values.ts";

const IDLE = 10 * 60_000;
const SLICE = 20;
/** What find and aggregate produce: a document, or undefined where one was looked at and passed over. */
export type Results = Iterator<Buffer | undefined>;
type Cursor = { ns: string; results: Results; held?: Buffer | undefined; used: number; pinned: boolean };

/** When the command that runs must have ended (maxTimeMS), on the clock of `performance`. */
export const deadlines = new AsyncLocalStorage<number>();

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
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
}

/** Open cursors, forgotten after ten idle minutes as MongoDB does unless asked not to. */
export class Cursors {
  private readonly open = new Map<string, Cursor>();

  /** The reply that opens a cursor; its id is 0 when the first batch holds everything. */
  async start(ns: string, results: Results, size: number, single: boolean, pinned = false): Promise<Buffer> {
    for (const [id, cursor] of this.open)
      if (!cursor.pinned && Date.now() - cursor.used > IDLE) this.open.delete(id);
    const cursor: Cursor = { ns, results, used: Date.now(), pinned };
    const { batch, more } = await read(cursor, size);
    if (!more || single) return reply("firstBatch", ns, Long.ZERO, batch);
    const id = Long.fromBigInt((randomBytes(8).readBigUInt64BE() >> 1n) | 1n);
    this.open.set(id.toString(), cursor);
    return reply("firstBatch", ns, id, batch);
  }

  async next(id: Long, ns: string, size: number): Promise<Buffer> {
    const cursor = this.open.get(id.toString());
    if (!cursor) throw new MongoError(43, `cursor id ${id} not found`);
    if (cursor.ns !== ns) throw new MongoError(13, `cursor id ${id} is not on '${ns}' but on '${cursor.ns}'`);
    cursor.used = Date.now();
    const { batch, more } = await read(cursor, size).catch((error) => {
      this.open.delete(id.toString());
      throw error;
    });
    if (!more) this.open.delete(id.toString());
    return reply("nextBatch", ns, more ? id : Long.ZERO, batch);
  }

  /** The ids that were open on this collection, and are no longer. */
  kill(ns: string, ids: Long[]): Long[] {
    return ids.filter((id) => this.open.get(id.toString())?.ns === ns && this.open.delete(id.toString()));
  }

  /** What reads a collection that is gone says so at its next batch, rather than seem to have read it all. */
  collectionDropped(ns: string): void {
    const next = () => {
      throw new MongoError(175, `collection dropped. Namespace: ${ns}`);
    };
    for (const cursor of this.open.values()) if (cursor.ns === ns) cursor.results = { next };
  }
}

/** The next documents, up to `size` of them and 16 MB; one that no longer fits is held for the next batch. */
async function read(cursor: Cursor, size: number): Promise<{ batch: Buffer[]; more: boolean }> {
  const batch: Buffer[] = [];
  let bytes = 0;
  const take = (doc: Buffer): boolean => {
    bytes += doc.length;
    const fits = batch.length < size && (batch.length === 0 || bytes <= MAX_DOCUMENT);
    if (fits) batch.push(doc);
    else cursor.held = doc;
    return fits;
  };
  if (size === 0) return { batch, more: true };
  const { held } = cursor;
  cursor.held = undefined;
  if (held) take(held);
  await eachInTurns(cursor.results, (doc) => doc === undefined || take(doc));
  return { batch, more: cursor.held !== undefined };
}

/** A reply around documents that are already BSON. */
function reply(field: string, ns: string, id: Long, batch: Buffer[]): Buffer {
  const array = framed(batch.flatMap((doc, i) => [Buffer.from(`\x03${i}\0`, "latin1"), doc]));
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
