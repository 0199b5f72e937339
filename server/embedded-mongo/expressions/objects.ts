import { MongoError } from "../errors.ts";
import { type Doc, isDocument } from "../values.ts";
import { ANY, expectArray, fieldsOf, isMissing, named, takes } from "./arguments.ts";
import type { Operator } from "./expression.ts";

const fail = (code: number, message: string) => new MongoError(code, message);

function toObject(given: unknown): Doc {
  const out: Doc = {};
  for (const item of expectArray(given, 40_386, "$arrayToObject's input")) {
    if (Array.isArray(item)) {
      if (item.length !== 2) throw fail(40_397, "$arrayToObject requires an array of size 2 arrays");
      if (typeof item[0] !== "string") throw fail(40_395, "keys must be strings");
      out[item[0]] = item[1];
    } else if (isDocument(item)) {
      if (Object.keys(item).length !== 2)
        throw fail(40_392, "$arrayToObject requires an object with keys k and v");
      if (!("k" in item && "v" in item)) throw fail(40_393, "Missing 'k' or 'v'");
      if (typeof item.k !== "string") throw fail(40_394, "'k' must be a string");
      out[item.k] = item.v;
    } else throw fail(40_398, "Unrecognised input type format for $arrayToObject");
  }
  return out;
}

export function mergeObjects(docs: unknown[]): Doc {
  const merged: Doc = {};
  for (const doc of docs) {
    if (!isMissing(doc) && !isDocument(doc)) throw fail(40_400, "$mergeObjects requires object inputs");
    Object.assign(merged, doc);
  }
  return merged;
}

function withField({ field, input, value }: Doc): unknown {
  if (isMissing(input)) return null;
  if (typeof field !== "string") throw fail(4_161_107, "'field' must be a constant string");
  if (!isDocument(input)) throw fail(4_161_105, "'input' must evaluate to an object");
  const { [field]: _gone, ...rest } = input;
  return value === undefined ? rest : { ...input, [field]: value };
}

export const objectOperators: Record<string, Operator> = {
  $arrayToObject: takes([1, 1], toObject),
  $objectToArray: takes([1, 1], (doc: unknown) => {
    if (!isDocument(doc)) throw fail(40_390, "$objectToArray requires a document input");
    return Object.entries(doc).map(([k, v]) => ({ k, v }));
  }),
  $mergeObjects: takes([0, ANY], (...docs: unknown[]) => mergeObjects(docs), { nulls: true }),
  $getField: (argument, compile, name) => {
    const short = !isDocument(argument) || Object.keys(argument)[0]?.startsWith("$");
    const given = short
      ? { field: argument }
      : fieldsOf(
          argument,
          ["field"],
          ["input"],
          { shape: 3_041_701, unknown: 3_041_701, missing: 3_041_702 },
          name,
        );
    const [field, input] = [
      compile(given.field),
      compile(given.input === undefined ? "$$CURRENT" : given.input),
    ];
    return (doc, variables) => {
      const key = field(doc, variables);
      const value = input(doc, variables);
      if (typeof key !== "string")
        throw fail(5_654_601, "$getField requires 'field' to evaluate to type String");
      return isDocument(value) && Object.hasOwn(value, key)
        ? value[key]
        : isMissing(value)
          ? value
          : undefined;
    };
  },
  $setField: named(
    ["field", "input"],
    ["value"],
    { shape: 4_161_100, unknown: 4_161_101, missing: 4_161_102 },
    withField,
  ),
  $unsetField: named(
    ["field", "input"],
    [],
    { shape: 4_161_100, unknown: 4_161_101, missing: 4_161_102 },
    withField,
  ),
};
