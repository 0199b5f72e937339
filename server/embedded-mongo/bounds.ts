import type { BSONRegExp } from "bson";
import { RANK, rank } from "./bson-types.ts";
import { EMPTY_ARRAY, encodeKey } from "./keys.ts";
import { type Doc, isDocument, isTrue, tag, toNumber } from "./values.ts";

/** Keys from `lo` to `hi`, both taken as prefixes and both included; equal when it is one point. */
export type Interval = { lo: Buffer; hi: Buffer };
/** Per path, what must hold at once: each a union of intervals. They never exclude a match. */
export type Constraints = Map<string, Interval[][]>;

const prefix = (bytes: Buffer): Interval => ({ lo: bytes, hi: bytes });
const point = (value: unknown): Interval => prefix(encodeKey([value]));
const bracket = (kind: number): Interval => prefix(Buffer.from([kind]));
const EMPTY = encodeKey([EMPTY_ARRAY])[0];
export const isPoint = ({ lo, hi }: Interval): boolean =>
  lo.equals(hi) && (lo.length > 1 || [RANK.null, RANK.minKey, RANK.maxKey, EMPTY].includes(lo[0]));

/** The literal start that every match of an anchored pattern shares. */
function literalPrefix({ pattern, options }: BSONRegExp): string {
  if (/[imx]/.test(options) || !pattern.startsWith("^") || pattern.includes("|")) return "";
  const literal = /^\^([\w \-@:/]*)/.exec(pattern)?.[1] ?? "";
  return /^[*?{]/.test(pattern.slice(literal.length + 1)) ? literal.slice(0, -1) : literal;
}

function equality(value: unknown): Interval[] {
  if (tag(value) === "BSONRegExp") {
    // A string's key without the two bytes that end it.
    const start = encodeKey([literalPrefix(value as BSONRegExp)]).subarray(0, -2);
    return [prefix(start), bracket(RANK.regex)];
  }
  if (Array.isArray(value)) return [point(value.length > 0 ? value[0] : EMPTY_ARRAY), point(value)];
  return [point(value)];
}

const range =
  (upwards: boolean) =>
  (value: unknown): Interval[] | undefined => {
    const kind = rank(value);
    if (Number.isNaN(toNumber(value)) || [RANK.array, RANK.minKey, RANK.maxKey].includes(kind))
      return undefined;
    const [key, whole] = [encodeKey([value]), Buffer.from([kind])];
    return [upwards ? { lo: key, hi: whole } : { lo: whole, hi: key }];
  };

const anyOf = (values: unknown): Interval[] =>
  (values as unknown[]).flatMap(equality).sort((a, b) => Buffer.compare(a.lo, b.lo));

function firstOf(values: unknown): Interval[] | undefined {
  const first = (values as unknown[]).find((item) => !isDocument(item));
  return first === undefined ? undefined : equality(first);
}

const BOUNDS: Record<string, (argument: unknown) => Interval[] | undefined> = {
  $eq: equality,
  $matches: equality,
  $in: anyOf,
  $all: firstOf,
  $gt: range(true),
  $gte: range(true),
  $lt: range(false),
  $lte: range(false),
};

/** What a normalized filter says about each path, from its top level and its $and. */
export function constraints(filter: Doc, out: Constraints = new Map()): Constraints {
  for (const [key, value] of Object.entries(filter)) {
    if (key === "$and") for (const part of value as Doc[]) constraints(part, out);
    if (key.startsWith("$")) continue;
    // What holds for an element holds for its key; an array within an array has one key, as a whole.
    const ofElements = Object.entries(((value as Doc).$elemMatch ?? {}) as Doc);
    for (const [name, argument] of [...Object.entries(value as Doc), ...ofElements]) {
      const found = name.startsWith("$") ? BOUNDS[name]?.(argument) : undefined;
      if (found) out.set(key, [...(out.get(key) ?? []), found]);
    }
  }
  return out;
}

/** An upper bound takes in all that starts with it. */
const above = ({ hi }: Interval): Buffer => Buffer.concat([hi, Buffer.from([0xff])]);

/** The intervals to scan for one field. On a field that held arrays two bounds may be met by two elements. */
export function chosen(all: Interval[][], multikey: boolean): Interval[] {
  const points = all.filter((list) => list.every(isPoint)).sort((a, b) => a.length - b.length);
  if (points[0]) return points[0];
  const singles = all.filter((list) => list.length === 1).map((list) => list[0] as Interval);
  if (multikey || singles.length < 2) return all[0] as Interval[];
  const [highest] = singles.toSorted((a, b) => Buffer.compare(b.lo, a.lo)) as [Interval];
  const [lowest] = singles.toSorted((a, b) => Buffer.compare(above(a), above(b))) as [Interval];
  return [{ lo: highest.lo, hi: lowest.hi }];
}

/** Whether what a filter asks of a path cannot be met by a document without it. */
export function excludesMissing(filter: Doc, path: string): boolean {
  const operators = filter[path] as Doc | undefined;
  if (isTrue(operators?.$exists)) return true;
  const all = constraints(filter).get(path) ?? [];
  return all.some((list) => list.every(({ lo }) => lo[0] !== RANK.null));
}
