import type { Collection, Found } from "./collection.ts";
import { eachInTurns, type Results } from "./cursors.ts";
import { MongoError } from "./errors.ts";
import { computeVariables } from "./expressions.ts";
import { compiled, matches, normalize } from "./matcher.ts";
import { type Counters, type Plan, plan, run, toSort } from "./planner.ts";
import { compileProjection } from "./projection.ts";
import { checkSort, sortKey } from "./sorting.ts";
import { cutFields, type Doc, decode, decodeFields, encode, isDocument, isTrue, toNumber } from "./values.ts";

export type Query = {
  filter: Doc;
  sort?: Doc | undefined;
  projection?: Doc | undefined;
  skip?: number | undefined;
  limit?: number | undefined;
  hint?: unknown;
  variables?: Doc | undefined;
};
export type Planned = { query: Query; filter: Doc; plan: Plan; counters: Counters; sorts: boolean };

const isEmpty = (value: unknown): boolean => isDocument(value) && Object.keys(value).length === 0;

/** The query a command's body asks, its fields already checked; `filter` is what it calls its filter. */
export function toQuery(body: Doc, filter: string): Query {
  const [skip, limit] = [body.skip, body.limit].map((value) => Math.trunc(toNumber(value) ?? 0));
  return {
    filter: (body[filter] ?? {}) as Doc,
    sort: (body.sort ?? {}) as Doc,
    projection: (body.projection ?? {}) as Doc,
    skip,
    limit,
    hint: isEmpty(body.hint) ? undefined : body.hint,
    variables: computeVariables((body.let ?? {}) as Doc),
  };
}

/** Refuses what is malformed, on a collection that does not exist too, and before anything is written. */
export function checkQuery({ filter, sort, projection, hint, variables = {} }: Query): void {
  matches(filter, variables);
  if (sort) checkSort(sort);
  if (hint !== undefined && typeof hint !== "string" && !isDocument(hint))
    throw new MongoError(9, "hint must be either a string or nested object");
  if (projection && !isEmpty(projection))
    compileProjection(projection, Object.keys(variables), normalize(filter));
}

export function planQuery(collection: Collection, query: Query): Planned {
  const filter = normalize(query.filter);
  const sort = query.sort && !isEmpty(query.sort) ? toSort(query.sort) : undefined;
  const chosen = plan(collection, filter, sort, query.hint);
  const sorts = sort !== undefined && !chosen.sorted;
  return { query, filter, plan: chosen, counters: { keys: 0, docs: 0 }, sorts };
}

/** Adds the top-level fields a filter looks at, so that the others stay unread; false when it may look anywhere. */
function addFields(filter: Doc, fields: Set<string>): boolean {
  return Object.entries(filter).every(([path, value]) => {
    if (!path.startsWith("$")) return fields.add(path.split(".")[0] as string) !== undefined;
    return path !== "$expr" && (value as Doc[]).every((part) => addFields(part, fields));
  });
}

/** The documents that match, in the plan's order; undefined for each that was read and does not. */
export function* matching(
  collection: Collection,
  { filter, plan, counters, query }: Planned,
): Generator<Found | undefined> {
  const everything = isEmpty(filter);
  const test = compiled(filter, query.variables);
  const fields = new Set<string>();
  const read = addFields(filter, fields) ? (bytes: Buffer) => decodeFields(bytes, fields) : decode;
  for (const found of run(collection, plan, counters)) {
    const passes = everything || test(read(found.bytes));
    yield passes ? found : undefined;
  }
}

type Ordered = { found: Found; key: Buffer };

/** What gives a document its place in an order, reading only the fields it takes. */
function keyed(sort: Doc): (found: Found) => Ordered {
  const { paths, directions } = toSort(sort);
  const fields = new Set(paths.map(([head]) => head as string));
  return (found) => ({ found, key: sortKey(decodeFields(found.bytes, fields), paths, directions) });
}

/** In memory, for orders no index gives; keeps `skip + limit` of them when there is a limit. */
async function sorted(
  items: Generator<Found | undefined>,
  { sort = {}, skip = 0, limit = 0 }: Query,
): Promise<Found[]> {
  const toKey = keyed(sort);
  const most = limit > 0 ? skip + limit : Number.POSITIVE_INFINITY;
  let kept: Ordered[] = [];
  const order = () => kept.sort((a, b) => Buffer.compare(a.key, b.key));
  await eachInTurns(items, (found) => {
    if (!found) return;
    kept.push(toKey(found));
    if (kept.length >= most * 2 + 1000) kept = order().slice(0, most);
  });
  return order().map(({ found }) => found);
}

/** The fields of a projection that keeps whole top-level fields and does nothing else, or undefined. */
function keptFields(projection: Doc): Set<string> | undefined {
  const fields = Object.keys(projection).filter((field) => field !== "_id");
  const plain = (field: string) =>
    /^[^.$]+$/.test(field) && (projection[field] === true || projection[field] === 1);
  if (fields.length === 0 || !fields.every(plain)) return undefined;
  return isTrue(projection._id ?? true) ? new Set(["_id", ...fields]) : new Set(fields);
}

/** What is answered of a document. Keeping a few fields of a large one costs neither reading nor writing the others. */
function shaper({ projection = {}, variables = {} }: Query, filter: Doc): (bytes: Buffer) => Buffer {
  if (isEmpty(projection)) return (bytes) => bytes;
  const kept = keptFields(projection);
  if (kept) return (bytes) => cutFields(bytes, kept);
  const project = compileProjection(projection, Object.keys(variables), filter);
  return (bytes) => encode(project(decode(bytes), variables));
}

/** The results of a query as BSON: as stored when there is no projection. */
export async function results(collection: Collection, planned: Planned): Promise<Results> {
  const { query, filter } = planned;
  const matched = matching(collection, planned);
  const source: Iterable<Found | undefined> = planned.sorts ? await sorted(matched, query) : matched;
  return cut(source, query, shaper(query, filter));
}

function* cut(
  source: Iterable<Found | undefined>,
  { skip = 0, limit = 0 }: Query,
  shape: (bytes: Buffer) => Buffer,
): Generator<Buffer | undefined> {
  let passed = 0;
  for (const found of source) {
    const shown = found && passed++ >= skip;
    yield shown ? shape(found.bytes) : undefined;
    if (shown && limit > 0 && passed >= skip + limit) return;
  }
}

/** At once and without yielding, inside a write: the first that matches in the order asked. */
export function firstMatch(
  collection: Collection,
  query: Query,
): { found: Found; doc: Doc; filter: Doc } | undefined {
  const planned = planQuery(collection, query);
  const toKey = keyed(query.sort ?? {});
  let best: Ordered | undefined;
  for (const found of matching(collection, planned)) {
    if (!found) continue;
    const next = planned.sorts ? toKey(found) : { found, key: found.rid };
    if (!best || Buffer.compare(next.key, best.key) < 0) best = next;
    if (!planned.sorts) break;
  }
  return best && { found: best.found, doc: decode(best.found.bytes), filter: planned.filter };
}
