import { batchSize } from "./admin-commands.ts";
import { must } from "./arguments.ts";
import { type Command, commandFields, namespace, type Request, type Server } from "./command.ts";
import { eachInTurns, type Results } from "./cursors.ts";
import { explained } from "./explain.ts";
import { computeVariables } from "./expressions.ts";
import { checkQuery, matching, planQuery, type Query, results } from "./find.ts";
import { compilePipeline } from "./stages.ts";
import { type Doc, decode, decodeFields, encodeToStore, isDocument, toNumber } from "./values.ts";

/** What of a pipeline's start a find can do, with indexes: $match, $sort, $skip, $limit in that order. */
export function pushDown(pipeline: Doc[], body: Doc): { query: Query; rest: Doc[] } {
  const query: Query = { filter: {}, hint: body.hint, variables: computeVariables((body.let ?? {}) as Doc) };
  const rest = [...pipeline];
  if (rest[0]?.$match) query.filter = (rest.shift() as Doc).$match as Doc;
  if (rest[0]?.$sort) query.sort = (rest.shift() as Doc).$sort as Doc;
  if (rest[0]?.$skip) query.skip = toNumber((rest.shift() as Doc).$skip);
  if (rest[0]?.$limit) query.limit = toNumber((rest.shift() as Doc).$limit);
  return { query, rest };
}

/** The top-level fields a pipeline reads when its first stage says so; undefined when it may read any. */
function fieldsRead([stage]: Doc[]): Set<string> | undefined {
  const fields = new Set<string>();
  const visit = (value: unknown): boolean => {
    const [first = "", second] = typeof value === "string" ? value : [];
    if (first === "$" && second !== "$") fields.add((value as string).slice(1).split(".")[0] as string);
    if (first === "$") return second !== "$";
    if (!isDocument(value)) return !Array.isArray(value) || value.every(visit);
    return Object.entries(value).every(([key, inner]) => key !== "$getField" && visit(inner));
  };
  const isGroup = ["$group", "$sortByCount", "$count"].includes(Object.keys(stage ?? {})[0] ?? "");
  return isGroup && visit(stage) ? fields : undefined;
}

async function run({ databases, cursors }: Server, request: Request): Promise<Doc | Buffer> {
  const { body, db } = request;
  const ofDatabase = toNumber(body.aggregate) === 1;
  const ns = ofDatabase ? `${db}.$cmd.aggregate` : namespace(request);
  const known = ["NOW", ...Object.keys(body.let ?? {})];
  compilePipeline(body.pipeline, known);
  const pipeline = body.pipeline as Doc[];
  const size = batchSize(request, 101);
  must(body.explain === true || body.cursor !== undefined, 9, "The 'cursor' option is required");
  const startsFromNothing = pipeline[0]?.$documents !== undefined;
  must(ofDatabase === startsFromNothing, 73, "{aggregate: 1} goes with $documents, and only with it");
  const { query, rest } = pushDown(pipeline, body);
  checkQuery(query);
  const collection = databases.find(ns);
  const planned = collection && planQuery(collection, query);
  if (body.explain === true) return explained(ns, planned);
  const found: Results = planned ? await results(collection, planned) : [][Symbol.iterator]();
  if (rest.length === 0) return cursors.start(ns, found, size, false);
  const docs: Doc[] = [];
  const fields = fieldsRead(rest);
  await eachInTurns(found, (bytes) => {
    if (bytes) docs.push(fields ? decodeFields(bytes, fields) : decode(bytes));
  });
  const find = (name: string, filter: Doc): Doc[] => {
    const other = databases.find(`${db}.${name}`);
    const matched = other ? matching(other, planQuery(other, { filter })) : [];
    return [...matched].flatMap((one) => (one ? [decode(one.bytes)] : []));
  };
  const output = compilePipeline(rest, known)(docs, { variables: query.variables ?? {}, find });
  const encoded = (function* () {
    for (const doc of output) yield encodeToStore(doc);
  })();
  return cursors.start(ns, encoded, size, false);
}

export const aggregateCommand: Command = {
  run,
  fields: commandFields(`pipeline:array! cursor:object explain:bool hint let:object allowDiskUse:bool
    bypassDocumentValidation:bool collation:refused`),
};
