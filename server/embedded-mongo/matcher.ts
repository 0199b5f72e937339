import { BSONRegExp } from "bson";
import { Context } from "mingo/core";
import * as logical from "mingo/operators/query/logical";
import { Query } from "mingo/query";
import { MongoError, notImplemented } from "./errors.ts";
import { compileExpression } from "./expressions/expression.ts";
import { isTruthy } from "./expressions/logic.ts";
import { isOperatorName, isRegex, OPERATORS, queryOperators } from "./query-operators.ts";
import { type Doc, isDocument, toNumber } from "./values.ts";

export type Predicate = (doc: unknown) => boolean;

const bad = (message: string, code = 2) => new MongoError(code, message);

function $expr(_: string, expression: unknown, { variables = {} }: { variables?: Doc }): Predicate {
  const run = compileExpression(expression, Object.keys(variables));
  return (doc) => isTruthy(run(doc, variables));
}

/** mingo's logic over our operators: mingo's own compare by JavaScript's rules, not by BSON's. */
const context = Context.init({ query: { ...logical, $expr, ...queryOperators } });

function operators(path: string, given: Doc): Doc {
  const out: Doc = {};
  for (const [name, argument] of Object.entries(given)) {
    if (name === "$options") {
      if (!("$regex" in given)) throw bad("$options needs a $regex");
    } else if (name === "$regex") {
      const regex = isRegex(argument) ? (argument as BSONRegExp) : undefined;
      if (!regex && typeof argument !== "string") throw bad("$regex has to be a string");
      if (given.$options !== undefined && typeof given.$options !== "string")
        throw bad("$options has to be a string");
      if (given.$options && regex?.options) throw bad("options set in both $regex and $options", 51075);
      const options = given.$options ?? regex?.options ?? "";
      // The constructor refuses them too, without MongoDB's code.
      if (/[^imsux]/.test(options)) throw bad(`invalid flag in regex options: ${options}`, 51108);
      out.$matches = new BSONRegExp(regex?.pattern ?? (argument as string), options);
    } else if (name === "$not") {
      if (!isRegex(argument) && !isDocument(argument)) throw bad("$not needs a regex or a document");
      if (isDocument(argument) && Object.keys(argument).length === 0) throw bad("$not cannot be empty");
      out.$not = isRegex(argument) ? { $matches: argument } : operators(path, argument as Doc);
    } else if (name === "$comment") continue;
    else if (name in OPERATORS && name !== "$matches") out[name] = argument;
    else if (name === "$all") out[name] = argument;
    else if (name.startsWith("$near") || name.startsWith("$geo")) throw notImplemented(`${name} in a filter`);
    else throw bad(`unknown operator: ${name}`);
  }
  return out;
}

const UNSUPPORTED = new Set(["$where", "$text", "$jsonSchema", "$sampleRate"]);

/** A filter checked and put in one shape: every condition an operator. Unknown ones get MongoDB's codes. */
export function normalize(filter: Doc): Doc {
  const out: Doc = {};
  for (const [key, value] of Object.entries(filter)) {
    if (key === "$and" || key === "$or" || key === "$nor") {
      if (!Array.isArray(value) || value.length === 0) throw bad(`${key} must be a nonempty array`);
      if (!value.every(isDocument)) throw bad(`${key} argument's entries must be objects`);
      out[key] = [...((out[key] ?? []) as Doc[]), ...value.map(normalize)];
    } else if (key === "$expr") out[key] = value;
    else if (key === "$alwaysTrue" || key === "$alwaysFalse") {
      if (toNumber(value) !== 1) throw bad(`${key} must be an integer value of 1`, 9);
      if (key === "$alwaysFalse") out.$nor = [...((out.$nor ?? []) as Doc[]), {}];
    } else if (UNSUPPORTED.has(key)) throw notImplemented(`${key} in a filter`);
    else if (key.startsWith("$") && key !== "$comment") throw bad(`unknown top level operator: ${key}`);
    else if (key !== "$comment") {
      const first = isDocument(value) ? Object.keys(value)[0] : undefined;
      if (isOperatorName(first)) out[key] = operators(key, value as Doc);
      else out[key] = isRegex(value) ? { $matches: value } : { $eq: value };
    }
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
