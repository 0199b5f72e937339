import { BSONRegExp } from "bson";
import { isMissing, must, over } from "./arguments.ts";
import { compare } from "./compare.ts";
import type { Operator } from "./expressions.ts";
import { tag, toRegExp } from "./values.ts";

/** How an input matches a pattern, from each place on; nothing where either is missing. */
function matchAll(input: unknown, regex: unknown, options: unknown): RegExpExecArray[] {
  if (isMissing(input) || isMissing(regex)) return [];
  const given = typeof regex === "string" ? new BSONRegExp(regex) : (regex as BSONRegExp);
  must(typeof input === "string" && tag(given) === "BSONRegExp", 51_104, "it takes a string and a regex");
  must(isMissing(options) || typeof options === "string", 51_106, "'options' must be a string");
  must(!options || !given.options, 51_107, "'regex' has options and 'options' is also set");
  must(/^[imsux]*$/.test(options ?? ""), 51_108, "invalid flag in regex options");
  const pattern = toRegExp(new BSONRegExp(given.pattern, options || given.options));
  return [...input.matchAll(new RegExp(pattern, `${pattern.flags}g`))];
}
const found = (match?: RegExpExecArray) =>
  match
    ? {
        match: match[0],
        idx: [...match.input.slice(0, match.index)].length,
        captures: match.slice(1).map((part) => part ?? null),
      }
    : null;
const regex = (result: (matches: RegExpExecArray[]) => unknown): Operator =>
  over("input:any regex:any options:any?", 51_104, (...given: [unknown, unknown, unknown]) =>
    result(matchAll(...given)),
  );

function indexOf(text: string, wanted: string, from = 0, to = Number.POSITIVE_INFINITY): number {
  const letters = [...text];
  if (from > Math.min(to, letters.length)) return -1;
  const within = letters.slice(from, to).join("");
  const at = within.indexOf(wanted);
  return at < 0 ? -1 : from + [...within.slice(0, at)].length;
}

/** Part of the UTF-8 of a text, that may not begin or end within a character. */
function bytesOf(text: string, from: number, size: number): string {
  const bytes = Buffer.from(text);
  const to = size < 0 ? bytes.length : from + size;
  const splits = (at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  must(!splits(from) && !splits(to), 28_656, "$substrBytes cuts a UTF-8 character");
  return bytes.subarray(from, to).toString();
}

const toUpper = (text: string) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());

const replaced = "input:string find:string replacement:string";

export const textOperators: Record<string, Operator> = {
  $concat: over("string*", 16_702),
  $toLower: over("text!", 9, (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())),
  $toUpper: over("text!", 9, toUpper),
  $strcasecmp: over("text! text!", 9, (a: string, b: string) => Math.sign(compare(toUpper(a), toUpper(b)))),
  $trim: over("input:string chars:bmp?", 50_699),
  $ltrim: over("input:string chars:bmp?", 50_699),
  $rtrim: over("input:string chars:bmp?", 50_699),
  $split: over("string string", 40_085, (text: string, by: string) => {
    must(by !== "", 40_087, "$split requires a non-empty separator");
    return text.split(by);
  }),
  $substrCP: over("text! natural! natural!", 34_450),
  $substr: over("text! natural! whole!", 16_034, bytesOf),
  $substrBytes: over("text! natural! whole!", 16_034, bytesOf),
  $indexOfCP: over("string string! natural? natural?", 40_093, indexOf),
  $strLenCP: over("string!", 34_471),
  $strLenBytes: over("string!", 34_473, (text: string) => Buffer.byteLength(text)),
  $regexMatch: regex((matches) => matches.length > 0),
  $regexFind: regex((matches) => found(matches[0])),
  $regexFindAll: regex((matches) => matches.map(found)),
  $replaceOne: over(replaced, 51_746),
  $replaceAll: over(replaced, 51_746),
};
