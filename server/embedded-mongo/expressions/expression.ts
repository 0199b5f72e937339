import { MongoError, notImplemented } from "../errors.ts";
import { type Doc, isDocument } from "../values.ts";
import { arrayOperators } from "./arrays.ts";
import { typeOperators } from "./conversions.ts";
import { dateMathOperators } from "./date-math.ts";
import { dateOperators } from "./dates.ts";
import { checkVariable, pathParts, valueAt } from "./field-paths.ts";
import { logicOperators } from "./logic.ts";
import { arithmeticOperators } from "./numbers.ts";
import { objectOperators } from "./objects.ts";
import { setOperators } from "./sets.ts";
import { textOperators } from "./texts.ts";

/** An expression that was checked: computes from a document ($$ROOT) and the variables in scope. */
export type Expression = (doc: unknown, variables: Doc) => unknown;
export type Compile = (expression: unknown, more?: string[]) => Expression;
export type Operator = (argument: unknown, compile: Compile, name: string) => Expression;

const fail = (code: number, message: string) => new MongoError(code, message);
const SYSTEM = ["ROOT", "CURRENT", "NOW", "REMOVE", "DESCEND", "PRUNE", "KEEP"];
const NOT_OURS = ["$function", "$accumulator", "$meta", "$toHashedIndexKey", "$encStrContains", "$where"];

const OPERATORS: Record<string, Operator> = {
  ...logicOperators,
  ...arithmeticOperators,
  ...arrayOperators,
  ...setOperators,
  ...objectOperators,
  ...textOperators,
  ...dateOperators,
  ...dateMathOperators,
  ...typeOperators,
};
export const isOperator = (name: string): boolean => Object.hasOwn(OPERATORS, name);

function variable(reference: string, known: readonly string[]): Expression {
  const [name, ...rest] = reference.split(".") as [string, ...string[]];
  if (rest.length > 0) pathParts(rest.join("."));
  if (!known.includes(name) && !SYSTEM.includes(name))
    throw fail(17276, `Use of undefined variable: ${name}`);
  if (name === "ROOT" || name === "CURRENT") return (doc) => valueAt(doc, rest);
  if (name === "REMOVE") return () => undefined;
  if (name === "DESCEND" || name === "PRUNE" || name === "KEEP") return () => `$$${name}`;
  return (_, variables) => valueAt(variables[name], rest);
}

/** Checks an expression, with MongoDB's codes for what is wrong; `known` are the variables it may use. */
export function compileExpression(expression: unknown, known: readonly string[] = []): Expression {
  const compile: Compile = (inner, more = []) => compileExpression(inner, [...known, ...more]);
  if (typeof expression === "string" && expression.startsWith("$$"))
    return variable(expression.slice(2), known);
  if (typeof expression === "string" && expression.startsWith("$")) {
    if (expression === "$") throw fail(16872, "'$' by itself is not a valid FieldPath");
    const parts = pathParts(expression.slice(1));
    return (doc) => valueAt(doc, parts);
  }
  if (Array.isArray(expression)) {
    const items = expression.map((item) => compile(item));
    return (doc, variables) => items.map((item) => item(doc, variables) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  const [first = "", ...more] = Object.keys(expression);
  if (first.startsWith("$")) {
    if (more.length > 0)
      throw fail(15983, "An object representing an expression must have exactly one field");
    if (NOT_OURS.includes(first)) throw notImplemented(first);
    if (!isOperator(first)) throw fail(168, `Unrecognized expression '${first}'`);
    return (OPERATORS[first] as Operator)(expression[first], compile, first);
  }
  const fields = Object.entries(expression).map(([name, value]) => {
    if (name.startsWith("$")) throw fail(16410, `FieldPath field names may not start with '$': ${name}`);
    if (name.includes(".")) throw fail(16412, `FieldPath field names may not contain '.': ${name}`);
    return [name, compile(value)] as const;
  });
  return (doc, variables) => {
    const out: Doc = {};
    for (const [name, value] of fields) {
      const result = value(doc, variables);
      if (result !== undefined) out[name] = result;
    }
    return out;
  };
}

/** The `let` of a command: constant expressions, computed once, and the clock all of it sees. */
export function computeVariables(given: Doc): Doc {
  const variables: Doc = { NOW: new Date() };
  for (const [name, value] of Object.entries(given)) {
    checkVariable(name);
    variables[name] = compileExpression(value, Object.keys(variables))({}, variables) ?? null;
  }
  return variables;
}
