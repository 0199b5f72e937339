import type { Binary, BSONRegExp } from "bson";
import { ofType } from "./bson-types.ts";
import { compare, RANK, rank, same, text } from "./compare.ts";
import { MongoError } from "./errors.ts";
import { isTruthy } from "./expressions/logic.ts";
import { identity } from "./keys.ts";
import { matches, type Predicate } from "./matcher.ts";
import { anyValue } from "./paths.ts";
import { type Doc, isDocument, MAX_DOCUMENT, tag, toNumber, toRegExp } from "./values.ts";

type Test = (value: unknown) => boolean;
const bad = (message: string, code = 2) => new MongoError(code, message);

function equals(argument: unknown): Test {
  if (argument === null || argument === undefined) return (value) => value === null || value === undefined;
  if (typeof argument === "string")
    return (value) => value === argument || (tag(value) !== undefined && same(value, argument));
  return (value) => value !== undefined && same(value, argument);
}

/** A pattern matches strings, and itself where it is stored. */
function like(argument: unknown): Test {
  const pattern = toRegExp(argument as BSONRegExp);
  return (value) => (rank(value) === RANK.string ? pattern.test(text(value)) : same(value, argument));
}

export const isRegex = (value: unknown): boolean => tag(value) === "BSONRegExp";

/** $lt and its kin compare within one type; MinKey and MaxKey compare with all. */
function ordered(argument: unknown, accepts: (order: number) => boolean): Test {
  const kind = rank(argument);
  if (kind === RANK.regex) throw bad("Can't have RegEx as arg to predicate over a field");
  if (kind === RANK.null) return (value) => rank(value) === RANK.null && accepts(0);
  if (kind === RANK.minKey || kind === RANK.maxKey) return (value) => accepts(compare(value, argument));
  if (Number.isNaN(toNumber(argument))) return (value) => accepts(0) && Number.isNaN(toNumber(value));
  return (value) =>
    rank(value) === kind && !Number.isNaN(toNumber(value)) && accepts(compare(value, argument));
}

function oneOf(list: unknown[]): Test {
  if (list.some((item) => isDocument(item) && isOperatorName(Object.keys(item)[0])))
    throw bad("cannot nest $ under $in");
  const plain = list.filter((item) => !isRegex(item));
  const tests = list.filter(isRegex).map(like);
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
  if (
    divisor === undefined ||
    remainder === undefined ||
    !Number.isFinite(divisor) ||
    !Number.isFinite(remainder)
  )
    throw bad("malformed mod, divisor and remainder must be numbers");
  if (divisor === 0) throw bad("divisor cannot be 0");
  return (value) => Math.trunc(toNumber(value) ?? Number.NaN) % divisor === remainder;
}

function elemMatch(argument: unknown): Test {
  if (!isDocument(argument)) throw bad("$elemMatch needs an Object");
  const [first] = Object.keys(argument);
  const byValue = first?.startsWith("$") && !["$and", "$or", "$nor", "$expr"].includes(first);
  const test = byValue ? matches({ "": argument }) : matches(argument);
  // An array among the elements is looked at as a document whose fields are its places.
  const matched = (item: unknown) =>
    Array.isArray(item) ? test({ ...item }) : isDocument(item) && test(item);
  return (value) =>
    Array.isArray(value) && value.some((item) => (byValue ? test({ "": item }) : matched(item)));
}

const size = (argument: unknown): Test => {
  const wanted = toNumber(argument);
  if (wanted === undefined || !Number.isInteger(wanted) || wanted < 0)
    throw bad("Failed to parse $size. Expected a non-negative integer");
  return (value) => Array.isArray(value) && value.length === wanted;
};

const bytesToBits = (value: Binary): bigint =>
  [...value.buffer.subarray(0, value.position)].reduceRight((all, byte) => (all << 8n) | BigInt(byte), 0n);

