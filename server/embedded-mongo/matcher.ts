import { BSONRegExp } from "bson";
import { Context } from "mingo/core";
import { $expr } from "mingo/operators/query/evaluation";
import * as logical from "mingo/operators/query/logical";
import { Query } from "mingo/query";
import { ofType } from "./bson-types.ts";
import { compare, RANK, rank, same, text } from "./compare.ts";
import { MongoError, notImplemented } from "./errors.ts";
import { accumulators, checkExpression, expressions } from "./expressions.ts";
import { identity } from "./keys.ts";
import { anyValue } from "./paths.ts";
import { type Doc, isDocument, isTrue, tag, toNumber, toRegExp } from "./values.ts";

export type Predicate = (doc: unknown) => boolean;
type Test = (value: unknown) => boolean;

const bad = (message: string, code = 2) => new MongoError(code, message);

function equals(argument: unknown): Test {
  if (argument === null || argument === undefined) return (value) => value === null || value === undefined;
  if (tag(argument) === "BSONRegExp") {
    const pattern = toRegExp(argument as BSONRegExp);
    return (value) => (rank(value) === RANK.string ? pattern.test(text(value)) : same(value, argument));
  }
  if (typeof argument === "string")
    return (value) => value === argument || (tag(value) !== undefined && same(value, argument));
  return (value) => value !== undefined && same(value, argument);
}

/** $lt and its kin compare within one type; MinKey and MaxKey compare with all. */
function ordered(argument: unknown, accepts: (order: number) => boolean): Test {
  const kind = rank(argument);
  if (kind === RANK.null) return (value) => rank(value) === RANK.null && accepts(0);
  if (kind === RANK.minKey || kind === RANK.maxKey) return (value) => accepts(compare(value, argument));
  if (Number.isNaN(toNumber(argument))) return (value) => accepts(0) && Number.isNaN(toNumber(value));
  return (value) =>
    rank(value) === kind && !Number.isNaN(toNumber(value)) && accepts(compare(value, argument));
}

function oneOf(list: unknown[]): Test {
  const plain = list.filter((item) => tag(item) !== "BSONRegExp");
  const tests = list.filter((item) => tag(item) === "BSONRegExp").map(equals);
  if (plain.length < 8) tests.push(...plain.map(equals));
  else {
    const known = new Set(plain.map((item) => identity(item ?? null)));
    tests.push((value) => known.has(identity(value ?? null)));
  }
  return (value) => tests.some((test) => test(value));
}

function mod(argument: unknown): Test {
  if (!Array.isArray(argument) || argument.length !== 2)
    throw bad("malformed mod, needs to be an array of two elements");
  const [divisor, remainder] = argument.map((n) => Math.trunc(toNumber(n) ?? Number.NaN));
  if (!divisor || Number.isNaN(remainder)) throw bad("divisor cannot be 0");
  return (value) => Math.trunc(toNumber(value) ?? Number.NaN) % divisor === remainder;
}

function elemMatch(argument: unknown): Test {
  if (!isDocument(argument)) throw bad("$elemMatch needs an Object");
  const [first] = Object.keys(argument);
  const byValue = first?.startsWith("$") && !["$and", "$or", "$nor", "$expr"].includes(first);
  const test = byValue ? matches({ "": argument }) : matches(argument);
  return (value) =>
    Array.isArray(value) &&
    value.some((item) =>
      byValue ? test({ "": item }) : (isDocument(item) || Array.isArray(item)) && test(item),
    );
}

const size = (argument: unknown): Test => {
  const wanted = toNumber(argument);
  if (wanted === undefined || !Number.isInteger(wanted) || wanted < 0)
    throw bad("Failed to parse $size. Expected a non-negative integer");
  return (value) => Array.isArray(value) && value.length === wanted;
};

function bits(argument: unknown, accepts: (found: bigint, mask: bigint) => boolean): Test {
  const given = Array.isArray(argument)
    ? argument.map((n) => 1n << BigInt(toNumber(n) ?? -1))
    : [BigInt(toNumber(argument) ?? -1)];
  const mask = given.reduce((all, bit) => all | bit, 0n);
  if (mask < 0n) throw bad("bit mask must be non-negative");
  return (value) => {
    const number = tag(value) === "Long" ? undefined : toNumber(value);
    if (number === undefined ? tag(value) !== "Long" : !Number.isSafeInteger(number)) return false;
    return accepts(BigInt(String(number ?? value)) & mask, mask);
  };
}

const array = (name: string, argument: unknown): unknown[] => {
  if (!Array.isArray(argument)) throw bad(`${name} needs an array`);
  return argument;
};

