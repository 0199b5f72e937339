import { compare } from "./compare.ts";
import { MongoError, notImplemented } from "./errors.ts";
import { pathParts } from "./field-paths.ts";
import { encodeKey } from "./keys.ts";
import { indexValues, type Path } from "./paths.ts";
import { type Doc, isDocument, toNumber } from "./values.ts";

/** Fields and directions of a sort, refused as MongoDB refuses them. */
export function checkSort(sort: Doc): void {
  for (const [field, direction] of Object.entries(sort)) {
    if (isDocument(direction) && "$meta" in direction) throw notImplemented("$meta");
    const number = toNumber(direction);
    if (number === undefined) throw new MongoError(15974, `Illegal key in $sort specification: ${field}`);
    if (Math.abs(number) !== 1) throw new MongoError(15975, "$sort key ordering must be 1 or -1");
    if (field !== "$natural") pathParts(field);
    else if (Object.keys(sort).length > 1) throw new MongoError(2, "$natural sorts alone");
  }
}

/** A document sorts by its least value when ascending, by its greatest when descending. */
export function sortKey(doc: Doc, paths: readonly Path[], directions: readonly number[]): Buffer {
  const parts = paths.map((path, i) => {
    const keys = indexValues(doc, [path]).keys.map((key) => encodeKey(key, [directions[i] as number]));
    return keys.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
  });
  return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
}

/** The order of a sort specification: by fields of documents, or 1 and -1 by whole values. */
export function comparator(sort: unknown, code = 2): (a: unknown, b: unknown) => number {
  const isWay = (way: unknown) => Math.abs(toNumber(way) ?? 0) === 1;
  if (isWay(sort)) return (a, b) => (toNumber(sort) as number) * compare(a, b);
  const fields = isDocument(sort) ? Object.keys(sort) : [];
  const paths = fields.map((field) => field.split("."));
  const directions = isDocument(sort) ? Object.values(sort).map((way) => toNumber(way) ?? 0) : [];
  if (fields.length === 0 || !directions.every(isWay) || paths.flat().includes(""))
    throw new MongoError(code, "$sort takes 1 or -1 to sort whole elements, or {field: 1 or -1}");
  const keys = new WeakMap<object, Buffer>();
  const key = (item: unknown): Buffer => {
    const doc = isDocument(item) ? item : {};
    const known = keys.get(doc) ?? sortKey(doc, paths, directions);
    keys.set(doc, known);
    return known;
  };
  return (a, b) => Buffer.compare(key(a), key(b));
}
