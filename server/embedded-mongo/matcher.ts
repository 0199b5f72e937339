import { BSONRegExp } from "bson";
import { Context } from "mingo/core";
import * as logical from "mingo/operators/query/logical";
import { Query } from "mingo/query";
import { ofType, RANK, rank } from "./bson-types.ts";
import { compare, same } from "./compare.ts";
import { MongoError, notImplemented } from "./errors.ts";
import { compileExpression } from "./expressions.ts";
import { isTruthy } from "./field-paths.ts";
import { identity } from "./keys.ts";
import { anyValue } from "./paths.ts";
import { type Doc, isDocument, tag, toNumber, toRegExp } from "./values.ts";

export type Predicate = (value: unknown) => boolean;
type Operator = (path: string, argument: unknown) => Predicate;
const bad = (message: string, code = 2) => new MongoError(code, message);

/** The path of an element itself, in $elemMatch: no field has that name. */
const ELEMENT = "\0";

export const isRegex = (value: unknown): boolean => tag(value) === "BSONRegExp";
const isOperatorName = (name: string | undefined): boolean =>
  name?.startsWith("$") === true && !["$ref", "$id", "$db"].includes(name);
const firstName = (value: unknown): string | undefined =>
  isDocument(value) ? Object.keys(value)[0] : undefined;

function list(argument: unknown): unknown[] {
  if (!Array.isArray(argument)) throw bad("the operator needs an array");
  return argument;
}

/** Matches where a value at the path passes; arrays at its end offer their elements too, unless `whole`. */
const some =
  (toTest: (argument: unknown) => Predicate, whole = false): Operator =>
  (path, argument) => {
    const parts = path === ELEMENT ? [] : path.split(".");
    const test = toTest(argument);
    return (doc) => anyValue(doc, parts, !whole && path !== ELEMENT, test);
  };

const none =
  (operator: Operator): Operator =>
  (path, argument) => {
    const found = operator(path, argument);
    return (doc) => !found(doc);
  };

function equals(argument: unknown): Predicate {
  if (!isDocument(argument) && !Array.isArray(argument)) return (value) => same(value, argument);
  const key = identity(argument);
  return (value) => rank(value) === rank(argument) && identity(value) === key;
}

/** A pattern matches strings, and itself where it is stored. */
function like(argument: unknown): Predicate {
  const pattern = toRegExp(argument as BSONRegExp);
  return (value) => (rank(value) === RANK.string ? pattern.test(String(value)) : same(value, argument));
}

/** $lt and its kin compare within one type, NaN only with itself; MinKey and MaxKey compare with all. */
const ordered = (accepts: (order: number) => boolean) =>
  some((argument) => {
    const kind = rank(argument);
    if (kind === RANK.minKey || kind === RANK.maxKey) return (value) => accepts(compare(value, argument));
    const noNumber = (value: unknown) => kind === RANK.double && Number.isNaN(toNumber(value));
    return (value) =>
      rank(value) === kind && noNumber(value) === noNumber(argument) && accepts(compare(value, argument));
  });

function oneOf(argument: unknown): Predicate {
  const items = list(argument);
  if (items.some((item) => isOperatorName(firstName(item)))) throw bad("cannot nest $ under $in");
  const tests = items.filter(isRegex).map(like);
  const plain = items.filter((item) => !isRegex(item));
  const known = new Set(plain.map(identity));
  if (plain.length < 8) tests.push(...plain.map(equals));
  else tests.push((value) => known.has(identity(value)));
  return (value) => tests.some((test) => test(value));
}

function mod(argument: unknown): Predicate {
  const whole = (value: unknown) => Math.trunc(toNumber(value) ?? Number.NaN);
  const [divisor = 0, remainder, ...more] = list(argument).map(whole);
  if (divisor === 0 || !Number.isFinite(divisor) || !Number.isFinite(remainder) || more.length > 0)
    throw bad("$mod takes two numbers, and the divisor is not 0");
  return (value) => {
    const number = whole(value);
    if (Number.isFinite(number) && !Number.isSafeInteger(number))
      throw notImplemented("$mod of a number of more than 53 bits");
    return number % divisor === remainder;
  };
}

function size(argument: unknown): Predicate {
  const wanted = toNumber(argument) ?? -1;
  if (!Number.isInteger(wanted) || wanted < 0) throw bad("$size needs a whole number, not negative");
  return (value) => Array.isArray(value) && value.length === wanted;
}

function elemMatch(argument: unknown): Predicate {
  if (!isDocument(argument)) throw bad("$elemMatch needs an Object");
  const first = firstName(argument);
  if (first?.startsWith("$") && !["$and", "$or", "$nor"].includes(first)) {
    const test = matches({ [ELEMENT]: argument });
    return (value) => Array.isArray(value) && value.some(test);
  }
  const test = matches(argument);
  // An array among the elements is looked at as a document whose fields are its places.
  const matched = (item: unknown) =>
    Array.isArray(item) ? test({ ...item }) : isDocument(item) && test(item);
  return (value) => Array.isArray(value) && value.some(matched);
}

function all(path: string, argument: unknown): Predicate {
  const items = list(argument);
  const nested = items.filter((item) => isOperatorName(firstName(item)));
  if (nested.some((item) => firstName(item) !== "$elemMatch") || ![0, items.length].includes(nested.length))
    throw bad("no $ expressions in $all");
  const tests = items.map((item) => {
    if (nested.length > 0) return some(elemMatch, true)(path, (item as Doc).$elemMatch);
    return some(isRegex(item) ? like : equals)(path, item);
  });
  return (doc) => tests.length > 0 && tests.every((test) => test(doc));
}

const exists = some(() => (value) => value !== undefined, true);
const OPERATORS: Record<string, Operator> = {
  $eq: some(equals),
  $ne: none(some(equals)),
  $matches: some(like),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $in: some(oneOf),
  $nin: none(some(oneOf)),
  $exists: (path, argument) => (isTruthy(argument) ? exists : none(exists))(path, argument),
  $type: some(ofType),
  $mod: some(mod),
  $size: some(size, true),
  $elemMatch: some(elemMatch, true),
  $all: all,
};

function $expr(_: string, expression: unknown, { variables = {} }: { variables?: Doc }): Predicate {
  const run = compileExpression(expression, Object.keys(variables));
  return (doc) => isTruthy(run(doc, variables));
}

/** mingo's logic over our operators: mingo's own compare by JavaScript's rules, not by BSON's. */
const context = Context.init({ query: { ...logical, $expr, ...OPERATORS } });

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
    } else if (Object.hasOwn(OPERATORS, name) && name !== "$matches") out[name] = argument;
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
