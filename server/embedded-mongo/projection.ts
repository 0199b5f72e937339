import { must } from "./arguments.ts";
import { notImplemented } from "./errors.ts";
import { compileExpression, isOperator } from "./expressions.ts";
import { pathParts } from "./field-paths.ts";
import { matches } from "./matcher.ts";
import { matchedPosition } from "./positional.ts";
import { type Doc, isDocument, isTrue, toNumber } from "./values.ts";

/** What a field becomes: from the document, or when it `shapes` from what the field was. */
type Leaf = { run: (doc: Doc, variables: Doc, current: unknown) => unknown; shapes?: true };
type Node = boolean | Leaf | Tree;
type Tree = Map<string, Node>;
export type Project = (doc: Doc, variables: Doc) => Doc;

/** Puts a leaf into a tree of fields; refused where it would be below or above another. */
function addTo(tree: Tree, path: string, leaf: boolean | Leaf, code?: number): void {
  const parts = pathParts(path);
  const last = parts.pop() as string;
  let at = tree;
  for (const part of parts) {
    const next = at.get(part) ?? new Map();
    must(next instanceof Map, code ?? 31_249, `Path collision at ${path}`);
    at.set(part, next);
    at = next;
  }
  must(!at.has(last), code ?? (at.get(last) instanceof Map ? 31_250 : 31_249), `Path collision at ${path}`);
  at.set(last, leaf);
}

const computes = (node: Node): boolean =>
  node instanceof Map ? [...node.values()].some(computes) : typeof node === "object" && !node.shapes;

/** A value as the tree makes it: of what it does not name all is kept, or nothing. */
function shaped(value: unknown, tree: Tree, root: Doc, variables: Doc, keeps: boolean): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => shaped(item, tree, root, variables, keeps));
    return items.filter((item) => item !== undefined);
  }
  if (!isDocument(value) && !computes(tree)) return keeps ? value : undefined;
  const doc = isDocument(value) ? value : {};
  const out: Doc = keeps ? { ...doc } : {};
  const visit = (key: string, node: Node) => {
    let made: unknown;
    if (node === true) made = doc[key];
    else if (node instanceof Map) made = shaped(doc[key], node, root, variables, keeps);
    else if (node !== false) made = node.run(root, variables, doc[key]);
    if (made === undefined) delete out[key];
    else out[key] = made;
  };
  if (!keeps)
    for (const key of Object.keys(doc)) {
      const node = tree.get(key);
      const isBelow = isDocument(doc[key]) || Array.isArray(doc[key]);
      if (node !== undefined && (node instanceof Map ? isBelow : !computes(node))) visit(key, node);
    }
  for (const [key, node] of tree)
    if (keeps ? computes(node) || Object.hasOwn(doc, key) : computes(node) && !(key in out)) visit(key, node);
  return out;
}

/**
 * A projection, of find (with `filter`: $slice, $elemMatch and `.$` are understood) or of $project: fields in
 * the document's order, computed ones after.
 */
