/** Which fields of a document to read: whole (true), or some of a document or of each document of an array. */
interface Fields {
  [name: string]: true | Fields;
}

/** The fields of a type, none forgotten. */
export type FieldsOf<T> = {
  [Name in keyof T]-?: true | FieldsWithin<NonNullable<T[Name]>>;
};
type FieldsWithin<T> = T extends readonly (infer Item)[]
  ? FieldsOf<Item>
  : T extends object
    ? FieldsOf<T>
    : never;

interface Wanted {
  name: string;
  /** The name as BSON has it, with its zero. */
  bytes: Uint8Array;
  /** Null: everything within. */
  inner: Asked | null;
}

/** The fields asked of a document, by the first byte of their name. */
type Asked = readonly (readonly Wanted[] | undefined)[];

const utf8 = new TextEncoder();

const TEXTS = 2 ** 14;
const LONGEST_TEXT = 48;
const texts: (string | undefined)[] = new Array(TEXTS);

/**
 * A text from its bytes; the same short ASCII text is the same object as long as it is met: ids recur by the
 * thousand, and maps find at once a key they hold already.
 */
function readText(bytes: Buffer, from: number, to: number): string {
  const length = to - from;
  if (length > LONGEST_TEXT) return bytes.toString("utf8", from, to);
  let hash = length;
  let high = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    hash = (Math.imul(hash, 31) + byte) | 0;
    high |= byte;
  }
  if (high >= 0x80) return bytes.toString("utf8", from, to);
  const slot = (hash ^ (hash >>> 15)) & (TEXTS - 1);
  const known = texts[slot];
  if (known !== undefined && known.length === length) {
    let same = 0;
    while (same < length && known.charCodeAt(same) === bytes[from + same]) same++;
    if (same === length) return known;
  }
  const text = bytes.toString("latin1", from, to);
  texts[slot] = text;
  return text;
}

function compile(fields: Fields): Asked {
  const asked: Wanted[][] = [];
  for (const [name, inner] of Object.entries(fields)) {
    const bytes = utf8.encode(`${name}\0`);
    const first = bytes[0] as number;
    asked[first] ??= [];
    asked[first].push({ name, bytes, inner: inner === true ? null : compile(inner) });
  }
  return Array.from({ length: 256 }, (_, byte) => asked[byte]);
}

/**
 * Reads only some fields of BSON documents, and skips the others unread: for going through a whole collection, where
 * decoding is most of the work. Reads what JSON has, and dates; throws RangeError on other types among the fields.
 */
export function fieldReader<T>(fields: FieldsOf<T>): (bytes: Buffer) => T {
  const wanted = compile(fields as Fields);
  return (bytes) => readDocument(bytes, 0, wanted, false) as T;
}

/** Position after a value of this type. */
function skip(bytes: Buffer, type: number, at: number): number {
  switch (type) {
    case 0x06:
    case 0x0a:
    case 0x7f:
    case 0xff:
      return at;
    case 0x08:
      return at + 1;
    case 0x10:
      return at + 4;
    case 0x01:
    case 0x09:
    case 0x11:
    case 0x12:
      return at + 8;
    case 0x07:
      return at + 12;
    case 0x13:
      return at + 16;
    case 0x03:
    case 0x04:
    case 0x0f:
      return at + bytes.readInt32LE(at);
    case 0x02:
    case 0x0d:
    case 0x0e:
      return at + 4 + bytes.readInt32LE(at);
    case 0x05:
      return at + 5 + bytes.readInt32LE(at);
    case 0x0b:
      return bytes.indexOf(0, bytes.indexOf(0, at) + 1) + 1;
    default:
      throw new RangeError(`BSON of type ${type}`);
  }
}

function readValue(bytes: Buffer, type: number, at: number, inner: Asked | null): unknown {
  switch (type) {
    case 0x02:
      return readText(bytes, at + 4, at + 3 + bytes.readInt32LE(at));
    case 0x0a:
      return null;
    case 0x10:
      return bytes.readInt32LE(at);
    case 0x03:
      return readDocument(bytes, at, inner, false);
    case 0x04:
      return readDocument(bytes, at, inner, true);
    case 0x08:
      return bytes[at] === 1;
    case 0x01:
      return bytes.readDoubleLE(at);
    case 0x09:
      return new Date(Number(bytes.readBigInt64LE(at)));
    case 0x12:
      return Number(bytes.readBigInt64LE(at));
    default:
      throw new RangeError(`BSON of type ${type} is not read here`);
  }
}

/** The field whose name is at a position, if it is asked for. */
function askedAt(bytes: Buffer, at: number, asked: Asked): Wanted | undefined {
  const alike = asked[bytes[at] as number];
  if (!alike) return undefined;
  for (let number = 0; number < alike.length; number++) {
    const one = alike[number] as Wanted;
    const name = one.bytes;
    let same = 1;
    while (same < name.length && bytes[at + same] === name[same]) same++;
    if (same === name.length) return one;
  }
  return undefined;
}

function readDocument(
  bytes: Buffer,
  start: number,
  wanted: Asked | null,
  isArray: boolean,
): Record<string, unknown> | unknown[] {
  const items: unknown[] = [];
  const found: Record<string, unknown> = {};
  const end = start + bytes.readInt32LE(start) - 1;
  let at = start + 4;
  while (at < end) {
    const type = bytes[at++] as number;
    // Fields of a document: those asked. Of an array: each item, with what is asked of it.
    const asked = isArray || !wanted ? undefined : askedAt(bytes, at, wanted);
    const nameAt = at;
    if (asked) at += asked.bytes.length;
    else {
      while (bytes[at] !== 0) at++;
      at++;
    }
    if (isArray) items.push(readValue(bytes, type, at, wanted));
    else if (asked) found[asked.name] = readValue(bytes, type, at, asked.inner);
    else if (!wanted) found[bytes.toString("utf8", nameAt, at - 1)] = readValue(bytes, type, at, null);
    at = skip(bytes, type, at);
  }
  return isArray ? items : found;
}
