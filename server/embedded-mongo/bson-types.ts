import { RANK, rank } from "./compare.ts";
import { MongoError } from "./errors.ts";
import { isDocument, tag, toNumber } from "./values.ts";

type Test = (value: unknown) => boolean;

const TYPES: Record<string, Test> = {
  double: (v) => tag(v) === "Double" || (typeof v === "number" && ((v | 0) !== v || Object.is(v, -0))),
  int: (v) => typeof v === "number" && (v | 0) === v && !Object.is(v, -0),
  long: (v) => tag(v) === "Long",
  decimal: (v) => tag(v) === "Decimal128",
  number: (v) => rank(v) === RANK.number,
  string: (v) => typeof v === "string",
  object: (v) => isDocument(v),
  array: Array.isArray,
  binData: (v) => tag(v) === "Binary",
  objectId: (v) => tag(v) === "ObjectId",
  bool: (v) => typeof v === "boolean",
  date: (v) => v instanceof Date,
  null: (v) => v === null,
  regex: (v) => tag(v) === "BSONRegExp",
  undefined: () => false,
  dbPointer: () => false,
  javascript: (v) => rank(v) === RANK.code,
  symbol: (v) => tag(v) === "BSONSymbol",
  javascriptWithScope: (v) => rank(v) === RANK.codeWithScope,
  timestamp: (v) => tag(v) === "Timestamp",
  minKey: (v) => tag(v) === "MinKey",
  maxKey: (v) => tag(v) === "MaxKey",
};
const TYPE_NUMBERS: Record<string, string> = {
  1: "double",
  2: "string",
  3: "object",
  4: "array",
  5: "binData",
  6: "undefined",
  7: "objectId",
  8: "bool",
  9: "date",
  10: "null",
  11: "regex",
  12: "dbPointer",
  13: "javascript",
  14: "symbol",
  15: "javascriptWithScope",
  16: "int",
  17: "timestamp",
  18: "long",
  19: "decimal",
  [-1]: "minKey",
  127: "maxKey",
};

/** The BSON type name of a value, as $type gives it in an expression. */
export const typeName = (value: unknown): string =>
  value === undefined
    ? "missing"
    : (Object.keys(TYPES).find((name) => name !== "number" && TYPES[name]?.(value)) ?? "object");

/** The name of a type given by its name or its number. */
export function typeNamed(type: unknown): string {
  const name = typeof type === "string" ? type : TYPE_NUMBERS[String(toNumber(type))];
  if (name !== undefined && Object.hasOwn(TYPES, name)) return name;
  if (typeof type === "string") throw new MongoError(2, `Unknown type name alias: ${type}`);
  if (toNumber(type) === undefined)
    throw new MongoError(14, "type must be represented as a number or a string");
  throw new MongoError(2, `Invalid numerical type code: ${type}`);
}

export function ofType(argument: unknown): Test {
  const types = Array.isArray(argument) ? argument : [argument];
  if (types.length === 0) throw new MongoError(9, "$type must match at least one type");
  const tests = types.map((type) => TYPES[typeNamed(type)] as Test);
  return (value) => value !== undefined && tests.some((test) => test(value));
}
