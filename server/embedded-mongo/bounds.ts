import type { BSONRegExp } from "bson";
import { RANK, rank } from "./compare.ts";
import { EMPTY_ARRAY, encodeKey, encodeStringPrefix } from "./keys.ts";
import { type Doc, isDocument, isTrue, tag, toNumber } from "./values.ts";

/** Keys from `lo` to `hi`, both taken as prefixes and both included; equal when it is one point. */
export type Interval = { lo: Buffer; hi: Buffer };
/** Per path, what must hold at once: each a union of intervals. They never exclude a match. */
export type Constraints = Map<string, Interval[][]>;

const point = (value: unknown): Interval => {
  const key = encodeKey([value]);
  return { lo: key, hi: key };
};
const bracket = (kind: number): Interval => ({ lo: Buffer.from([kind]), hi: Buffer.from([kind]) });
export const isPoint = ({ lo, hi }: Interval): boolean =>
  lo.length > 1 ? lo.equals(hi) : lo.equals(hi) && POINTS.has(lo[0] as number);
const POINTS = new Set<number>([RANK.null, RANK.minKey, RANK.maxKey, RANK.emptyArray]);

/** The literal start that every match of an anchored pattern shares. */
function literalPrefix({ pattern, options }: BSONRegExp): string {
  if (/[imx]/.test(options) || !pattern.startsWith("^") || pattern.includes("|")) return "";
  const literal = /^\^([\w \-@:/]*)/.exec(pattern)?.[1] ?? "";
  return /^[*?{]/.test(pattern.slice(literal.length + 1)) ? literal.slice(0, -1) : literal;
}

function equality(value: unknown): Interval[] {
  if (tag(value) === "BSONRegExp") {
    const start = encodeStringPrefix(literalPrefix(value as BSONRegExp), 1);
    return [{ lo: start, hi: start }, bracket(RANK.regex)];
  }
  if (Array.isArray(value)) return [point(value.length > 0 ? value[0] : EMPTY_ARRAY), point(value)];
  return [point(value ?? null)];
}

function range(name: string, value: unknown): Interval[] | undefined {
  const kind = rank(value);
  if (kind === RANK.array || kind === RANK.minKey || kind === RANK.maxKey || Number.isNaN(toNumber(value)))
    return undefined;
  const whole = bracket(kind);
  const key = encodeKey([value ?? null]);
  return [name.startsWith("$g") ? { lo: key, hi: whole.hi } : { lo: whole.lo, hi: key }];
}

function union(intervals: Interval[]): Interval[] {
  const sorted = intervals.sort((a, b) => Buffer.compare(a.lo, b.lo));
  return sorted.filter((item, i) => i === 0 || !item.lo.equals((sorted[i - 1] as Interval).lo));
}

function intervals(name: string, argument: unknown): Interval[] | undefined {
  switch (name) {
    case "$eq":
    case "$matches":
      return equality(argument);
    case "$in":
      return union((argument as unknown[]).flatMap(equality));
    case "$gt":
    case "$gte":
    case "$lt":
    case "$lte":
      return range(name, argument);
    case "$all": {
      const first = (argument as unknown[]).find((item) => !isDocument(item));
      return first === undefined ? undefined : equality(first);
    }
    default:
      return undefined;
  }
}

function conditions(path: string, operators: Doc, out: Constraints): void {
  for (const [name, argument] of Object.entries(operators)) {
    if (name === "$elemMatch") {
      const byValue = Object.keys(argument as Doc)[0]?.startsWith("$");
      if (byValue) conditions(path, argument as Doc, out);
      continue;
    }
    const found = intervals(name, argument);
    if (found) out.set(path, [...(out.get(path) ?? []), found]);
  }
}

/** What a normalized filter says about each path, from its top level and its $and. */
export function constraints(filter: Doc, out: Constraints = new Map()): Constraints {
  for (const [key, value] of Object.entries(filter)) {
    if (key === "$and") for (const part of value as Doc[]) constraints(part, out);
    else if (!key.startsWith("$")) conditions(key, value as Doc, out);
  }
  return out;
}

/** Where one bound is a prefix of the other, the shorter lets more through above. */
const lower = (a: Buffer, b: Buffer): Buffer => {
  const size = Math.min(a.length, b.length);
  const order = Buffer.compare(a.subarray(0, size), b.subarray(0, size));
  return order === 0 ? (a.length > b.length ? a : b) : order < 0 ? a : b;
};

/** The intervals to scan for one field. On a field that held arrays two bounds may be met by two elements. */
export function chosen(all: Interval[][], multikey: boolean): Interval[] {
  const points = all.filter((list) => list.every(isPoint)).sort((a, b) => a.length - b.length);
  if (points[0]) return points[0];
  const singles = all.filter((list) => list.length === 1).map((list) => list[0] as Interval);
  if (multikey || singles.length < 2) return all[0] as Interval[];
  const lo = singles.map((s) => s.lo).reduce((a, b) => (Buffer.compare(a, b) > 0 ? a : b));
  return [{ lo, hi: singles.map((s) => s.hi).reduce(lower) }];
}

/** Whether what a filter asks of a path cannot be met by a document without it. */
export function excludesMissing(filter: Doc, path: string): boolean {
  const operators = filter[path] as Doc | undefined;
  if (isTrue(operators?.$exists)) return true;
  const all = constraints(filter).get(path) ?? [];
  return all.some((list) => list.every(({ lo }) => lo[0] !== RANK.null));
}
