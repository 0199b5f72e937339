import { compare } from "./compare.ts";
import { MongoError, notImplemented } from "./errors.ts";
import { pathParts } from "./expressions/field-paths.ts";
import { encodeKey } from "./keys.ts";
import { indexValues } from "./paths.ts";
import { type Doc, isDocument, toNumber } from "./values.ts";

const fail = (code: number, message: string) => new MongoError(code, message);

/** Fields and directions of a sort, refused as MongoDB refuses them. */
export function checkSort(sort: Doc): void {
  for (const [field, direction] of Object.entries(sort)) {
    if (isDocument(direction) && "$meta" in direction) throw notImplemented("$meta");
    const number = toNumber(direction);
    if (number === undefined)
      throw fail(15_974, `Illegal key in $sort specification: ${field}: ${JSON.stringify(direction)}`);
    if (number !== 1 && number !== -1)
      throw fail(15_975, "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
    if (field !== "$natural") pathParts(field);
    else if (Object.keys(sort).length > 1)
      throw fail(2, "$natural sort cannot be set to a value other than -1 or 1.");
  }
}

/** A document sorts by its least value when ascending, by its greatest when descending. */
export function sortKey(
  doc: Doc,
  paths: readonly (readonly string[])[],
  directions: readonly number[],
): Buffer {
  const parts = paths.map((path, i) => {
    const keys = indexValues(doc, [path]).keys.map((key) => encodeKey(key, [directions[i] as number]));
    return keys.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
  });
  return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
}

/** The order of a sort specification: by fields of documents, or 1 and -1 by whole values. */
export function comparator(sort: unknown, code = 2): (a: unknown, b: unknown) => number {
  const wrong = () =>
    new MongoError(
      code,
      "The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields",
    );
  const direction = toNumber(sort);
  if (direction === 1 || direction === -1) return (a, b) => direction * compare(a ?? null, b ?? null);
  if (!isDocument(sort) || Object.keys(sort).length === 0) throw wrong();
  const paths = Object.keys(sort).map((field) => field.split("."));
  const directions = Object.values(sort).map((way) => toNumber(way) ?? 0);
  if (directions.some((way) => Math.abs(way) !== 1) || paths.some((path) => path.includes(""))) throw wrong();
  const keys = new WeakMap<object, Buffer>();
  const key = (item: unknown): Buffer => {
    const doc = isDocument(item) ? item : {};
    const known = keys.get(doc) ?? sortKey(doc, paths, directions);
    keys.set(doc, known);
    return known;
  };
  return (a, b) => Buffer.compare(key(a), key(b));
}
