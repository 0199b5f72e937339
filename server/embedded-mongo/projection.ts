import { MongoError, notImplemented } from "./errors.ts";
import { compileExpression, isOperator } from "./expressions/expression.ts";
import { pathParts } from "./expressions/field-paths.ts";
import { matches } from "./matcher.ts";
import { matchedPosition } from "./positional.ts";
import { type Doc, isDocument, isTrue, toNumber } from "./values.ts";

/** What a field becomes: from the document, from what it was when `shapes`. */
type Compute = { run: (doc: Doc, variables: Doc, current: unknown) => unknown; shapes: boolean };
type Tree = Map<string, boolean | Tree | Compute>;
export type Project = (doc: Doc, variables: Doc) => Doc;

const fail = (code: number, message: string) => new MongoError(code, message);

/**
 * A projection, of find (with `filter`: $slice, $elemMatch and `.$` are understood) or of $project: fields in
 * the document's order, computed ones after.
 */
export function compileProjection(spec: Doc, known: readonly string[], filter?: Doc): Project {
  const tree: Tree = new Map();
  let mode: boolean | undefined;
  let positional = false;

  const add = (path: string, leaf: boolean | Compute) => {
    let at = tree;
    const parts = pathParts(path);
    parts.forEach((part, i) => {
      const next = at.get(part);
      if (next !== undefined && (i === parts.length - 1 || !(next instanceof Map)))
        throw fail(
          next instanceof Map ? 31250 : 31249,
          `Path collision at ${path} remaining portion ${parts.slice(i).join(".")}`,
        );
      if (i === parts.length - 1) at.set(part, leaf);
      else {
        const child: Tree = (next as Tree | undefined) ?? new Map();
        at.set(part, child);
        at = child;
      }
    });
  };
  const choose = (path: string, include: boolean) => {
    if (path === "_id") return;
    if (mode !== undefined && mode !== include)
      throw include
        ? fail(31253, `Cannot do inclusion on field ${path} in exclusion projection`)
        : fail(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
    mode = include;
  };
  const compute = (path: string, expression: unknown) => {
    const [name] = isDocument(expression) ? Object.keys(expression) : [];
    if (name && !isOperator(name) && !["$function", "$accumulator"].includes(name))
      throw fail(31325, `Unknown expression ${name}`);
    if (mode === false && path !== "_id")
      throw fail(31252, "Cannot use an expression in an exclusion projection");
    choose(path, true);
    const run = compileExpression(expression, known);
    add(path, { run: (doc, variables) => run(doc, variables), shapes: false });
  };
  const shape = (path: string, run: Compute["run"]) => add(path, { run, shapes: true });
  const read = (path: string, value: unknown): void => {
    const [operator] = isDocument(value) ? Object.keys(value) : [];
    if (typeof value === "boolean" || toNumber(value) !== undefined) {
      if (filter && path.split(".").includes("$")) {
        if (!isTrue(value)) throw fail(31395, "positional projection cannot be used with exclusion");
        if (!path.endsWith(".$"))
          throw fail(31394, "As of 4.4, it's illegal to specify positional operator in the middle of a path");
        if (positional) throw fail(31276, "Cannot specify more than one positional projection per query.");
        positional = true;
        choose(path, true);
        shape(path.slice(0, -2), (doc, _, current) => atPosition(filter, doc, current));
        return;
      }
      choose(path, isTrue(value));
      add(path, isTrue(value));
    } else if (!isDocument(value)) compute(path, value);
    else if (filter && operator === "$elemMatch") {
      if (!isDocument(value.$elemMatch)) throw fail(31274, "elemMatch: Invalid argument, object required");
      choose(path, true);
      if (path.includes(".")) throw fail(31275, "Cannot use $elemMatch projection on a nested field.");
      const test = matches(
        { item: { $elemMatch: value.$elemMatch } },
        Object.fromEntries(known.map((name) => [name, null])),
      );
      shape(path, (_, __, current) => {
        const found = Array.isArray(current) ? current.find((item) => test({ item: [item] })) : undefined;
        return found === undefined ? undefined : [found];
      });
    } else if (filter && operator === "$slice") {
      const cut = slicer(value.$slice);
      if (cut) shape(path, cut);
      else compute(path, value);
    } else if (operator === "$meta") throw notImplemented("$meta");
    else if (operator?.startsWith("$")) compute(path, value);
    else if (operator === undefined)
      throw fail(51270, "An empty sub-projection is not a valid value. Found empty object at path");
    else for (const [key, child] of Object.entries(value)) read(`${path}.${key}`, child);
  };
  for (const [path, value] of Object.entries(spec)) read(path, value);
  const id = tree.get("_id");
  const including = mode ?? (id === true || (id !== undefined && id !== false));
  if (including && id === undefined) tree.set("_id", true);
  return (doc, variables) =>
    (including ? include(doc, tree, doc, variables) : exclude(doc, tree, doc, variables)) as Doc;
}

function include(value: unknown, tree: Tree, root: Doc, variables: Doc): unknown {
  if (Array.isArray(value)) {
    const kept = computes(tree) ? value : value.filter((item) => isDocument(item) || Array.isArray(item));
    return kept.map((item) => include(item, tree, root, variables));
  }
  const doc = isDocument(value) ? value : {};
  const out: Doc = {};
  for (const key of Object.keys(doc)) {
    const node = tree.get(key);
    if (node === true) out[key] = doc[key];
    else if (node instanceof Map) {
      if (isDocument(doc[key]) || Array.isArray(doc[key]))
        out[key] = include(doc[key], node, root, variables);
    } else if (typeof node === "object" && node.shapes) set(out, key, node.run(root, variables, doc[key]));
  }
  for (const [key, node] of tree) {
    if (typeof node === "boolean") continue;
    if (!(node instanceof Map)) {
      if (!node.shapes) set(out, key, node.run(root, variables, doc[key]));
    } else if (!(key in out) && computes(node)) out[key] = include({}, node, root, variables);
  }
  return out;
}

const computes = (tree: Tree): boolean =>
  [...tree.values()].some(
    (node) => typeof node === "object" && (node instanceof Map ? computes(node) : !node.shapes),
  );

function exclude(value: unknown, tree: Tree, root: Doc, variables: Doc): unknown {
  if (Array.isArray(value)) return value.map((item) => exclude(item, tree, root, variables));
  if (!isDocument(value)) return value;
  const out: Doc = {};
  for (const key of Object.keys(value)) {
    const node = tree.get(key);
    if (node === undefined || node === true) out[key] = value[key];
    else if (node instanceof Map) out[key] = exclude(value[key], node, root, variables);
    else if (node !== false) set(out, key, node.run(root, variables, value[key]));
  }
  return out;
}

const set = (out: Doc, key: string, value: unknown) => {
  if (value !== undefined) out[key] = value;
};

function atPosition(filter: Doc, doc: Doc, current: unknown): unknown {
  if (!Array.isArray(current)) return current;
  const position = matchedPosition(filter, doc);
  if (position === undefined || position >= current.length)
    throw fail(
      51246,
      "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
    );
  return [current[position]];
}

/** Undefined when it is not find's $slice but the expression of that name. */
function slicer(argument: unknown): Compute["run"] | undefined {
  const [first, second] = (Array.isArray(argument) ? argument : [argument]).map(toNumber);
  if (Array.isArray(argument) && toNumber(argument[0]) === undefined) return undefined;
  if (Array.isArray(argument) && argument.length !== 2)
    throw fail(28667, "Invalid $slice syntax: it takes a number or an array of two");
  if (first === undefined) throw fail(28667, "Invalid $slice syntax: it takes a number or an array of two");
  if (Array.isArray(argument) && (second === undefined || second <= 0))
    throw fail(28724, "Invalid $slice :: caused by :: First argument to $slice must be an array");
  return (_, __, current) => {
    if (!Array.isArray(current)) return current;
    if (second === undefined) return first < 0 ? current.slice(first) : current.slice(0, first);
    const from = first < 0 ? Math.max(0, current.length + first) : first;
    return current.slice(from, from + second);
  };
}