export function compileProjection(spec: Doc, known: readonly string[], filter?: Doc): Project {
  const tree: Tree = new Map();
  let mode: boolean | undefined;
  let positional = false;

  const choose = (path: string, include: boolean) => {
    if (path === "_id") return;
    const isMixed = mode !== undefined && mode !== include;
    must(!isMixed, include ? 31_253 : 31_254, `${path} is both kept and dropped by the projection`);
    mode = include;
  };
  const shape = (path: string, run: Leaf["run"]) => addTo(tree, path, { run, shapes: true });
  const readFlag = (path: string, include: boolean) => {
    choose(path, include);
    if (!filter || !path.split(".").includes("$")) return addTo(tree, path, include);
    must(include, 31_395, "positional projection cannot be used with exclusion");
    must(path.indexOf("$") === path.length - 1, 31_394, "the positional operator ends the path");
    must(!positional, 31_276, "Cannot specify more than one positional projection per query.");
    positional = true;
    return shape(path.slice(0, -2), (doc, _, current) => atPosition(filter, doc, current));
  };
  const read = (path: string, value: unknown): void => {
    const [name, argument] = isDocument(value) ? (Object.entries(value)[0] ?? []) : [];
    if (typeof value === "boolean" || toNumber(value) !== undefined) readFlag(path, isTrue(value));
    else if (isDocument(value) && !name?.startsWith("$")) {
      must(name !== undefined, 51_270, `An empty sub-projection is not a valid value: ${path}`);
      for (const [key, child] of Object.entries(value)) read(`${path}.${key}`, child);
    } else if (filter && name === "$elemMatch") {
      choose(path, true);
      shape(path, firstOf(path, argument, known));
    } else if (filter && name === "$slice" && !isSliceOfValues(argument)) shape(path, slicer(argument));
    else {
      if (name === "$meta") throw notImplemented(name);
      must(name === undefined || isOperator(name), 31_325, `Unknown expression ${name}`);
      must(mode !== false || path === "_id", 31_252, "Cannot use an expression in an exclusion projection");
      choose(path, true);
      addTo(tree, path, { run: compileExpression(value, known) });
    }
  };
  for (const [path, value] of Object.entries(spec)) read(path, value);
  const id = tree.get("_id");
  const including = mode ?? (id ?? false) !== false;
  if (including && id === undefined) tree.set("_id", true);
  return (doc, variables) => shaped(doc, tree, doc, variables, !including) as Doc;
}

/** The fields of $addFields, `{a: {b: 1}}` being `{"a.b": 1}`. */
export function compileFields(spec: Doc, known: readonly string[]): Project {
  const tree: Tree = new Map();
  const read = (path: string, value: unknown): void => {
    const fields = isDocument(value) ? Object.entries(value) : [];
    if (fields[0] && !fields[0][0].startsWith("$"))
      for (const [key, child] of fields) read(`${path}.${key}`, child);
    else addTo(tree, path, { run: compileExpression(value, known) }, 40_176);
  };
  for (const [path, value] of Object.entries(spec)) read(path, value);
  return (doc, variables) => shaped(doc, tree, doc, variables, true) as Doc;
}

function atPosition(filter: Doc, doc: Doc, current: unknown): unknown {
  if (!Array.isArray(current)) return current;
  const position = matchedPosition(filter, doc) ?? current.length;
  must(position < current.length, 51_246, "positional operator '.$' couldn't find a matching element");
  return [current[position]];
}

/** find's $elemMatch: the first item that matches. */
function firstOf(path: string, condition: unknown, known: readonly string[]): Leaf["run"] {
  must(isDocument(condition), 31_274, "elemMatch: Invalid argument, object required");
  must(!path.includes("."), 31_275, "Cannot use $elemMatch projection on a nested field.");
  const variables = Object.fromEntries(known.map((name) => [name, null]));
  const test = matches({ item: { $elemMatch: condition } }, variables);
  return (_, __, current) => {
    const found = Array.isArray(current) ? current.filter((item) => test({ item: [item] })) : [];
    return found.length > 0 ? found.slice(0, 1) : undefined;
  };
}

/** Whether $slice is the expression of that name, which cuts the array it is given. */
const isSliceOfValues = (argument: unknown): boolean =>
  Array.isArray(argument) && toNumber(argument[0]) === undefined;

/** find's $slice: how many from the start or the end, or where from and how many. */
function slicer(argument: unknown): Leaf["run"] {
  const [first, count] = [argument].flat().map(toNumber);
  const isRight = first !== undefined && (!Array.isArray(argument) || argument.length === 2);
  must(isRight, 28_667, "Invalid $slice syntax: it takes a number or an array of two");
  must(!Array.isArray(argument) || (count ?? 0) > 0, 28_724, "Invalid $slice: how many must be positive");
  const from = count === undefined ? Math.min(first, 0) : first;
  return (_, __, current) => {
    if (!Array.isArray(current)) return current;
    const start = from < 0 ? Math.max(0, current.length + from) : from;
    return current.slice(start, start + (count ?? Math.abs(first)));
  };
}
