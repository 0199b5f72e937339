import type { Request } from "./command.ts";
import { MAX_MESSAGE } from "./commands.ts";
import { type Doc, decode } from "./values.ts";

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const MORE_TO_COME = 2;
/** Of the flags that must be known, checksums are not: nothing here asks for them. */
const UNKNOWN_FLAGS = 0xffff & ~MORE_TO_COME;
/** A command wraps documents in arrays and operators: it may be a little deeper than what it stores. */
export const COMMAND_DEPTH = 120;

/** The peer sent what is not the protocol: nothing can be answered, the connection is closed. */
class ProtocolError extends Error {}

export type Message = { id: number; request: Request; legacy: boolean; silent: boolean };

/** Cuts a stream into messages, refusing a length no message has before anything is kept of it. */
export class Framer {
  private chunks: Buffer[] = [];
  private held = 0;

  *push(chunk: Buffer): Generator<Buffer> {
    this.chunks.push(chunk);
    this.held += chunk.length;
    while (this.held >= 4) {
      if ((this.chunks[0] as Buffer).length < 4) this.join();
      const size = (this.chunks[0] as Buffer).readInt32LE(0);
      if (size < 16 || size > MAX_MESSAGE) throw new ProtocolError(`message of ${size} bytes`);
      if (this.held < size) return;
      this.join();
      const all = this.chunks[0] as Buffer;
      yield all.subarray(0, size);
      this.chunks = [all.subarray(size)];
      this.held -= size;
    }
  }

  private join(): void {
    if (this.chunks.length > 1) this.chunks = [Buffer.concat(this.chunks, this.held)];
  }
}

function documentAt(message: Buffer, at: number, end: number): Buffer {
  const size = at + 5 <= end ? message.readInt32LE(at) : -1;
  if (size < 5 || at + size > end || message[at + size - 1] !== 0)
    throw new ProtocolError("a document does not fit its message");
  return message.subarray(at, at + size);
}

function cstring(message: Buffer, at: number, end: number): string {
  const stop = message.indexOf(0, at);
  if (stop < 0 || stop >= end) throw new ProtocolError("a name without an end");
  return message.toString("utf8", at, stop);
}

/** Reads an OP_MSG, or the legacy OP_QUERY that old drivers greet with. */
export function parse(message: Buffer): Message {
  const id = message.readInt32LE(4);
  const code = message.readInt32LE(12);
  if (code === OP_QUERY) return parseQuery(message, id);
  if (code !== OP_MSG || message.length < 26) throw new ProtocolError(`operation ${code}`);
  const flags = message.readUInt32LE(16);
  if (flags & UNKNOWN_FLAGS) throw new ProtocolError(`flags ${flags}`);
  let body: Buffer | undefined;
  const sequences: Record<string, Buffer[]> = {};
  for (let at = 20; at < message.length; ) {
    const kind = message[at++];
    if (kind === 0 && !body) {
      body = documentAt(message, at, message.length);
      at += body.length;
    } else if (kind === 1) {
      const end = at + 4 <= message.length ? at + message.readInt32LE(at) : -1;
      if (end <= at + 4 || end > message.length)
        throw new ProtocolError("a section does not fit its message");
      const name = cstring(message, at + 4, end);
      if (Object.hasOwn(sequences, name)) throw new ProtocolError("a section twice");
      const docs: Buffer[] = [];
      for (at += 5 + Buffer.byteLength(name); at < end; ) {
        const doc = documentAt(message, at, end);
        docs.push(doc);
        at += doc.length;
      }
      sequences[name] = docs;
    } else throw new ProtocolError(`section of kind ${kind}`);
  }
  if (!body) throw new ProtocolError("no body");
  const request = toRequest(decode(body, COMMAND_DEPTH), undefined, sequences);
  return { id, request, legacy: false, silent: (flags & MORE_TO_COME) !== 0 };
}

function parseQuery(message: Buffer, id: number): Message {
  const ns = cstring(message, 20, message.length);
  const body = documentAt(message, 20 + Buffer.byteLength(ns) + 1 + 8, message.length);
  const request = toRequest(decode(body, COMMAND_DEPTH), ns.split(".")[0], {});
  if (!ns.endsWith(".$cmd") || !["hello", "ismaster", "isMaster"].includes(request.name))
    throw new ProtocolError("OP_QUERY is only for the legacy hello");
  return { id, request, legacy: true, silent: false };
}

function toRequest(body: Doc, database: string | undefined, sequences: Record<string, Buffer[]>): Request {
  const name = Object.keys(body)[0] ?? "";
  const db = database ?? body.$db;
  if (typeof db !== "string" || db === "" || /[/\\. "$\0]/.test(db.replace(/^\$external$/, "")))
    throw new ProtocolError("no database");
  return { name, body, db, sequences };
}

let nextId = 1;

/** A reply around a document that is already BSON. */
export function answer({ id, legacy }: Pick<Message, "id" | "legacy">, body: Buffer): Buffer {
  const head = Buffer.alloc(legacy ? 36 : 21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(nextId++ & 0x7fffffff, 4);
  head.writeInt32LE(id, 8);
  head.writeInt32LE(legacy ? OP_REPLY : OP_MSG, 12);
  if (legacy) head.writeInt32LE(1, 32);
  return Buffer.concat([head, body]);
}
