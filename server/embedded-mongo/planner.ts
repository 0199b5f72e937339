import { type Constraints, chosen, constraints, excludesMissing, type Interval, isPoint } from "./bounds.ts";
import type { Collection, Found, Index } from "./collection.ts";
import { same } from "./compare.ts";
import { MongoError } from "./errors.ts";
import { storable, storableBound } from "./keys.ts";
import { type Entry, everythingOf, prefixed, type Range, type Storage } from "./storage.ts";
import { type Doc, toNumber } from "./values.ts";

const MOST_RANGES = 2000;
const CEILING = Buffer.alloc(40, 0xff);

export type Plan = {
  index?: Index;
  ranges: Range[];
  /** Whole keys of a unique index, read without a scan. */
  exact?: Buffer[];
  sorted: boolean;
  reverse: boolean;
};
export type Sort = { paths: string[][]; fields: string[]; directions: number[] };
export type Counters = { keys: number; docs: number };

export const toSort = (sort: Doc): Sort => ({
  fields: Object.keys(sort),
  paths: Object.keys(sort).map((field) => field.split(".")),
  directions: Object.values(sort).map((direction) => Math.sign(toNumber(direction) ?? 1)),
});

const flip = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => ~byte & 0xff));
const directed = ({ lo, hi }: Interval, direction: number): Interval =>
  direction > 0 ? { lo, hi } : { lo: flip(hi), hi: flip(lo) };

/** A partial or sparse index serves only a filter that cannot match what the index leaves out. */
function isComplete({ spec, fields, partial }: Index, filter: Doc): boolean {
  if (spec.sparse === true && !fields.some((field) => excludesMissing(filter, field))) return false;
  if (!partial) return true;
  const conditions = Object.entries(partial.filter as Record<string, Doc>);
  return conditions.every(([key, wanted]) => {
    const asked = filter[key] as Doc | undefined;
    if (asked === undefined || same(asked, wanted)) return asked !== undefined;
    if (Object.keys(wanted).join() === "$exists") return excludesMissing(filter, key);
    return conditions.length === 1 && asked.$eq !== undefined && partial.test({ [key]: asked.$eq });
  });
}

type Candidate = { plan: Plan; score: number };

/** What an index can do: bounds on its leading fields, up to the first range, and the order asked. */
function candidate(index: Index, all: Constraints, sort: Sort | undefined): Candidate | undefined {
  let bounds: Interval[] = [{ lo: Buffer.alloc(0), hi: Buffer.alloc(0) }];
  const single = new Set<number>();
  const arrays = new Set<string>();
  let points = 0;
  let ranged = false;
  for (let i = 0; i < index.fields.length && !ranged; i++) {
    const asked = all.get(index.fields[i] as string);
    const [head] = index.paths[i] as [string];
    const [multikey, direction] = [index.multikey[i] === true, index.directions[i] as number];
    // Two fields below one array may be met by two of its elements: only the first of them is bounded.
    if (!asked || (multikey && arrays.has(head))) break;
    if (multikey) arrays.add(head);
    const found = chosen(asked, multikey);
    const next = found.map((item) => directed(item, direction));
    if (bounds.length > 1 && bounds.length * next.length > MOST_RANGES) break;
    if (direction < 0) next.reverse();
    bounds = bounds.flatMap((prefix) =>
      next.map(({ lo, hi }) => ({ lo: Buffer.concat([prefix.lo, lo]), hi: Buffer.concat([prefix.hi, hi]) })),
    );
    ranged = !found.every(isPoint);
    if (!ranged) points++;
    if (!ranged && found.length === 1) single.add(i);
  }
  const direction = sort ? sortDirection(index, sort, single) : 0;
  if (points === 0 && !ranged && direction === 0) return undefined;
  const reverse = direction < 0;
  const ranges = bounds.map(({ lo, hi }) => ({
    from: prefixed(index.id, storableBound(lo)),
    to: prefixed(index.id, storableBound(hi), CEILING),
    reverse,
  }));
  const whole = index.unique && points === index.fields.length && !index.truncated;
  const exact = whole ? bounds.map(({ lo }) => prefixed(index.id, storable(lo))) : undefined;
  if (reverse) for (const list of [ranges, exact]) list?.reverse();
  const plan: Plan = { index, ranges, sorted: direction !== 0, reverse, ...(exact && { exact }) };
  return { plan, score: (whole ? 1000 : 0) + points * 10 + (ranged ? 4 : 0) + (direction !== 0 ? 5 : 0) };
}

