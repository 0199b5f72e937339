import { Long } from "bson";
import { MongoError } from "../errors.ts";
import { fieldsOf } from "../expressions/arguments.ts";
import { compileExpression } from "../expressions/expression.ts";
import { pathParts } from "../expressions/field-paths.ts";
import { matches } from "../matcher.ts";
import { checkSort, comparator } from "../sorting.ts";
import { type Doc, isDocument, toNumber } from "../values.ts";
import type { Stage } from "./pipeline.ts";

const fail = (code: number, message: string) => new MongoError(code, message);

const match: Stage = (filter, { known }) => {
  if (!isDocument(filter)) throw fail(15_959, "the match filter must be an expression in an object");
  matches(filter, Object.fromEntries(known.map((name) => [name, null])));
  return (docs, { variables }) => docs.filter(matches(filter, variables));
};

const sort: Stage = (order) => {
  if (!isDocument(order)) throw fail(15_973, "the $sort key specification must be an object");
  if (Object.keys(order).length === 0) throw fail(15_976, "$sort stage must have at least one sort key");
  checkSort(order);
  const compare = comparator(order);
  return (docs) => [...docs].sort(compare);
};

/** $limit and $skip take a whole number that is large enough. */
function amount(name: "$limit" | "$skip", argument: unknown): number {
  const code = name === "$limit" ? 5_107_201 : 5_107_200;
  const number = toNumber(argument);
  if (number === undefined || !Number.isInteger(number) || number < 0)
    throw fail(
      code,
      `invalid argument to ${name} stage: Expected a non-negative number in: ${name}: ${JSON.stringify(argument)}`,
    );
  if (name === "$limit" && number === 0) throw fail(15_958, "the limit must be positive");
  return number;
}

function unwindSpec(argument: unknown): { parts: string[]; index?: string[]; keep: boolean } {
  const spec: Doc = typeof argument === "string" ? { path: argument } : isDocument(argument) ? argument : {};
  if (typeof argument !== "string" && !isDocument(argument))
    throw fail(15_981, "expected either a string or an object as specification for $unwind stage");
  for (const [option, value] of Object.entries(spec)) {
    if (option === "path" && typeof value !== "string")
      throw fail(28_808, "expected a string as the path for $unwind stage");
    if (option === "preserveNullAndEmptyArrays" && typeof value !== "boolean")
      throw fail(28_809, "expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage");
    if (option === "includeArrayIndex" && (typeof value !== "string" || value === ""))
      throw fail(28_810, "expected a non-empty string for the includeArrayIndex option to $unwind stage");
    if (option === "includeArrayIndex" && (value as string).startsWith("$"))
      throw fail(28_822, "includeArrayIndex option to $unwind stage should not be prefixed with a '$'");
    if (!["path", "preserveNullAndEmptyArrays", "includeArrayIndex"].includes(option))
      throw fail(28_811, `unrecognized option to $unwind stage: ${option}`);
  }
  const path = spec.path;
  if (typeof path !== "string" || path === "") throw fail(28_812, "no path specified to $unwind stage");
  if (!path.startsWith("$"))
    throw fail(28_818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  return {
    parts: pathParts(path.slice(1)),
    ...(spec.includeArrayIndex ? { index: pathParts(spec.includeArrayIndex as string) } : {}),
    keep: spec.preserveNullAndEmptyArrays === true,
  };
}

/** A copy with one path set, or removed when the value is undefined; arrays on the way are not entered. */
function withValue(doc: Doc, [key, ...rest]: string[], value: unknown): Doc {
  const out = { ...doc };
  const name = key as string;
  if (rest.length > 0) out[name] = withValue(isDocument(out[name]) ? (out[name] as Doc) : {}, rest, value);
  else if (value === undefined) delete out[name];
  else out[name] = value;
  return out;
}

const unwind: Stage = (argument) => {
  const { parts, index, keep } = unwindSpec(argument);
  const numbered = (doc: Doc, i: number | null) =>
    index ? withValue(doc, index, i === null ? null : Long.fromNumber(i)) : doc;
  return (docs) =>
    docs.flatMap((doc) => {
      let value: unknown = doc;
      for (const part of parts) value = isDocument(value) ? value[part] : undefined;
      if (Array.isArray(value) && value.length > 0)
        return value.map((item, i) => numbered(withValue(doc, parts, item), i));
      if (value !== undefined && value !== null && !Array.isArray(value)) return [numbered(doc, null)];
      if (!keep) return [];
      return [numbered(Array.isArray(value) ? withValue(doc, parts, undefined) : doc, null)];
    });
};

const redact: Stage = (argument, { known }) => {
  const decide = compileExpression(argument, known);
  const visit = (doc: Doc, variables: Doc): Doc | undefined => {
    const verdict = decide(doc, variables);
    if (verdict === "$$KEEP") return doc;
    if (verdict === "$$PRUNE") return undefined;
    if (verdict !== "$$DESCEND")
      throw fail(
        17_053,
        "$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE",
      );
    const below = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(below).filter((item) => item !== undefined);
      return isDocument(value) ? visit(value, variables) : value;
    };
    const kept = Object.entries(doc).map(([key, value]) => [key, below(value)] as const);
    return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
  };
  return (docs, { variables }) =>
    docs.map((doc) => visit(doc, variables)).filter((doc): doc is Doc => doc !== undefined);
};

const sample: Stage = (argument) => {
  if (!isDocument(argument)) throw fail(28_745, "the $sample stage specification must be an object");
  const size = toNumber(
    fieldsOf(argument, ["size"], [], { shape: 28_745, unknown: 28_748, missing: 28_749 }, "$sample").size,
  );
  if (size === undefined) throw fail(28_746, "size argument to $sample must be a number");
  if (size <= 0) throw fail(28_747, "size argument to $sample must be a positive integer");
  return (docs) => {
    const left = [...docs];
    for (let i = 0; i < Math.min(size, left.length); i++) {
      const other = i + Math.floor(Math.random() * (left.length - i));
      [left[i], left[other]] = [left[other] as Doc, left[i] as Doc];
    }
    return left.slice(0, size);
  };
};

export const shapeStages: Record<string, Stage> = {
  $match: match,
  $sort: sort,
  $limit: (argument) => {
    const most = amount("$limit", argument);
    return (docs) => docs.slice(0, most);
  },
  $skip: (argument) => {
    const skipped = amount("$skip", argument);
    return (docs) => docs.slice(skipped);
  },
  $unwind: unwind,
  $redact: redact,
  $sample: sample,
};
