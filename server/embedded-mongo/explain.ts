import { documentField, numberField, type Request, type Server } from "./command.ts";
import { eachInTurns } from "./cursors.ts";
import { MongoError } from "./errors.ts";
import { computeVariables } from "./expressions/expression.ts";
import { checkQuery, type Planned, planQuery, type Query, results } from "./find.ts";
import { compilePipeline } from "./pipeline/pipeline.ts";
import type { Plan } from "./planner.ts";
import { type Doc, isDocument, toNumber } from "./values.ts";

/** The query a command's body asks; `filter` is what it calls its filter. */
export const toQuery = (body: Doc, filter: string): Query => ({
  filter: documentField(body, filter),
  sort: documentField(body, "sort"),
  projection: documentField(body, "projection"),
  skip: numberField(body, "skip"),
  limit: numberField(body, "limit"),
  hint: isDocument(body.hint) && Object.keys(body.hint).length === 0 ? undefined : body.hint,
  variables: computeVariables(documentField(body, "let")),
});

/** What of a pipeline's start a find can do, with indexes: $match, $sort, $skip, $limit in that order. */
export function pushDown(pipeline: Doc[], body: Doc): { query: Query; rest: Doc[] } {
  const query: Query = {
    filter: {},
    hint: body.hint,
    variables: computeVariables(documentField(body, "let")),
  };
  const rest = [...pipeline];
  if (rest[0]?.$match) query.filter = (rest.shift() as Doc).$match as Doc;
  if (rest[0]?.$sort) query.sort = (rest.shift() as Doc).$sort as Doc;
  if (rest[0]?.$skip) query.skip = toNumber((rest.shift() as Doc).$skip);
  if (rest[0]?.$limit) query.limit = toNumber((rest.shift() as Doc).$limit);
  return { query, rest };
}

function stage(plan: Plan): Doc {
  if (plan.branches) return { stage: "OR", inputStages: plan.branches.map(stage) };
  if (!plan.index) return { stage: "COLLSCAN", direction: plan.reverse ? "backward" : "forward" };
  const { spec, multikey } = plan.index;
  return {
    stage: "FETCH",
    inputStage: {
      stage: "IXSCAN",
      keyPattern: spec.key,
      indexName: spec.name,
      isMultiKey: multikey.includes(true),
      isUnique: spec.unique === true,
      isSparse: spec.sparse === true,
      isPartial: spec.partialFilterExpression !== undefined,
      direction: plan.reverse ? "backward" : "forward",
    },
  };
}

export function explained(ns: string, planned: Planned | undefined): Doc {
  const input = planned ? stage(planned.plan) : { stage: "EOF" };
  const winningPlan = planned?.sorts
    ? { stage: "SORT", sortPattern: planned.query.sort, inputStage: input }
    : input;
  return {
    explainVersion: "1",
    queryPlanner: { namespace: ns, parsedQuery: planned?.query.filter ?? {}, winningPlan, rejectedPlans: [] },
    ok: 1,
  };
}

const NOT_EXPLAINED = [
  "insert",
  "getMore",
  "ping",
  "hello",
  "create",
  "drop",
  "createIndexes",
  "listIndexes",
];

/** The plan, and unless only the plan is asked, what running it read. */
export async function explain(server: Server, { body, db }: Request): Promise<Doc> {
  const inner = documentField(body, "explain");
  if (
    !["queryPlanner", "executionStats", "allPlansExecution"].includes(
      String(body.verbosity ?? "allPlansExecution"),
    )
  )
    throw new MongoError(
      2,
      `Enumeration value '${body.verbosity}' for field 'explain.verbosity' is not a valid value.`,
    );
  const name = Object.keys(inner)[0] ?? "";
  const statements = (inner.updates ?? inner.deletes) as Doc[] | undefined;
  const source = statements ? { filter: statements[0]?.q } : name === "aggregate" ? {} : inner;
  if (NOT_EXPLAINED.includes(name)) throw new MongoError(20, `Cannot explain cmd: ${name}`);
  if (!["find", "count", "distinct", "aggregate", "findAndModify", "update", "delete"].includes(name))
    throw new MongoError(59, `Explain failed due to unknown command: ${name}`);
  if (name === "aggregate") compilePipeline(inner.pipeline, Object.keys(documentField(inner, "let")));
  const query =
    name === "aggregate"
      ? pushDown(inner.pipeline as Doc[], inner).query
      : toQuery(source, "filter" in source ? "filter" : "query");
  checkQuery(query);
  const ns = `${db}.${inner[name]}`;
  const collection = server.databases.find(ns);
  const planned = collection && planQuery(collection, query);
  const reply = explained(ns, planned);
  if (body.verbosity === "queryPlanner") return reply;
  let nReturned = 0;
  if (planned)
    await eachInTurns(
      await results(server.databases, collection, planned),
      (doc) => void (doc && nReturned++),
    );
  const { keys = 0, docs = 0 } = planned?.counters ?? {};
  reply.executionStats = {
    executionSuccess: true,
    nReturned,
    totalKeysExamined: keys,
    totalDocsExamined: docs,
    executionStages: { ...((reply.queryPlanner as Doc).winningPlan as Doc), nReturned },
  };
  return reply;
}
