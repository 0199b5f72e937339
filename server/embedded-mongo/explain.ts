import { pushDown } from "./aggregate.ts";
import type { Request, Server } from "./command.ts";
import { eachInTurns } from "./cursors.ts";
import { MongoError } from "./errors.ts";
import { checkQuery, type Planned, planQuery, results, toQuery } from "./find.ts";
import type { Plan } from "./planner.ts";
import { compilePipeline } from "./stages.ts";
import { type Doc, isDocument } from "./values.ts";

function stage({ index, reverse }: Plan): Doc {
  const direction = reverse ? "backward" : "forward";
  if (!index) return { stage: "COLLSCAN", direction };
  const { spec, multikey } = index;
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
      direction,
    },
  };
}

/** Which index a query uses, or none, and whether it sorts in memory. */
export function explained(namespace: string, planned: Planned | undefined): Doc {
  const inputStage = planned ? stage(planned.plan) : { stage: "EOF" };
  const winningPlan = planned?.sorts
    ? { stage: "SORT", sortPattern: planned.query.sort, inputStage }
    : inputStage;
  const parsedQuery = planned?.query.filter ?? {};
  return {
    explainVersion: "1",
    queryPlanner: { namespace, parsedQuery, winningPlan, rejectedPlans: [] },
    ok: 1,
  };
}

const VERBOSITIES = ["queryPlanner", "executionStats", "allPlansExecution"];
/** What each command calls its filter. */
const FILTERS = new Map(
  Object.entries({
    find: "filter",
    count: "query",
    distinct: "query",
    findAndModify: "query",
    update: "q",
    delete: "q",
  }),
);

/** The plan, and unless only the plan is asked, what running it read. */
export async function explain({ databases }: Server, { body, db }: Request): Promise<Doc> {
  const { explain, verbosity = "allPlansExecution" } = body;
  const inner = explain as Doc;
  if (!VERBOSITIES.includes(String(verbosity))) throw new MongoError(2, `'${verbosity}' is not a verbosity`);
  const [name = ""] = Object.keys(inner);
  const filter = FILTERS.get(name);
  if (!filter && name !== "aggregate") throw new MongoError(20, `Cannot explain cmd: ${name}`);
  const statements = inner.updates ?? inner.deletes;
  const asked = (Array.isArray(statements) ? statements[0] : inner) as Doc;
  if (filter && !isDocument(asked?.[filter] ?? {})) throw new MongoError(14, `'${filter}' is the wrong type`);
  if (!filter) compilePipeline(inner.pipeline, Object.keys((inner.let ?? {}) as Doc));
  const query = filter ? toQuery(asked, filter) : pushDown(inner.pipeline as Doc[], inner).query;
  checkQuery(query);
  const ns = `${db}.${inner[name]}`;
  const collection = databases.find(ns);
  const planned = collection && planQuery(collection, query);
  const reply = explained(ns, planned);
  if (verbosity === "queryPlanner") return reply;
  let nReturned = 0;
  if (planned) await eachInTurns(await results(collection, planned), (doc) => void (doc && nReturned++));
  const { keys = 0, docs = 0 } = planned?.counters ?? {};
  const executionStages = { ...((reply.queryPlanner as Doc).winningPlan as Doc), nReturned };
  const read = { totalKeysExamined: keys, totalDocsExamined: docs };
  return { ...reply, executionStats: { executionSuccess: true, nReturned, ...read, executionStages } };
}
