import { createHash } from "node:crypto";
import type { Binary, BSONRegExp, Code, ObjectId, Timestamp } from "bson";
import { RANK, rank } from "./bson-types.ts";
import { invert, numberKey } from "./numbers.ts";
import type { Doc } from "./values.ts";

/** LMDB takes keys of 1,978 bytes; longer ones keep this much and a hash: they find, but do not sort. */
const LONGEST = 1900;
const KEPT = LONGEST - 32;

/** Stands for the one key of an empty array: after MinKey, before null. */
export const EMPTY_ARRAY = Symbol("empty array");

// A string here holds bytes, one a character: joining and comparing them is faster than with buffers.
const byte = String.fromCharCode;
const bytesOf = (bytes: Uint8Array): string =>
  (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes)).toString("latin1");

/** UTF-8, each zero byte followed by 0xff, closed by two zeros: a prefix sorts first. */
function text(value: string): string {
  const bytes = /^[ -~]*$/.test(value) ? value : bytesOf(Buffer.from(value)).replaceAll("\0", "\0\xff");
  return `${bytes}\0\0`;
}

const eight = Buffer.alloc(8);
function integer(value: bigint): string {
  eight.writeBigUInt64BE(value);
  return bytesOf(eight);
}

function fields(doc: Doc): string {
  let out = "";
  for (const [name, value] of Object.entries(doc)) {
    if (value === undefined) continue;
    const key = identity(value);
    out += key[0] + text(name) + key;
  }
  return `${out}\0`;
}

/** What follows the rank of a value; nothing where all of its type are equal. */
const BODIES: Record<number, (value: never) => string> = {
  [RANK.double]: numberKey,
  [RANK.string]: (value: unknown) => text(String(value)),
  [RANK.object]: fields,
  [RANK.array]: (items: unknown[]) => `${items.map(identity).join("")}\0`,
  [RANK.binData]: (binary: Binary) =>
    integer(BigInt(binary.position)).slice(4) + byte(binary.sub_type) + bytesOf(binary.value()),
  [RANK.objectId]: (id: ObjectId) => bytesOf(id.id),
  [RANK.bool]: (bool: boolean) => byte(Number(bool)),
  [RANK.date]: (date: Date) => integer(BigInt(date.getTime()) + 0x8000000000000000n),
  [RANK.timestamp]: (timestamp: Timestamp) => integer(timestamp.toBigInt()),
  [RANK.regex]: ({ pattern, options }: BSONRegExp) => text(pattern) + text(options),
  [RANK.javascript]: ({ code }: Code) => text(code),
  [RANK.javascriptWithScope]: ({ code, scope }: Code) => text(code) + fields(scope ?? {}),
};

/** The key of one value as a string of bytes: equal, and in order, as MongoDB says that values are. */
export function identity(value: unknown): string {
  if (value === EMPTY_ARRAY) return "\x05";
  const kind = rank(value);
  return byte(kind) + (BODIES[kind]?.(value as never) ?? "");
}

/**
 * Values as bytes whose order is MongoDB's order of the values, each component in its direction (1 or -1).
 * No encoded value is the prefix of another, so components can be put one after the other.
 */
export function encodeKey(values: readonly unknown[], directions: readonly number[] = []): Buffer {
  const parts = values.map((value, i) => {
    const bytes = Buffer.from(identity(value), "latin1");
    return (directions[i] ?? 1) < 0 ? invert(bytes) : bytes;
  });
  return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
}

export const isTruncated = (key: Buffer): boolean => key.length > LONGEST;

/** What LMDB can hold of a key. */
export function storable(key: Buffer): Buffer {
  if (!isTruncated(key)) return key;
  return Buffer.concat([key.subarray(0, KEPT), createHash("sha256").update(key).digest()]);
}

/** A bound that no stored form of a longer key falls outside of. */
export const storableBound = (key: Buffer): Buffer => (key.length > KEPT ? key.subarray(0, KEPT) : key);
