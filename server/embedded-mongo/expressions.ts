import { isMissing, isNamed, must, options, over } from "./arguments.ts";
import { notImplemented } from "./errors.ts";
import { checkVariable, isTruthy, pathParts, valueAt } from "./field-paths.ts";
import { valueOperators } from "./operators.ts";
import { comparator } from "./sorting.ts";
import { type Doc, isDocument } from "./values.ts";

/** An expression that was checked: computes from a document ($$ROOT) and the variables in scope. */
export type Expression = (doc: unknown, variables: Doc) => unknown;
export type Compile = (expression: unknown, more?: string[]) => Expression;
export type Operator = (argument: unknown, compile: Compile, name: string) => Expression;

const SYSTEM = ["ROOT", "CURRENT", "NOW", "REMOVE", "DESCEND", "PRUNE", "KEEP"];
/** What MongoDB computes and neither mingo nor we do rightly. */
const REFUSED = `$accumulator $binarySize $bitAnd $bitNot $bitOr $bitXor $bsonSize $convert $dateFromParts
  $dateFromString $dateToParts $encStrContains $function $indexOfBytes $isoWeekYear $maxN $median $meta
  $minN $percentile $rand $setField $toDecimal $toHashedIndexKey $toUUID $tsIncrement $tsSecond
  $unsetField $week $where $zip`.split(/\s+/);

const all =
  (wanted: boolean): Operator =>
  (argument, compile) => {
    const items = [argument].flat().map((item) => compile(item));
    return (doc, variables) => wanted === items.every((item) => isTruthy(item(doc, variables)) === wanted);
  };

const cond: Operator = (argument, compile, name) => {
  const spec = "if:any then:any else:any";
  const parts = isDocument(argument) ? options<unknown[]>(spec, argument, 9, name) : [argument].flat();
  must(parts.length === 3, 16_020, "Expression $cond takes exactly 3 arguments");
  const [test, yes, no] = parts.map((part) => compile(part)) as [Expression, Expression, Expression];
  return (doc, variables) => (isTruthy(test(doc, variables)) ? yes : no)(doc, variables);
};

const choose: Operator = (argument, compile, name) => {
  const [given, last] = options<[unknown[], unknown]>("branches:array default:any?", argument, 9, name);
  must(given.length > 0, 40_068, "$switch requires at least one branch.");
  const branches = given.map((branch) =>
    options<unknown[]>("case:any then:any", branch, 9, name).map((part) => compile(part)),
  );
  const otherwise = last === undefined ? undefined : compile(last);
  return (doc, variables) => {
    const chosen = branches.find(([test]) => isTruthy(test?.(doc, variables)))?.[1] ?? otherwise;
    must(chosen, 40_066, "$switch could not find a matching branch, and no default was specified");
    return chosen(doc, variables);
  };
};

/** Variables of `let`, each computed from those outside. */
export function compileVariables(given: Doc, compile: Compile): (doc: unknown, variables: Doc) => Doc {
  Object.keys(given).forEach(checkVariable);
  const values = Object.entries(given).map(([name, value]) => [name, compile(value)] as const);
  return (doc, variables) => Object.fromEntries(values.map(([name, value]) => [name, value(doc, variables)]));
}

const letIn: Operator = (argument, compile, name) => {
  const [given, body] = options<[Doc, unknown]>("vars:object in:any", argument, 9, name);
  const [values, run] = [compileVariables(given, compile), compile(body, Object.keys(given))];
  return (doc, variables) => run(doc, { ...variables, ...values(doc, variables) });
};

type Each = (items: unknown[], run: (item: unknown, more?: Doc) => unknown, initial: unknown) => unknown;

/** What goes through an array, an expression being computed of each item; null where there is no array. */
const through =
  (spec: string, code: number, each: Each): Operator =>
  (argument, compile, name) => {
    const [given, body, last] = options<unknown[]>(spec, argument, 9, name);
    const folds = spec.endsWith("initialValue:any");
    const as = folds ? "this" : (last ?? "this");
    checkVariable(as);
    const [input, run] = [compile(given), compile(body, folds ? [as, "value"] : [as])];
    const first = compile(folds ? last : null);
    return (doc, variables) => {
      const items = input(doc, variables);
      if (isMissing(items)) return null;
      must(Array.isArray(items), code, `input to ${name} must be an array`);
      const compute = (item: unknown, more?: Doc) => run(doc, { ...variables, ...more, [as]: item });
      return each(items, compute, first(doc, variables));
    };
  };

const fieldOf = over("field:string! input:any", 5_654_601, (field: string, input: unknown) =>
  isDocument(input) ? valueAt(input, [field]) : input === null ? null : undefined,
);

const OPERATORS: Record<string, Operator> = {
  ...valueOperators,
  $and: all(true),
  $or: all(false),
  $cond: cond,
  $switch: choose,
  $let: letIn,
  $literal: (argument) => () => argument,
  $const: (argument) => () => argument,
  $map: through("input:any in:any as:string?", 16_883, (items, run) =>
    items.map((item) => run(item) ?? null),
  ),
  $filter: through("input:any cond:any as:string? limit:refused?", 28_651, (items, run) =>
    items.filter((item) => isTruthy(run(item))),
  ),
  $reduce: through("input:any in:any initialValue:any", 40_080, (items, run, initial) =>
    items.reduce((value, item) => run(item, { value }), initial),
  ),
  $sortArray: (argument, compile, name) => {
    const [input, sortBy] = options<unknown[]>("input:any sortBy:any", argument, 9, name);
    const order = comparator(sortBy, 2_942_507);
    return over("array", 2_942_504, (items: unknown[]) => [...items].sort(order))([input], compile, name);
  },
  $getField: (argument, compile, name) =>
    fieldOf({ input: "$$CURRENT", ...(isNamed(argument) ? argument : { field: argument }) }, compile, name),
};

/** Whether MongoDB has an expression of that name. */
export const isOperator = (name: string): boolean => Object.hasOwn(OPERATORS, name) || REFUSED.includes(name);

function variable(reference: string, known: readonly string[]): Expression {
  const [name, ...rest] = reference.split(".") as [string, ...string[]];
  if (rest.length > 0) pathParts(rest.join("."));
  must(known.includes(name) || SYSTEM.includes(name), 17_276, `Use of undefined variable: ${name}`);
  if (name === "ROOT" || name === "CURRENT") return (doc) => valueAt(doc, rest);
  if (name === "REMOVE") return () => undefined;
  if (["DESCEND", "PRUNE", "KEEP"].includes(name)) return () => `$$${name}`;
  return (_, variables) => valueAt(variables[name], rest);
}

/** Checks an expression, with MongoDB's codes for what is wrong; `known` are the variables it may use. */
export function compileExpression(expression: unknown, known: readonly string[] = []): Expression {
  const compile: Compile = (inner, more = []) => compileExpression(inner, [...known, ...more]);
  if (typeof expression === "string" && expression.startsWith("$")) {
    if (expression.startsWith("$$")) return variable(expression.slice(2), known);
    must(expression !== "$", 16_872, "'$' by itself is not a valid FieldPath");
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
    must(more.length === 0, 15_983, "An object representing an expression must have exactly one field");
    must(isOperator(first), 168, `Unrecognized expression '${first}'`);
    const operator = OPERATORS[first];
    if (!operator) throw notImplemented(first);
    return operator(expression[first], compile, first);
  }
  const fields = Object.entries(expression).map(([name, value]) => {
    must(pathParts(name).length === 1, 16_412, `FieldPath field names may not contain '.': ${name}`);
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
