import { BSONRegExp } from "bson";
import { Context } from "mingo/core";
import * as logical from "mingo/operators/query/logical";
import { Query } from "mingo/query";
import { MongoError, notImplemented } from "./errors.ts";
import { compileExpression } from "./expressions/expression.ts";
import { isTruthy } from "./expressions/logic.ts";
import { isOperatorName, isRegex, queryOperators } from "./query-operators.ts";
import { type Doc, isDocument } from "./values.ts";

export type Predicate = (doc: unknown) => boolean;

const bad = (message: string, code = 2) => new MongoError(code, message);

function $expr(_: string, expression: unknown, { variables = {} }: { variables?: Doc }): Predicate {
  const run = compileExpression(expression, Object.keys(variables));
  return (doc) => isTruthy(run(doc, variables));
}

/** mingo's logic over our operators: mingo's own compare by JavaScript's rules, not by BSON's. */
const context = Context.init({ query: { ...logical, $expr, ...queryOperators } });

const NOT_OURS = /^\$(where|text|jsonSchema|sampleRate|always\w+|bits\w+|near|nearSphere|geo\w+)$/;
const unknown = (name: string): MongoError =>
  NOT_OURS.test(name) ? notImplemented(`${name} in a filter`) : bad(`unknown operator: ${name}`);

function toRegex({ $regex, $options = "" }: Doc): BSONRegExp {
  const { pattern, options } = isRegex($regex) ? ($regex as BSONRegExp) : { pattern: $regex, options: "" };
  if (typeof pattern !== "string" || pattern.includes("\0") || typeof $options !== "string")
    throw bad("$regex and $options take strings");
  if ($options && options) throw bad("options set in both $regex and $options", 51075);
  // The constructor refuses them too, without MongoDB's code.
  if (/[^imsux]/.test($options || options)) throw bad("invalid flag in regex options", 51108);
  return new BSONRegExp(pattern, $options || options);
}

function operators(given: Doc): Doc {
  const out: Doc = {};
  for (const [name, argument] of Object.entries(given)) {
    if (isRegex(argument) && /^\$(ne|[gl]te?)$/.test(name)) throw bad(`Can't have a regex as arg to ${name}`);
    if (name === "$comment" || (name === "$options" && "$regex" in given)) continue;
    if (name === "$regex") out.$matches = toRegex(given);
    else if (name === "$not") {
      if (isRegex(argument)) out.$not = { $matches: argument };
      else if (isDocument(argument) && Object.keys(argument).length > 0) out.$not = operators(argument);
      else throw bad("$not needs a regex or a document");
    } else if (Object.hasOwn(queryOperators, name) && name !== "$matches") out[name] = argument;
    else throw unknown(name);
  }
  return out;
}

/** A filter checked and put in one shape: every condition an operator. Unknown ones get MongoDB's codes. */
export function normalize(filter: Doc): Doc {
  const out: Doc = {};
  for (const [key, value] of Object.entries(filter)) {
    if (key === "$comment") continue;
    if (key === "$and" || key === "$or" || key === "$nor") {
      if (!Array.isArray(value) || value.length === 0 || !value.every(isDocument))
        throw bad(`${key} must be a nonempty array of objects`);
      out[key] = value.map(normalize);
    } else if (key === "$expr") out[key] = value;
    else if (key.startsWith("$")) throw unknown(key);
    else if (isDocument(value) && isOperatorName(Object.keys(value)[0])) out[key] = operators(value);
    else out[key] = isRegex(value) ? { $matches: value } : { $eq: value };
  }
  return out;
}

export const matches = (filter: Doc, variables: Doc = {}): Predicate =>
  compiled(normalize(filter), variables);

/** The predicate of a filter that `normalize` returned. */
export function compiled(filter: Doc, variables: Doc = {}): Predicate {
  const query = new Query(filter, { context, variables });
  return (doc) => query.test(doc as Doc);
}
