import type { BSONRegExp } from "bson";
import { ofType, RANK, rank } from "./bson-types.ts";
import { compare, same } from "./compare.ts";
import { MongoError, notImplemented } from "./errors.ts";
import { isTruthy } from "./expressions/logic.ts";
import { identity } from "./keys.ts";
import { matches, type Predicate } from "./matcher.ts";
import { anyValue } from "./paths.ts";
import { type Doc, isDocument, tag, toNumber, toRegExp } from "./values.ts";

type Test = (value: unknown) => boolean;
type Operator = (path: string, argument: unknown) => Predicate;
const bad = (message: string, code = 2) => new MongoError(code, message);

/** The path of an element itself, in $elemMatch: no field has that name. */
const ELEMENT = "\0";

export const isRegex = (value: unknown): boolean => tag(value) === "BSONRegExp";
export const isOperatorName = (name: string | undefined): boolean =>
  name?.startsWith("$") === true && !["$ref", "$id", "$db"].includes(name);
const firstName = (value: unknown): string | undefined =>
  isDocument(value) ? Object.keys(value)[0] : undefined;

function list(argument: unknown): unknown[] {
  if (!Array.isArray(argument)) throw bad("the operator needs an array");
  return argument;
}

/** Matches where a value at the path passes; arrays at its end offer their elements too, unless `whole`. */
const some =
  (toTest: (argument: unknown) => Test, whole = false): Operator =>
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

function equals(argument: unknown): Test {
  if (!isDocument(argument) && !Array.isArray(argument)) return (value) => same(value, argument);
  const key = identity(argument);
  return (value) => rank(value) === rank(argument) && identity(value) === key;
}

/** A pattern matches strings, and itself where it is stored. */
function like(argument: unknown): Test {
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

function oneOf(argument: unknown): Test {
  const items = list(argument);
  if (items.some((item) => isOperatorName(firstName(item)))) throw bad("cannot nest $ under $in");
  const tests = items.filter(isRegex).map(like);
  const plain = items.filter((item) => !isRegex(item));
  const known = new Set(plain.map(identity));
  if (plain.length < 8) tests.push(...plain.map(equals));
  else tests.push((value) => known.has(identity(value)));
  return (value) => tests.some((test) => test(value));
}

function mod(argument: unknown): Test {
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

function size(argument: unknown): Test {
  const wanted = toNumber(argument) ?? -1;
  if (!Number.isInteger(wanted) || wanted < 0) throw bad("$size needs a whole number, not negative");
  return (value) => Array.isArray(value) && value.length === wanted;
}

function elemMatch(argument: unknown): Test {
  if (!isDocument(argument)) throw bad("$elemMatch needs an Object");
  const first = firstName(argument);
  if (first?.startsWith("$") && !["$and", "$or", "$nor", "$expr"].includes(first)) {
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
    if (nested.length > 0) return OPERATORS.$elemMatch(path, (item as Doc).$elemMatch);
    return OPERATORS[isRegex(item) ? "$matches" : "$eq"](path, item);
  });
  return (doc) => tests.length > 0 && tests.every((test) => test(doc));
}

const exists = some(() => (value) => value !== undefined, true);
const OPERATORS = {
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
} satisfies Record<string, Operator>;
export const queryOperators: Record<string, Operator> = OPERATORS;
