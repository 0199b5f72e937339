import { Long } from "bson";
import { must } from "./arguments.ts";
import { compileExpression, compileVariables } from "./expressions.ts";
import { pathParts, setter, valueAt } from "./field-paths.ts";
import { identity } from "./keys.ts";
import { anyValue } from "./paths.ts";
import type { Environment, Run, Scope } from "./stages.ts";
import type { Doc } from "./values.ts";

/** What a document offers to a join: the items of its arrays too, null where there is nothing. */
function offered(doc: Doc, parts: string[]): unknown[] {
  const values: unknown[] = [];
  anyValue(doc, parts, true, (value) => {
    if (!Array.isArray(value)) values.push(value ?? null);
    return false;
  });
  return values;
}

export const LOOKUP =
  "from:string as:string let:object? pipeline:array? localField:string? foreignField:string?";
type Lookup = [from: string, as: string, given?: Doc, pipeline?: unknown[], local?: string, foreign?: string];
export function lookup(
  [from, as, given = {}, pipeline, local, foreign]: Lookup,
  { known, compile }: Scope,
): Run {
  must(!local === !foreign, 9, "$lookup takes both localField and foreignField, or none");
  must(pipeline || local, 9, "$lookup takes a pipeline, or localField and foreignField");
  const variables = compileVariables(given, (value) => compileExpression(value, known));
  const [run, put] = [compile(pipeline ?? [], Object.keys(given)), setter(as)];
  const parts = local ? pathParts(local) : [];
  const filter = (doc: Doc) => (foreign ? { [foreign]: { $in: offered(doc, parts) } } : {});
  return (docs, { find, variables: outer }) =>
    docs.map((doc) => {
      const inner = { ...outer, ...variables(doc, outer) };
      return put(doc, run(find(from, filter(doc)), { find, variables: inner }));
    });
}

export const GRAPH = `from:string startWith:any connectFromField:string connectToField:string as:string
  maxDepth:natural? depthField:string? restrictSearchWithMatch:object?`;
type Graph = [string, unknown, string, string, string, number?, string?, Doc?];
export function graphLookup(
  [from, start, by, to, as, most = 1e9, depthField, filter = {}]: Graph,
  scope: Scope,
): Run {
  const [first, parts, put] = [compileExpression(start, scope.known), pathParts(by), setter(as)];
  const number = depthField === undefined ? (doc: Doc) => doc : setter(depthField);
  const reached = (doc: Doc, { variables, find }: Environment): Doc[] => {
    const seen = new Map<string, Doc>();
    let next = [first(doc, variables)].flat();
    for (let depth = 0; depth <= most && next.length > 0; depth++) {
      const wanted = { [to]: { $in: next.filter((value) => value !== undefined) } };
      const fresh = find(from, { $and: [wanted, filter] }).filter(({ _id }) => !seen.has(identity(_id)));
      for (const one of fresh) seen.set(identity(one._id), number(one, Long.fromNumber(depth)));
      next = fresh.flatMap((one) => [valueAt(one, parts)].flat());
    }
    return [...seen.values()];
  };
  return (docs, environment) => docs.map((doc) => put(doc, reached(doc, environment)));
}
