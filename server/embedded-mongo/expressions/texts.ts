import { BSONRegExp } from "bson";
import { typeName } from "../bson-types.ts";
import { MongoError } from "../errors.ts";
import { tag, toNumber, toRegExp } from "../values.ts";
import { ANY, expectText, isMissing, named, takes } from "./arguments.ts";
import { toText } from "./conversions.ts";
import type { Operator } from "./expression.ts";

const fail = (code: number, message: string) => new MongoError(code, message);
const CODES = { shape: 50_696, unknown: 50_694, missing: 50_695 };

/** What string functions read of what is no string: numbers and dates as text, nothing as "". */
function coerced(value: unknown, name: string): string {
  if (isMissing(value)) return "";
  if (typeof value === "string") return value;
  if (toNumber(value) !== undefined || value instanceof Date || tag(value) === "Timestamp")
    return toText(value) as string;
  throw fail(16_007, `can't convert from BSON type ${typeName(value)} to String in ${name}`);
}

const changeCase = (change: (text: string) => string): Operator =>
  takes([1, 1], (value: unknown) => change(coerced(value, "this expression")), { nulls: true });

const ascii = (pattern: RegExp, change: (text: string) => string) => (text: string) =>
  text.replace(pattern, change);
const lower = ascii(/[A-Z]/g, (letter) => letter.toLowerCase());
const upper = ascii(/[a-z]/g, (letter) => letter.toUpperCase());

const SPACES = [
  ..."\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a",
];

const trim = (left: boolean, right: boolean): Operator =>
  named(["input"], ["chars"], CODES, ({ input, chars }) => {
    if (isMissing(input) || chars === null) return null;
    const all = [...expectText(input, 50_699, "trim's input")];
    const gone = chars === undefined ? SPACES : [...expectText(chars, 50_700, "trim's chars")];
    let [from, to] = [0, all.length];
    while (left && from < to && gone.includes(all[from] as string)) from++;
    while (right && to > from && gone.includes(all[to - 1] as string)) to--;
    return all.slice(from, to).join("");
  });

const index = (value: unknown, code: number, what: string): number => {
  const number = toNumber(value);
  if (number === undefined || !Number.isInteger(number)) throw fail(code, `${what} must be a whole number`);
  return number;
};

const substring = (bytes: boolean): Operator =>
  takes(
    [3, 3],
    (value: unknown, start: unknown, size: unknown) => {
      const text = coerced(value, "$substr");
      const from = index(start, bytes ? 16_034 : 34_450, "starting index");
      const length = index(size, bytes ? 16_035 : 34_452, "length");
      if (from < 0) throw fail(bytes ? 50_752 : 34_455, "the starting index must be non-negative");
      if (!bytes && length < 0) throw fail(34_454, "length must be a nonnegative integer");
      if (!bytes) return [...text].slice(from, from + length).join("");
      const all = Buffer.from(text);
      const part = all.subarray(from, length < 0 ? undefined : from + length);
      const splits = (at: number) => at < all.length && ((all[at] as number) & 0xc0) === 0x80;
      if (splits(from))
        throw fail(28_656, "$substrBytes: the starting index is in the middle of a UTF-8 character");
      if (splits(from + part.length))
        throw fail(28_657, "$substrBytes: the ending index is in the middle of a UTF-8 character");
      return part.toString();
    },
    { nulls: true },
  );

const indexOf = (bytes: boolean): Operator =>
  takes(
    [2, 4],
    (value: unknown, wanted: unknown, from: unknown = 0, to: unknown = ANY) => {
      if (isMissing(value)) return null;
      const [code, tokenCode] = bytes ? [40_091, 40_092] : [40_093, 40_094];
      const text = expectText(value, code, "the first argument");
      const token = expectText(wanted, tokenCode, "the second argument");
      const units = bytes ? Buffer.from(text) : [...text];
      const start = toNumber(from) ?? 0;
      const end = Math.min(toNumber(to) ?? ANY, units.length);
      if (start < 0 || end < 0) throw fail(40_097, "the indexes must be nonnegative");
      if (start > units.length || end < start) return -1;
      const within = units.slice(start, end);
      const found = Array.isArray(within)
        ? [...(within.join("").split(token)[0] as string)].length
        : (within as Buffer).indexOf(token);
      const there = Array.isArray(within) ? within.join("").includes(token) : found >= 0;
      return there ? start + found : -1;
    },
    { nulls: true },
  );