type Operator = { test: (argument: unknown) => Test; expand?: false; negate?: true };
const OPERATORS: Record<string, Operator> = {
  $eq: { test: equals },
  $ne: { test: equals, negate: true },
  $matches: { test: equals },
  $gt: { test: (a) => ordered(a, (o) => o > 0) },
  $gte: { test: (a) => ordered(a, (o) => o >= 0) },
  $lt: { test: (a) => ordered(a, (o) => o < 0) },
  $lte: { test: (a) => ordered(a, (o) => o <= 0) },
  $in: { test: (a) => oneOf(array("$in", a)) },
  $nin: { test: (a) => oneOf(array("$nin", a)), negate: true },
  $exists: { test: (a) => (value) => (value !== undefined) === isTrue(a), expand: false },
  $type: { test: ofType },
  $mod: { test: mod },
  $size: { test: size, expand: false },
  $elemMatch: { test: elemMatch, expand: false },
  $bitsAllSet: { test: (a) => bits(a, (found, mask) => found === mask) },
  $bitsAnySet: { test: (a) => bits(a, (found) => found !== 0n) },
  $bitsAllClear: { test: (a) => bits(a, (found) => found === 0n) },
  $bitsAnyClear: { test: (a) => bits(a, (found, mask) => found !== mask) },
};

function compile(path: string, name: string, argument: unknown): Predicate {
  const parts = path.split(".");
  if (name === "$all") {
    const all = array("$all", argument).map((item) =>
      isDocument(item) && "$elemMatch" in item
        ? compile(path, "$elemMatch", item.$elemMatch)
        : compile(path, "$eq", item),
    );
    return (doc) => all.length > 0 && all.every((test) => test(doc));
  }
  if (name === "$exists" && !isTrue(argument)) {
    const exists = compile(path, "$exists", true);
    return (doc) => !exists(doc);
  }
  const operator = OPERATORS[name] as Operator;
  const test = operator.test(argument);
  const expand = operator.expand !== false;
  const found = (doc: unknown) => anyValue(doc, parts, expand, test);
  return operator.negate ? (doc) => !found(doc) : found;
}

const queryOperators = Object.fromEntries(
  [...Object.keys(OPERATORS), "$all"].map((name) => [
    name,
    (path: string, argument: unknown) => compile(path, name, argument),
  ]),
);

/** mingo's logic over our operators: mingo's own compare by JavaScript's rules, not by BSON's. */
export const context = Context.init({
  query: { ...logical, $expr, ...queryOperators },
  expression: expressions,
  accumulator: accumulators,
});

function operators(path: string, given: Doc): Doc {
  const out: Doc = {};
  for (const [name, argument] of Object.entries(given)) {
    if (name === "$options") {
      if (!("$regex" in given)) throw bad("$options needs a $regex");
    } else if (name === "$regex") {
      const regex = tag(argument) === "BSONRegExp" ? (argument as BSONRegExp) : undefined;
      if (!regex && typeof argument !== "string") throw bad("$regex has to be a string");
      const options = String(given.$options ?? regex?.options ?? "");
      // The constructor refuses them too, without MongoDB's code.
      if (/[^imsux]/.test(options)) throw bad(`invalid flag in regex options: ${options}`, 51108);
      out.$matches = new BSONRegExp(regex?.pattern ?? (argument as string), options);
    } else if (name === "$not") {
      const isRegex = tag(argument) === "BSONRegExp";
      if (!isRegex && !isDocument(argument)) throw bad("$not needs a regex or a document");
      out.$not = isRegex ? { $eq: argument } : operators(path, argument as Doc);
    } else if (name in OPERATORS && name !== "$matches") out[name] = argument;
    else if (name === "$all") out[name] = argument;
    else if (name.startsWith("$near") || name.startsWith("$geo")) throw notImplemented(`${name} in a filter`);
    else throw bad(`unknown operator: ${name}`);
  }
  return out;
}

const UNSUPPORTED = new Set(["$where", "$text", "$jsonSchema", "$alwaysTrue", "$alwaysFalse", "$sampleRate"]);

/** A filter checked and put in one shape: every condition an operator. Unknown ones get MongoDB's codes. */
export function normalize(filter: Doc): Doc {
  const out: Doc = {};
  for (const [key, value] of Object.entries(filter)) {
    if (key === "$and" || key === "$or" || key === "$nor") {
      if (!Array.isArray(value) || value.length === 0) throw bad(`${key} must be a nonempty array`);
      if (!value.every(isDocument)) throw bad(`${key} argument's entries must be objects`);
      out[key] = value.map(normalize);
    } else if (key === "$expr") {
      checkExpression(value);
      out[key] = value;
    } else if (UNSUPPORTED.has(key)) throw notImplemented(`${key} in a filter`);
    else if (key.startsWith("$") && key !== "$comment") throw bad(`unknown top level operator: ${key}`);
    else if (key !== "$comment") {
      const first = isDocument(value) ? Object.keys(value)[0] : undefined;
      const isOperators = first?.startsWith("$") && first !== "$ref" && first !== "$id" && first !== "$db";
      out[key] = isOperators ? operators(key, value as Doc) : { $eq: value };
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
