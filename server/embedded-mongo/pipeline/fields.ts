import { MongoError } from "../errors.ts";
import { fieldsOf } from "../expressions/arguments.ts";
import { compileExpression, type Expression } from "../expressions/expression.ts";
import { pathParts } from "../expressions/field-paths.ts";
import { compileProjection } from "../projection.ts";
import { type Doc, isDocument } from "../values.ts";
import type { Stage } from "./pipeline.ts";

const fail = (code: number, message: string) => new MongoError(code, message);
type Tree = Map<string, Tree | Expression>;

/** Fields of $addFields as a tree: `{a: {b: 1}}` is `{"a.b": 1}`. */
function fieldTree(spec: Doc, known: readonly string[]): Tree {
  const tree: Tree = new Map();
  const add = (path: string[], value: unknown): void => {
    const [first] = isDocument(value) ? Object.keys(value) : [];
    if (isDocument(value) && first !== undefined && !first.startsWith("$")) {
      for (const [key, child] of Object.entries(value)) add([...path, ...pathParts(key)], child);
      return;
    }
    let at = tree;
    path.forEach((part, i) => {
      const next = at.get(part);
      if (next !== undefined && (i === path.length - 1 || typeof next === "function"))
        throw fail(40_176, `specification contains two conflicting paths: ${path.join(".")}`);
      if (i === path.length - 1) at.set(part, compileExpression(value, known));
      else {
        const child: Tree = (next as Tree | undefined) ?? new Map();
        at.set(part, child);
        at = child;
      }
    });
  };
  for (const [path, value] of Object.entries(spec)) add(pathParts(path), value);
  return tree;
}

function added(value: unknown, tree: Tree, root: Doc, variables: Doc): unknown {
  if (Array.isArray(value)) return value.map((item) => added(item, tree, root, variables));
  const out: Doc = isDocument(value) ? { ...value } : {};
  for (const [key, node] of tree) {
    const next = typeof node === "function" ? node(root, variables) : added(out[key], node, root, variables);
    if (next === undefined) delete out[key];
    else out[key] = next;
  }
  return out;
}

const addFields: Stage = (spec, { known }) => {
  if (!isDocument(spec)) throw fail(40_272, "$addFields specification stage must be an object");
  if (Object.keys(spec).length === 0)
    throw fail(40_177, "Invalid $addFields :: caused by :: specification must have at least one field");
  const tree = fieldTree(spec, known);
  return (docs, { variables }) => docs.map((doc) => added(doc, tree, doc, variables) as Doc);
};

/** Sets a path that $lookup and $graphLookup fill. */
export const placed = (doc: Doc, path: string[], value: unknown): Doc =>
  added(
    doc,
    path.reduceRight<Tree | Expression>(
      (inner, part) => new Map([[part, inner]]),
      () => value,
    ) as Tree,
    doc,
    {},
  ) as Doc;

const project: Stage = (spec, { known }) => {
  if (!isDocument(spec)) throw fail(15_969, "$project specification must be an object");
  if (Object.keys(spec).length === 0)
    throw fail(
      51_272,
      "Invalid $project :: caused by :: projection specification must have at least one field",
    );
  const projection = compileProjection(spec, known);
  return (docs, { variables }) => docs.map((doc) => projection(doc, variables));
};

const unset: Stage = (argument) => {
  const fields = [argument].flat();
  if (typeof argument !== "string" && !Array.isArray(argument))
    throw fail(31_002, "$unset specification must be a string or an array");
  if (fields.length === 0)
    throw fail(31_119, "$unset specification must be a string or an array with at least one field");
  if (fields.some((field) => typeof field !== "string"))
    throw fail(31_120, "$unset specification must be a string or an array containing only string values");
  const projection = compileProjection(Object.fromEntries(fields.map((field) => [field, 0])), []);
  return (docs) => docs.map((doc) => projection(doc, {}));
};

const replaceWith: Stage = (argument, { known }) => {
  const root = compileExpression(argument, known);
  return (docs, { variables }) =>
    docs.map((doc) => {
      const value = root(doc, variables);
      if (!isDocument(value)) throw fail(40_228, "'newRoot' expression must evaluate to an object");
      return value;
    });
};

export const fieldStages: Record<string, Stage> = {
  $addFields: addFields,
  $set: addFields,
  $project: project,
  $unset: unset,
  $replaceWith: replaceWith,
  $replaceRoot: (argument, scope) => {
    const spec = fieldsOf(
      argument,
      ["newRoot"],
      [],
      { shape: 40_229, unknown: 40_230, missing: 40_231 },
      "$replaceRoot",
    );
    return replaceWith(spec.newRoot, scope);
  },
};