function pattern(regex: unknown, options: unknown): RegExp {
  if (!isMissing(options) && typeof options !== "string") throw fail(51_106, "'options' must be a string");
  if (typeof regex !== "string" && tag(regex) !== "BSONRegExp")
    throw fail(51_105, "'regex' must be a string or regex");
  const given = typeof regex === "string" ? new BSONRegExp(regex) : (regex as BSONRegExp);
  if (options && given.options) throw fail(51_107, "'regex' has options and 'options' is also set");
  if (/[^imsux]/.test(String(options ?? ""))) throw fail(51_108, "invalid flag in regex options");
  return toRegExp(new BSONRegExp(given.pattern, String(options ?? given.options)));
}

const matching = (compute: (text: string, regex: RegExp) => unknown, none: unknown): Operator =>
  named(
    ["input", "regex"],
    ["options"],
    { shape: 51_103, unknown: 31_024, missing: 31_022 },
    ({ input, regex, options }) => {
      if (isMissing(input) || isMissing(regex)) return none;
      return compute(expectText(input, 51_104, "'input'"), pattern(regex, options));
    },
  );

const found = (text: string, match: RegExpExecArray | RegExpMatchArray) => ({
  match: match[0],
  idx: [...text.slice(0, match.index)].length,
  captures: [...match].slice(1).map((part) => part ?? null),
});

const replacing = (all: boolean): Operator =>
  named(
    ["input", "find", "replacement"],
    [],
    { shape: 51_751, unknown: 51_750, missing: 51_749 },
    ({ input, find, replacement }) => {
      if (!isMissing(input)) expectText(input, 51_746, "'input'");
      if (!isMissing(find)) expectText(find, 51_745, "'find'");
      if (!isMissing(replacement)) expectText(replacement, 51_744, "'replacement'");
      if (isMissing(input) || isMissing(find) || isMissing(replacement)) return null;
      const [text, wanted, by] = [input, find, replacement] as [string, string, string];
      return all ? text.split(wanted).join(by) : text.replace(wanted, () => by);
    },
  );

const lengthOf = (code: number, measure: (text: string) => number): Operator =>
  takes([1, 1], (value: unknown) => measure(expectText(value, code, "the argument")), { nulls: true });

export const textOperators: Record<string, Operator> = {
  $concat: takes(
    [0, ANY],
    (...parts: unknown[]) => {
      const missing = parts.findIndex(isMissing);
      const read = missing < 0 ? parts : parts.slice(0, missing);
      const text = read
        .map((part) => expectText(part, 16_702, "$concat only supports strings, each"))
        .join("");
      return missing < 0 ? text : null;
    },
    { nulls: true },
  ),
  $toLower: changeCase(lower),
  $toUpper: changeCase(upper),
  $trim: trim(true, true),
  $ltrim: trim(true, false),
  $rtrim: trim(false, true),
  $split: takes([2, 2], (text: unknown, separator: unknown) => {
    const by = expectText(separator, 40_086, "$split's second argument");
    if (by === "") throw fail(40_087, "$split requires a non-empty separator");
    return expectText(text, 40_085, "$split's first argument").split(by);
  }),
  $substr: substring(true),
  $substrBytes: substring(true),
  $substrCP: substring(false),
  $indexOfBytes: indexOf(true),
  $indexOfCP: indexOf(false),
  $strLenCP: lengthOf(34_471, (text) => [...text].length),
  $strLenBytes: lengthOf(34_473, (text) => Buffer.byteLength(text)),
  $strcasecmp: takes(
    [2, 2],
    (a: unknown, b: unknown) => {
      const [x, y] = [upper(coerced(a, "$strcasecmp")), upper(coerced(b, "$strcasecmp"))];
      return Math.sign(Buffer.compare(Buffer.from(x), Buffer.from(y)));
    },
    { nulls: true },
  ),
  $regexMatch: matching((text, regex) => regex.test(text), false),
  $regexFind: matching((text, regex) => {
    const match = regex.exec(text);
    return match && found(text, match);
  }, null),
  $regexFindAll: matching(
    (text, regex) =>
      [...text.matchAll(new RegExp(regex, `${regex.flags}g`))].map((match) => found(text, match)),
    [],
  ),
  $replaceOne: replacing(false),
  $replaceAll: replacing(true),
};
