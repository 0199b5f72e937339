import type { Collection, Found } from "./collection.ts";
import { eachInTurns, type Results } from "./cursors.ts";
import type { Databases } from "./database.ts";
import { MongoError } from "./errors.ts";
import { compiled, matches, normalize } from "./matcher.ts";
import { type Counters, type Plan, plan, run, toSort } from "./planner.ts";
import { compileProjection } from "./projection.ts";
import { checkSort, sortKey } from "./sorting.ts";
import {
  cutFields,
  type Doc,
  decode,
  decodeFields,
  decodeToMatch,
  encode,
  isDocument,
  isTrue,
} from "./values.ts";

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

/** Whether a filter can tell 1 from 1.0. */
const needsTypes = (filter: Doc): boolean => /"\$(type|expr)"/.test(JSON.stringify(filter));

/** The top-level fields a filter looks at, so that the others stay unread; undefined when it may look anywhere. */
function fieldsOf(filter: Doc): Set<string> | undefined {
  const paths = Object.keys(filter);
  if (paths.some((path) => path.startsWith("$"))) return undefined;
  return new Set(paths.map((path) => path.split(".")[0] as string));
}

/** Refuses what is malformed, on a collection that does not exist too, and before anything is written. */
export function checkQuery({ filter, sort, projection, hint, variables = {} }: Query): void {
  matches(filter, variables);
  if (sort) checkSort(sort);
  if (hint !== undefined && typeof hint !== "string" && !isDocument(hint))
    throw new MongoError(9, "hint must be either a string or nested object");
  if (projection && Object.keys(projection).length > 0)
    compileProjection(projection, Object.keys(variables), normalize(filter));
}

export function planQuery(collection: Collection, query: Query): Planned {
  const filter = normalize(query.filter);
  const sort = query.sort && Object.keys(query.sort).length > 0 ? query.sort : undefined;
  const chosen = plan(collection, filter, sort && toSort(sort), query.hint);
  return {
    query,
    filter,
    plan: chosen,
    counters: { keys: 0, docs: 0 },
    sorts: sort !== undefined && !chosen.sorted,
  };
}

/** The documents that match, in the plan's order; undefined for each that was read and does not. */
export function* matching(
  databases: Databases,
  collection: Collection,
  { filter, plan, counters, query }: Planned,
): Generator<Found | undefined> {
  const everything = Object.keys(filter).length === 0;
  const test = compiled(filter, query.variables);
  const fields = fieldsOf(filter);
  const read = fields
    ? (bytes: Buffer) => decodeFields(bytes, fields)
    : needsTypes(filter)
      ? decode
      : decodeToMatch;
  for (const found of run(databases.storage, collection, plan, counters))
    yield everything || test(read(found.bytes)) ? found : undefined;
}

/** In memory, for orders no index gives; keeps `skip + limit` of them when there is a limit. */
async function sorted(
  items: Generator<Found | undefined>,
  { sort = {}, skip = 0, limit = 0 }: Query,
): Promise<Found[]> {
  const { paths, directions } = toSort(sort);
  const most = limit > 0 ? skip + limit : Number.POSITIVE_INFINITY;
  let kept: { found: Found; key: Buffer }[] = [];
  const order = () => kept.sort((a, b) => Buffer.compare(a.key, b.key));
  await eachInTurns(items, (found) => {
    if (!found) return;
    kept.push({ found, key: sortKey(decodeToMatch(found.bytes), paths, directions) });
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
function shaper({ projection, variables = {} }: Query, filter: Doc): (bytes: Buffer) => Buffer {
  if (!projection || Object.keys(projection).length === 0) return (bytes) => bytes;
  const project = compileProjection(projection, Object.keys(variables), filter);
  const kept = keptFields(projection);
  return kept ? (bytes) => cutFields(bytes, kept) : (bytes) => encode(project(decode(bytes), variables));
}

/** The results of a query as BSON: as stored when there is no projection. */
export async function results(
  databases: Databases,
  collection: Collection,
  planned: Planned,
): Promise<Results> {
  const { query, filter } = planned;
  const shape = shaper(query, filter);
  const matched = matching(databases, collection, planned);
  const source: Iterable<Found | undefined> = planned.sorts ? await sorted(matched, query) : matched;
  return cut(source, query, shape);
}

function* cut(
  source: Iterable<Found | undefined>,
  { skip = 0, limit = 0 }: Query,
  shape: (bytes: Buffer) => Buffer,
): Generator<Buffer | undefined> {
  let passed = 0;
  for (const found of source) {
    if (!found) yield undefined;
    else if (passed++ < skip) yield undefined;
    else {
      yield shape(found.bytes);
      if (limit > 0 && passed >= skip + limit) return;
    }
  }
}

/** At once and without yielding, inside a write: the first that matches in the order asked. */
export function firstMatch(
  databases: Databases,
  collection: Collection,
  query: Query,
): { found: Found; doc: Doc; filter: Doc } | undefined {
  const planned = planQuery(collection, query);
  const { paths, directions } = toSort(query.sort ?? {});
  let best: { found: Found; key: Buffer } | undefined;
  for (const found of matching(databases, collection, planned)) {
    if (!found) continue;
    if (!planned.sorts) {
      best = { found, key: found.rid };
      break;
    }
    const key = sortKey(decodeToMatch(found.bytes), paths, directions);
    if (!best || Buffer.compare(key, best.key) < 0) best = { found, key };
  }
  return best && { found: best.found, doc: decode(best.found.bytes), filter: planned.filter };
}
