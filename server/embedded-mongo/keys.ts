import { createHash } from "node:crypto";
import type { Binary, BSONRegExp, Code, ObjectId, Timestamp } from "bson";
import { bytesOf, RANK, rank, text } from "./compare.ts";
import { encodeNumber } from "./numbers.ts";
import type { Doc } from "./values.ts";

/** LMDB takes keys of 1,978 bytes; longer ones keep this much and a hash: they find, but do not sort. */
const LONGEST = 1900;
const KEPT = LONGEST - 32;

let scratch = Buffer.allocUnsafe(4096);
let length = 0;

function reserve(size: number): void {
  if (length + size <= scratch.length) return;
  const bigger = Buffer.allocUnsafe(Math.max(scratch.length * 2, length + size));
  scratch.copy(bigger, 0, 0, length);
  scratch = bigger;
}

function byte(value: number): void {
  reserve(1);
  scratch[length++] = value;
}

function raw(bytes: Uint8Array): void {
  reserve(bytes.length);
  scratch.set(bytes, length);
  length += bytes.length;
}

/** UTF-8, each zero byte followed by 0xff, closed by two zeros: a prefix sorts first. */
function string(value: string): void {
  reserve(value.length * 3 + 2);
  if (value.includes("\0")) {
    for (const part of value.split("\0")) {
      reserve(part.length * 3 + 2);
      length += scratch.write(part, length, "utf8");
      scratch[length++] = 0;
      scratch[length++] = 0xff;
    }
    length -= 2;
  } else length += scratch.write(value, length, "utf8");
  byte(0);
  byte(0);
}

function long(value: bigint): void {
  reserve(8);
  scratch.writeBigUInt64BE(BigInt.asUintN(64, value), length);
  length += 8;
}

function document(doc: Doc): void {
  for (const key of Object.keys(doc)) {
    if (doc[key] === undefined) continue;
    byte(rank(doc[key]));
    string(key);
    write(doc[key]);
  }
  byte(0);
}

function write(value: unknown): void {
  const kind = rank(value);
  byte(kind);
  if (kind === RANK.number) raw(encodeNumber(value));
  else if (kind === RANK.string) string(text(value));
  else if (kind === RANK.object) document(value as Doc);
  else if (kind === RANK.array) {
    for (const item of value as unknown[]) write(item);
    byte(0);
  } else if (kind === RANK.binary) {
    const bytes = bytesOf(value as Binary);
    reserve(5);
    length = scratch.writeUInt32BE(bytes.length, length);
    byte((value as Binary).sub_type);
    raw(bytes);
  } else if (kind === RANK.objectId) raw((value as ObjectId).id);
  else if (kind === RANK.boolean) byte(value ? 1 : 0);
  else if (kind === RANK.date) long(BigInt((value as Date).getTime()) + 0x8000000000000000n);
  else if (kind === RANK.timestamp) long((value as Timestamp).toBigInt());
  else if (kind === RANK.regex) {
    string((value as BSONRegExp).pattern);
    string((value as BSONRegExp).options);
  } else if (kind === RANK.code || kind === RANK.codeWithScope) {
    string((value as Code).code);
    if (kind === RANK.codeWithScope) document((value as Code).scope ?? {});
  }
}

const invert = (from: number) => {
  for (let i = from; i < length; i++) scratch[i] = ~(scratch[i] as number) & 0xff;
};

/** Stands for the one key of an empty array: before null, after MinKey. */
export const EMPTY_ARRAY = Symbol("empty array");

/**
 * Values as bytes whose order is MongoDB's order of the values, each component in its direction (1 or -1).
 * No encoded value is the prefix of another, so components can be put one after the other.
 */
export function encodeKey(values: readonly unknown[], directions: readonly number[] = []): Buffer {
  length = 0;
  values.forEach((value, i) => {
    const from = length;
    if (value === EMPTY_ARRAY) byte(RANK.emptyArray);
    else write(value);
    if ((directions[i] ?? 1) < 0) invert(from);
  });
  return Buffer.from(scratch.subarray(0, length));
}

/** The part of a string's key that all strings starting with it share. */
export function encodeStringPrefix(prefix: string, direction: number): Buffer {
  length = 0;
  byte(RANK.string);
  string(prefix);
  length -= 2;
  if (direction < 0) invert(0);
  return Buffer.from(scratch.subarray(0, length));
}

export const isTruncated = (key: Buffer): boolean => key.length > LONGEST;

/** What LMDB can hold of a key. */
export function storable(key: Buffer): Buffer {
  if (!isTruncated(key)) return key;
  return Buffer.concat([key.subarray(0, KEPT), createHash("sha256").update(key).digest()]);
}

/** A bound that no stored form of a longer key falls outside of. */
export const storableBound = (key: Buffer): Buffer => (key.length > KEPT ? key.subarray(0, KEPT) : key);

/** Equal strings for values that MongoDB calls equal: the key of a Map or Set of BSON values. */
export const identity = (value: unknown): string => encodeKey([value]).toString("latin1");
