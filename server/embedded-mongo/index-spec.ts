import { MongoError, notImplemented } from "./errors.ts";
import { matches } from "./matcher.ts";
import type { IndexSpec } from "./storage.ts";
import { type Doc, isDocument, isTrue, toNumber } from "./values.ts";

const INDEX_OPTIONS = [
  "v",
  "key",
  "name",
  "unique",
  "sparse",
  "partialFilterExpression",
  "expireAfterSeconds",
  "background",
  "ns",
];
const PARTIAL_OPERATORS = ["$eq", "$exists", "$gt", "$gte", "$lt", "$lte", "$type", "$in", "$and", "$or"];

function checkPartial(filter: unknown): void {
  if (!isDocument(filter)) throw new MongoError(14, "The field 'partialFilterExpression' must be an object");
  matches(filter);
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isDocument(value)) return;
    for (const [key, child] of Object.entries(value)) {
      if ((key.startsWith("$") && !PARTIAL_OPERATORS.includes(key)) || (key === "$exists" && !isTrue(child)))
        throw new MongoError(67, `Expression not supported in partial index: ${key}`);
      visit(child);
    }
  };
  visit(filter);
}

/** An index as createIndexes describes it, checked, with MongoDB's codes for what is wrong. */
export function toSpec(given: unknown): IndexSpec {
  if (!isDocument(given) || !isDocument(given.key))
    throw new MongoError(40414, "BSON field 'createIndexes.indexes.key' is missing but a required field");
  const { key } = given;
  if (Object.keys(key).length === 0) throw new MongoError(67, "Index keys cannot be an empty object");
  for (const [field, kind] of Object.entries(key)) {
    if (field === "" || field.split(".").includes(""))
      throw new MongoError(67, "Index keys cannot contain an empty field");
    if (field.split(".").some((part) => part.startsWith("$") && !part.startsWith("$**")))
      throw new MongoError(67, `Index key contains an illegal field name: field name starts with '$'`);
    if (typeof kind === "string" && !["2d", "2dsphere", "text", "hashed", "columnstore"].includes(kind))
      throw new MongoError(67, `Unknown index plugin '${kind}'`);
    if (typeof kind === "string" || field.includes("$**"))
      throw notImplemented(`the index {${field}: ${JSON.stringify(kind)}}`);
    if (!toNumber(kind))
      throw new MongoError(
        67,
        "Values in v:2 index key pattern cannot be of type other than a non-zero number",
      );
  }
  if (typeof given.name !== "string")
    throw new MongoError(9, "The field 'name' is a required property of an index specification");
  for (const [option, value] of Object.entries(given)) {
    if (option === "collation" && isDocument(value) && value.locale === "simple") continue;
    if (
      ["collation", "weights", "default_language", "wildcardProjection", "storageEngine", "hidden"].includes(
        option,
      )
    )
      throw notImplemented(`the index option '${option}'`);
    if (!INDEX_OPTIONS.includes(option))
      throw new MongoError(197, `The field '${option}' is not valid for an index specification.`);
  }
  if (given.expireAfterSeconds !== undefined) {
    const seconds = toNumber(given.expireAfterSeconds);
    if (seconds === undefined || seconds < 0 || Object.keys(key).length > 1 || "_id" in key)
      throw new MongoError(
        67,
        "TTL indexes are single-field indexes on a field other than _id, with a positive expireAfterSeconds",
      );
  }
  if (given.partialFilterExpression !== undefined) checkPartial(given.partialFilterExpression);
  if (given.sparse && given.partialFilterExpression)
    throw new MongoError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  const {
    ns: _ns,
    background: _background,
    v: _v,
    collation: _collation,
    key: _key,
    name,
    ...options
  } = given;
  return { v: 2, key: key as Record<string, 1 | -1>, name: name as string, ...options };
}

/** What must be the same for two definitions to be one index. */
export const optionsOf = ({ v: _v, name: _name, ...rest }: IndexSpec): Doc => rest;
