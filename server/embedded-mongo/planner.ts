import { type Constraints, chosen, constraints, excludesMissing, type Interval, isPoint } from "./bounds.ts";
import type { Collection, Found, Index } from "./collection.ts";
import { same } from "./compare.ts";
import { MongoError } from "./errors.ts";
import { storable, storableBound } from "./keys.ts";
import { prefixed, type Range, type Storage } from "./storage.ts";
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
  branches?: Plan[];
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
function isComplete(index: Index, filter: Doc): boolean {
  if (index.spec.sparse === true && !index.fields.some((field) => excludesMissing(filter, field)))
    return false;
  if (!index.partial) return true;
  return Object.entries(index.partial.filter).every(([key, condition]) => {
    const asked = filter[key] as Doc | undefined;
    if (asked === undefined) return false;
    if (same(asked, condition)) return true;
    const wanted = condition as Doc;
    if (Object.keys(wanted).length === 1 && wanted.$exists !== undefined) return excludesMissing(filter, key);
    return (
      "$eq" in asked &&
      index.partial?.test({ ...(asked.$eq !== undefined ? { [key]: asked.$eq } : {}) }) === true &&
      Object.keys(index.partial.filter).length === 1
    );
  });
}

type Candidate = { plan: Plan; score: number };

function candidate(index: Index, all: Constraints, sort: Sort | undefined): Candidate | undefined {
  let prefixes: Interval[] = [{ lo: Buffer.alloc(0), hi: Buffer.alloc(0) }];
  const single = new Set<number>();
  let points = 0;
  let ranged = false;
  const arrays = new Set<string>();
  for (let i = 0; i < index.fields.length && !ranged; i++) {
    const field = index.fields[i] as string;
    const asked = all.get(field);
    const head = (index.paths[i] as string[])[0] as string;
    if (!asked || (index.multikey[i] && arrays.has(head))) break;
    if (index.multikey[i]) arrays.add(head);
    const found = chosen(asked, index.multikey[i] as boolean).map((item) =>
      directed(item, index.directions[i] as number),
    );
    if (prefixes.length > 1 && prefixes.length * found.length > MOST_RANGES) break;
    if ((index.directions[i] as number) < 0) found.reverse();
    prefixes = prefixes.flatMap((prefix) =>
      found.map(({ lo, hi }) => ({ lo: Buffer.concat([prefix.lo, lo]), hi: Buffer.concat([prefix.hi, hi]) })),
    );
    if (!chosen(asked, index.multikey[i] as boolean).every(isPoint)) ranged = true;
    else {
      points++;
      if (found.length === 1) single.add(i);
    }
  }
  const direction = sort ? sortDirection(index, sort, single) : 0;
  if (points === 0 && !ranged && direction === 0) return undefined;
  const ranges = prefixes.map(({ lo, hi }) => ({
    from: prefixed(index.id, storableBound(lo)),
    to: prefixed(index.id, storableBound(hi), CEILING),
  }));
  const reverse = direction < 0;
  const onlyKey = index.unique && points === index.fields.length && !index.truncated;
  const keys = onlyKey ? prefixes.map(({ lo }) => prefixed(index.id, storable(lo))) : [];
  const plan: Plan = {
    index,
    ranges: reverse ? ranges.reverse().map((range) => ({ ...range, reverse })) : ranges,
    sorted: direction !== 0,
    reverse,
    ...(onlyKey ? { exact: reverse ? keys.reverse() : keys } : {}),
  };
  return { plan, score: (onlyKey ? 1000 : 0) + points * 10 + (ranged ? 4 : 0) + (direction !== 0 ? 5 : 0) };
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

function hinted(collection: Collection, hint: unknown): Index {
  const found = collection.indexes.find((index) =>
    typeof hint === "string" ? index.spec.name === hint : same(index.spec.key, hint),
  );
  if (!found)
    throw new MongoError(2, "error processing query: hint provided does not correspond to an existing index");
  return found;
}

/** How to find what may match: an index with bounds, the indexes of each branch of an $or, or everything. */
export function plan(collection: Collection, filter: Doc, sort?: Sort, hint?: unknown): Plan {
  const natural = toNumber(
    (hint as Doc | undefined)?.$natural ?? (sort?.fields[0] === "$natural" ? sort.directions[0] : undefined),
  );
  const scan: Plan = {
    ranges: [{ ...collection.everything(), ...(natural === -1 ? { reverse: true } : {}) }],
    sorted: sort?.fields[0] === "$natural",
    reverse: natural === -1,
  };
  if (natural !== undefined) return scan;
  const all = constraints(filter);
  if (hint !== undefined) {
    const index = hinted(collection, hint);
    return (
      candidate(index, all, sort)?.plan ?? {
        index,
        ranges: [{ from: prefixed(index.id), to: prefixed(index.id + 1) }],
        sorted: false,
        reverse: false,
      }
    );
  }
  let best: Candidate | undefined;
  for (const index of collection.indexes) {
    if (all.size === 0 && !sort) break;
    const found = isComplete(index, filter) ? candidate(index, all, sort) : undefined;
    if (
      found &&
      (!best ||
        found.score > best.score ||
        (found.score === best.score && index.fields.length < (best.plan.index?.fields.length ?? 0)))
    )
      best = found;
  }
  if (best && (best.score > 5 || !filter.$or)) return best.plan;
  if (Array.isArray(filter.$or)) {
    const branches = filter.$or.map((branch: Doc) => plan(collection, branch));
    if (branches.every((branch) => branch.index || branch.branches))
      return { ranges: [], sorted: false, reverse: false, branches };
  }
  return best?.plan ?? scan;
}

/** Runs a plan; every turn of the event loop may pass between two documents. */
export function* run(
  storage: Storage,
  collection: Collection,
  plan: Plan,
  counters: Counters,
): Generator<Found> {
  const seen =
    plan.branches || plan.index?.multikey.includes(true) || plan.ranges.length > 1
      ? new Set<number>()
      : undefined;
  const first = (rid: Buffer) => {
    const id = rid.readUIntBE(0, 6);
    return !seen || (!seen.has(id) && seen.add(id) !== undefined);
  };
  if (plan.branches) {
    for (const branch of plan.branches)
      for (const found of run(storage, collection, branch, counters)) if (first(found.rid)) yield found;
    return;
  }
  for (const { key, value } of plan.exact ? gets(storage, plan.exact) : scan(storage, plan.ranges)) {
    if (plan.index) counters.keys++;
    const rid = plan.index ? value : key.subarray(4);
    if (!first(rid)) continue;
    const bytes = plan.index ? collection.get(rid) : value;
    if (!bytes) continue;
    counters.docs++;
    yield { rid, bytes };
  }
}

function* gets(storage: Storage, keys: Buffer[]): Generator<{ key: Buffer; value: Buffer }> {
  for (const key of keys) {
    const value = storage.store.get(key);
    if (value) yield { key, value };
  }
}

function* scan(storage: Storage, ranges: Range[]): Generator<{ key: Buffer; value: Buffer }> {
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