const MOST_BITS = BigInt(8 * MAX_DOCUMENT);
/** No value has more bits than a document: what is beyond is the sign, wherever it is looked for. */
function position(at: bigint): bigint {
  if (at > 0x7fffffffn) throw bad("bit positions cannot be represented as a 32-bit signed integer");
  return at < MOST_BITS ? at : MOST_BITS;
}

function mask(argument: unknown): bigint {
  if (tag(argument) === "Binary") return bytesToBits(argument as Binary);
  const whole = (value: unknown, code: number): bigint => {
    const number = toNumber(value);
    if (number === undefined || !Number.isInteger(number) || number < 0)
      throw bad("bit positions and masks must be non-negative integers", code);
    return BigInt(number);
  };
  if (Array.isArray(argument))
    return argument.reduce<bigint>((all, at) => all | (1n << position(whole(at, 2))), 0n);
  if (toNumber(argument) === undefined) throw bad("takes an Array, a number, or a BinData");
  return whole(argument, 9);
}

function bits(argument: unknown, accepts: (found: bigint, mask: bigint) => boolean): Test {
  const wanted = mask(argument);
  return (value) => {
    if (tag(value) === "Binary") return accepts(bytesToBits(value as Binary) & wanted, wanted);
    const number = tag(value) === "Long" ? undefined : toNumber(value);
    if (number === undefined ? tag(value) !== "Long" : !Number.isSafeInteger(number)) return false;
    return accepts(BigInt(String(number ?? value)) & wanted, wanted);
  };
}

const array = (name: string, argument: unknown): unknown[] => {
  if (!Array.isArray(argument)) throw bad(`${name} needs an array`);
  return argument;
};

type Operator = { test: (argument: unknown) => Test; expand?: false; negate?: true };
export const OPERATORS: Record<string, Operator> = {
  $eq: { test: equals },
  $ne: {
    test: (a) => {
      if (isRegex(a)) throw bad("Can't have regex as arg to $ne.");
      return equals(a);
    },
    negate: true,
  },
  $matches: { test: like },
  $gt: { test: (a) => ordered(a, (o) => o > 0) },
  $gte: { test: (a) => ordered(a, (o) => o >= 0) },
  $lt: { test: (a) => ordered(a, (o) => o < 0) },
  $lte: { test: (a) => ordered(a, (o) => o <= 0) },
  $in: { test: (a) => oneOf(array("$in", a)) },
  $nin: { test: (a) => oneOf(array("$nin", a)), negate: true },
  $exists: { test: (a) => (value) => (value !== undefined) === isTruthy(a), expand: false },
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
    const first = (item: unknown) => (isDocument(item) ? Object.keys(item)[0] : undefined);
    const items = array("$all", argument);
    const nested = items.filter((item) => isOperatorName(first(item)));
    if (
      nested.some((item) => first(item) !== "$elemMatch") ||
      (nested.length > 0 && nested.length < items.length)
    )
      throw bad("no $ expressions in $all");
    const all = items.map((item) =>
      nested.length > 0
        ? compile(path, "$elemMatch", (item as Doc).$elemMatch)
        : compile(path, isRegex(item) ? "$matches" : "$eq", item),
    );
    return (doc) => all.length > 0 && all.every((test) => test(doc));
  }
  if (name === "$exists" && !isTruthy(argument)) {
    const exists = compile(path, "$exists", true);
    return (doc) => !exists(doc);
  }
  const operator = OPERATORS[name] as Operator;
  const test = operator.test(argument);
  const expand = operator.expand !== false;
  const found = (doc: unknown) => anyValue(doc, parts, expand, test);
  return operator.negate ? (doc) => !found(doc) : found;
}

export const isOperatorName = (name: string | undefined): boolean =>
  name?.startsWith("$") === true && !["$ref", "$id", "$db"].includes(name);

export const queryOperators = Object.fromEntries(
  [...Object.keys(OPERATORS), "$all"].map((name) => [
    name,
    (path: string, argument: unknown) => compile(path, name, argument),
  ]),
);
