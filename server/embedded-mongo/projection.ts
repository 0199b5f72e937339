import { evalExpr } from "mingo/core";
import type { Options } from "mingo/types";
import { MongoError, notImplemented } from "./errors.ts";
import { checkExpression } from "./expressions.ts";
import { context, matches } from "./matcher.ts";
import { matchedPosition } from "./positional.ts";
import { type Doc, isDocument, isTrue, toNumber } from "./values.ts";

type Compute = (doc: Doc, current: unknown) => unknown;
type Tree = Map<string, boolean | Tree | Compute>;
export type Project = (doc: Doc) => Doc;

const fail = (code: number, message: string) => new MongoError(code, message);

/**
 * A projection, of find (with `filter`: $slice, $elemMatch and `.$` are understood) or of $project. mingo's
 * own sorts the fields by name; MongoDB keeps the document's order and puts computed fields after.
 */
export function compileProjection(spec: Doc, options: Partial<Options>, filter?: Doc): Project {
  const tree: Tree = new Map();
  const using = ("context" in options ? options : { ...options, context }) as Options;
  let mode: boolean | undefined;

  const add = (path: string, leaf: boolean | Compute) => {
    if (path.split(".").some((part) => part === ""))
      throw fail(40353, "FieldPath must not end with a '.' nor hold an empty name");
    let at = tree;
    const parts = path.split(".");
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
  const compute = (path: string, expression: unknown, include = true) => {
    checkExpression(expression);
    if (include) choose(path, true);
    add(path, (doc) => evalExpr(doc, expression, using));
  };
  const read = (path: string, value: unknown): void => {
    const [operator] = isDocument(value) ? Object.keys(value) : [];
    if (typeof value === "boolean" || toNumber(value) !== undefined) {
      if (path.endsWith(".$") && filter) {
        choose(path, true);
        add(path.slice(0, -2), (doc, current) => atPosition(filter, doc, current));
        return;
      }
      choose(path, isTrue(value));
      add(path, isTrue(value));
    } else if (!isDocument(value)) compute(path, value);
    else if (filter && operator === "$elemMatch") {
      choose(path, true);
      const test = matches({ item: { $elemMatch: value.$elemMatch } });
      add(path, (_, current) => {
        const found = Array.isArray(current) ? current.find((item) => test({ item: [item] })) : undefined;
        return found === undefined ? undefined : [found];
      });
    } else if (filter && operator === "$slice") add(path, slicer(value.$slice));
    else if (operator === "$meta") throw notImplemented("$meta");
    else if (operator?.startsWith("$")) compute(path, value);
    else if (operator === undefined)
      throw fail(51270, "An empty sub-projection is not a valid value. Found empty object at path");
    else for (const [key, child] of Object.entries(value)) read(`${path}.${key}`, child);
  };
  for (const [path, value] of Object.entries(spec)) read(path, value);
  const id = tree.get("_id");
  const including = mode ?? (id === true || (id !== undefined && id !== false));
  if (including && id === undefined) tree.set("_id", true);
  return (doc) => (including ? include(doc, tree, doc) : exclude(doc, tree, doc)) as Doc;
}

function include(value: unknown, tree: Tree, root: Doc): unknown {
  if (Array.isArray(value))
    return value
      .filter(
        (item) => typeof item === "object" && item !== null && (isDocument(item) || Array.isArray(item)),
      )
      .map((item) => include(item, tree, root));
  const doc = value as Doc;
  const out: Doc = {};
  for (const key of Object.keys(doc)) {
    const node = tree.get(key);
    if (node === true) out[key] = doc[key];
    else if (node instanceof Map) {
      if (isDocument(doc[key]) || Array.isArray(doc[key])) out[key] = include(doc[key], node, root);
    } else if (typeof node === "function" && node.length > 1) set(out, key, node(root, doc[key]));
  }
  for (const [key, node] of tree) {
    if (typeof node === "function" && node.length < 2) set(out, key, node(root, doc[key]));
    else if (node instanceof Map && !(key in out) && computes(node)) out[key] = include({}, node, root);
  }
  return out;
}

const computes = (tree: Tree): boolean =>
  [...tree.values()].some((node) => typeof node === "function" || (node instanceof Map && computes(node)));

function exclude(value: unknown, tree: Tree, root: Doc): unknown {
  if (Array.isArray(value)) return value.map((item) => exclude(item, tree, root));
  if (!isDocument(value)) return value;
  const out: Doc = {};
  for (const key of Object.keys(value)) {
    const node = tree.get(key);
    if (node === undefined || node === true) out[key] = value[key];
    else if (node instanceof Map) out[key] = exclude(value[key], node, root);
    else if (typeof node === "function") set(out, key, node(root, value[key]));
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

function slicer(argument: unknown): Compute {
  const [first, second] = (Array.isArray(argument) ? argument : [argument]).map(toNumber);
  if (first === undefined || (Array.isArray(argument) && (second === undefined || second <= 0)))
    throw fail(28724, "First argument to $slice must be a number; the second, when given, a positive one");
  return (_, current) => {
    if (!Array.isArray(current)) return current;
    if (second === undefined) return first < 0 ? current.slice(first) : current.slice(0, first);
    const from = first < 0 ? Math.max(0, current.length + first) : first;
    return current.slice(from, from + second);
  };
}
