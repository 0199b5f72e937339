import type { Code } from "bson";
import { MongoError } from "./errors.ts";
import { tag, toNumber } from "./values.ts";

/** BSON's types: the number $type knows each by, its place in the order of values, its class in `bson`. */
const TYPES = {
  minKey: [-1, 1, "MinKey"],
  undefined: [6, 10],
  null: [10, 10],
  double: [1, 20, "Double"],
  int: [16, 20, "Int32"],
  long: [18, 20, "Long"],
  decimal: [19, 20, "Decimal128"],
  string: [2, 30],
  symbol: [14, 30, "BSONSymbol"],
  object: [3, 40],
  array: [4, 50],
  binData: [5, 60, "Binary"],
  objectId: [7, 70, "ObjectId"],
  bool: [8, 80],
  date: [9, 90],
  timestamp: [17, 100, "Timestamp"],
  regex: [11, 110, "BSONRegExp"],
  dbPointer: [12, 120],
  javascript: [13, 130, "Code"],
  javascriptWithScope: [15, 140],
  maxKey: [127, 250, "MaxKey"],
} as const;
const ENTRIES = Object.entries<readonly [number: number, rank: number, tag?: string]>(TYPES);
const BY_TAG = Object.fromEntries(ENTRIES.map(([name, [, , tag]]) => [tag, name]));
const BY_NAME = Object.fromEntries(ENTRIES.map(([name, [, rank]]) => [name, rank]));
export const RANK = BY_NAME as Record<keyof typeof TYPES, number>;

/** The BSON type name of a value, as $type gives it in an expression. */
export function typeName(value: unknown): string {
  if (typeof value === "number") return (value | 0) === value && !Object.is(value, -0) ? "int" : "double";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (value instanceof Date) return "date";
  const kind = tag(value);
  if (kind === "Code" && (value as Code).scope) return "javascriptWithScope";
  return BY_TAG[kind ?? ""] ?? "object";
}

/** Where a value's type stands in MongoDB's order; a missing field stands with null. */
export function rank(value: unknown): number {
  if (typeof value === "number") return RANK.double;
  if (typeof value === "string") return RANK.string;
  return BY_NAME[typeName(value)] ?? RANK.null;
}

/** The name of a type given by its name or its number. */
export function typeNamed(type: unknown): string {
  const number = toNumber(type);
  if (typeof type !== "string" && number === undefined)
    throw new MongoError(14, "$type takes names and numbers");
  const found =
    type === "number" ? [type] : ENTRIES.find(([name, [code]]) => name === type || code === number);
  if (!found) throw new MongoError(2, `Unknown type: ${type}`);
  return found[0] as string;
}

export function ofType(argument: unknown): (value: unknown) => boolean {
  const names = (Array.isArray(argument) ? argument : [argument]).map(typeNamed);
  if (names.length === 0) throw new MongoError(9, "$type must match at least one type");
  const numbers = names.includes("number");
  return (value) => names.includes(typeName(value)) || (numbers && rank(value) === RANK.double);
}