/** 1 or -1 when scanning the index that way gives the order asked, 0 when it does not. */
function sortDirection(index: Index, sort: Sort, single: Set<number>): number {
  if (index.truncated) return 0;
  const fixed = new Set([...single].filter((i) => !index.multikey[i]).map((i) => index.fields[i]));
  const wanted = sort.fields
    .map((field, i) => ({ field, direction: sort.directions[i] as number }))
    .filter(({ field }) => !fixed.has(field));
  let direction = 0;
  let next = 0;
  for (let i = 0; i < index.fields.length && next < wanted.length; i++) {
    const { field, direction: asked } = wanted[next] as { field: string; direction: number };
    if (index.fields[i] !== field) {
      if (single.has(i)) continue;
      return 0;
    }
    const way = asked * (index.directions[i] as number);
    if (index.multikey[i] || (direction !== 0 && way !== direction)) return 0;
    direction = way;
    next++;
  }
  return next === wanted.length ? direction || 1 : 0;
}

/** How to find what may match: an index with bounds, or everything. */
export function plan(collection: Collection, filter: Doc, sort?: Sort, hint?: unknown): Plan {
  const byRecord = sort?.fields[0] === "$natural";
  const natural = toNumber(
    (hint as Doc | undefined)?.$natural ?? (byRecord ? sort.directions[0] : undefined),
  );
  const reverse = natural === -1;
  const scan: Plan = { ranges: [{ ...everythingOf(collection.id), reverse }], sorted: byRecord, reverse };
  if (natural !== undefined) return scan;
  const all = constraints(filter);
  if (hint !== undefined) {
    const index = collection.indexes.find(({ spec }) => spec.name === hint || same(spec.key, hint));
    if (!index) throw new MongoError(2, "hint provided does not correspond to an existing index");
    const ranges = [everythingOf(index.id)];
    return candidate(index, all, sort)?.plan ?? { index, ranges, sorted: false, reverse: false };
  }
  let best: Candidate | undefined;
  for (const index of all.size > 0 || sort ? collection.indexes : []) {
    const found = isComplete(index, filter) ? candidate(index, all, sort) : undefined;
    const length = best?.plan.index?.fields.length ?? 0;
    if (
      found &&
      (!best || found.score > best.score || (found.score === best.score && index.fields.length < length))
    )
      best = found;
  }
  return best?.plan ?? scan;
}

/** Runs a plan; every turn of the event loop may pass between two documents. */
export function* run(collection: Collection, plan: Plan, counters: Counters): Generator<Found> {
  const { index, ranges, exact } = plan;
  const { storage } = collection;
  const seen = index?.multikey.includes(true) || ranges.length > 1 ? new Set<number>() : undefined;
  for (const { key, value } of exact ? gets(storage, exact) : scan(storage, ranges)) {
    if (index) counters.keys++;
    const rid = index ? value : key.subarray(4);
    const record = rid.readUIntBE(0, 6);
    if (seen?.has(record)) continue;
    seen?.add(record);
    const bytes = index ? collection.get(rid) : value;
    if (!bytes) continue;
    counters.docs++;
    yield { rid, bytes };
  }
}

function* gets(storage: Storage, keys: Buffer[]): Generator<Entry> {
  for (const key of keys) {
    const value = storage.store.get(key);
    if (value) yield { key, value };
  }
}

function* scan(storage: Storage, ranges: Range[]): Generator<Entry> {
  for (const range of ranges) {
    let after: Buffer | undefined;
    for (let limit = 16; ; limit = Math.min(limit * 4, 1024)) {
      const entries = storage.entries(range, limit, after);
      yield* entries;
      if (entries.length < limit) break;
      after = entries[entries.length - 1]?.key;
    }
  }
}
