import type { BSONRegExp, DBRef, Int32, Long } from "bson";
import { Double, deserialize, onDemand, serialize } from "bson";
import { MongoError, notImplemented } from "./errors.ts";

export type Doc = Record<string, unknown>;
export const MAX_DOCUMENT = 16 * 1024 * 1024;
export const MAX_DEPTH = 100;

/** The class tag that bson puts on its own types ("Long", "ObjectId"…), or undefined. */
export const tag = (value: unknown): string | undefined =>
  typeof value === "object" && value !== null ? (value as { _bsontype?: string })._bsontype : undefined;

export const isDocument = (value: unknown): value is Doc =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  tag(value) === undefined;

/**
 * BSON to JavaScript without losing a type: an Int32 is a number, a Double a number too unless writing it
 * back would make an Int32 (then it stays a `Double`), a Long stays a `Long`.
 */
export function decode(bytes: Uint8Array, maxDepth = MAX_DEPTH): Doc {
  return exact(parse(bytes), maxDepth) as Doc;
}

/** Only some top-level fields, without reading the others. */
export const decodeFields = (bytes: Buffer, fields: Set<string>): Doc => decode(cutFields(bytes, fields));

/** The same document with only some of its top-level fields, as they are stored. */
export function cutFields(bytes: Buffer, fields: Set<string>): Buffer {
  const parts: Buffer[] = [bytes.subarray(0, 4)];
  let size = 5;
  for (const [, nameAt, nameLength, at, length] of onDemand.parseToElements(bytes)) {
    if (!fields.has(bytes.toString("utf8", nameAt, nameAt + nameLength))) continue;
    parts.push(bytes.subarray(nameAt - 1, at + length));
    size += at + length - nameAt + 1;
  }
  const whole = Buffer.concat([...parts, Buffer.from([0])], size);
  whole.writeInt32LE(size);
  return whole;
}

function parse(bytes: Uint8Array): Doc {
  const types = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true };
  try {
    return deserialize(bytes, types);
  } catch (error) {
    throw new MongoError(22, `Invalid BSON: ${(error as Error).message}`);
  }
}

const isInt32 = (value: number): boolean => (value | 0) === value && !Object.is(value, -0);

function exact(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value ?? null;
  const kind = tag(value);
  if (kind === "Int32") return (value as Int32).value;
  if (kind === "Double") return isInt32((value as Double).value) ? value : (value as Double).value;
  if (kind === "DBRef") {
    const { collection, oid, db, fields } = value as DBRef;
    // bson takes a dot in the collection for the end of a database: which of the two it was is lost.
    if (db !== undefined) throw notImplemented("a reference that names a database");
    return exact({ $ref: collection, $id: oid, ...fields }, depth);
  }
  if (value instanceof Date && Number.isNaN(value.getTime())) throw notImplemented("a date after 275760");
  if (kind !== undefined || value instanceof Date) return value;
  if (depth < 0) throw tooDeep();
  const container = value as Doc;
  for (const key in container) {
    const child = container[key];
    if (typeof child === "object" || child === undefined) container[key] = exact(child, depth - 1);
  }
  return container;
}

const tooDeep = () => new MongoError(15, `more than ${MAX_DEPTH} levels of nesting`);
const tooLarge = () => new MongoError(10334, `BSONObj size is invalid: it is over ${MAX_DOCUMENT}`);

function assertShallow(value: unknown, depth: number): void {
  if (!Array.isArray(value) && !isDocument(value)) return;
  if (depth < 0) throw tooDeep();
  for (const key in value) assertShallow((value as Doc)[key], depth - 1);
}

/** To BSON, refused when it is too deep or too large to store. */
export function encodeToStore(doc: Doc): Buffer {
  assertShallow(doc, MAX_DEPTH);
  const bytes = encode(doc);
  if (bytes.length > MAX_DOCUMENT) throw tooLarge();
  return bytes;
}

export function encode(doc: Doc): Buffer {
  try {
    const bytes = serialize(doc, { ignoreUndefined: true });
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    // bson writes into a buffer of 17 MB.
    throw error instanceof RangeError ? tooLarge() : error;
  }
}

/** The number a BSON numeric holds, as near as a double gets; undefined for what is not a number. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  const kind = tag(value);
  if (kind === "Double" || kind === "Int32") return (value as Double).value;
  if (kind === "Long") return (value as Long).toNumber();
  return kind === "Decimal128" ? Number(String(value)) : undefined;
}

export const isTrue = (value: unknown): boolean => value === true || (toNumber(value) ?? 0) !== 0;

/** A double that stays a double on its way back to BSON. */
export const asDouble = (value: number): number | Double => (isInt32(value) ? new Double(value) : value);

const patterns = new WeakMap<BSONRegExp, RegExp>();
/** What JavaScript refuses by code points, and else reads in another way than PCRE does. */
const PERL = /\\[aAeEgGhHKNoQRXzZ]|\[:\w+:\]|\(\?[^:=!<]/;

/** MongoDB's regular expression as JavaScript's, by code points where the pattern lets it. */
export function toRegExp(regex: BSONRegExp): RegExp {
  const known = patterns.get(regex);
  if (known) return known;
  const [, inline = "", pattern = ""] = /^(?:\(\?([imsx]+)\))?(.*)$/s.exec(regex.pattern) ?? [];
  const flags = [...new Set(regex.options.replace("u", "") + inline)].join("");
  if (flags.includes("x")) throw notImplemented("the option x of regular expressions");
  for (const all of [`${flags}u`, flags]) {
    try {
      patterns.set(regex, new RegExp(pattern, all));
      return toRegExp(regex);
    } catch {}
    if (PERL.test(pattern)) throw notImplemented(`the regular expression ${regex.pattern}`);
  }
  throw new MongoError(51091, "Regular expression is invalid");
}
