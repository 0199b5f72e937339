import { MongoError, notImplemented } from "./errors.ts";
import { matches } from "./matcher.ts";
import type { IndexSpec } from "./storage.ts";
import { type Doc, isDocument, isTrue, tag, toNumber } from "./values.ts";

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
const ID_OPTIONS = ["v", "key", "name", "ns", "collation", "background"];
const MOST_FIELDS = 32;
const PARTIAL_OPERATORS = ["$eq", "$exists", "$gt", "$gte", "$lt", "$lte", "$type", "$in", "$and", "$or"];

function checkPartial(filter: unknown): void {
  if (!isDocument(filter)) throw new MongoError(14, "The field 'partialFilterExpression' must be an object");
  matches(filter);
  const visit = (value: unknown): void => {
    if (tag(value) === "BSONRegExp")
      throw new MongoError(67, "Expression not supported in partial index: $regex");
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
  if (!isDocument(given)) throw new MongoError(14, "each index must be an object");
  const { key } = given;
  if (key === undefined)
    throw new MongoError(9, "The 'key' field is a required property of an index specification");
  if (!isDocument(key)) throw new MongoError(14, "The field 'key' must be an object");
  if (Object.keys(key).length > MOST_FIELDS) throw new MongoError(13103, "too many compound keys");
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
  if (given.name === "") throw new MongoError(67, "The index name cannot be empty");
  if (given.name === "*") throw new MongoError(2, "The index name '*' is not valid.");
  const isId = Object.keys(key).length === 1 && toNumber(key._id) === 1;
  if (given.name === "_id_" && !isId)
    throw new MongoError(
      2,
      "The index name '_id_' is reserved for the _id index, which must have key pattern {_id: 1}",
    );
  const foreign = isId ? Object.keys(given).find((option) => !ID_OPTIONS.includes(option)) : undefined;
  if (foreign && INDEX_OPTIONS.includes(foreign))
    throw new MongoError(197, `The field '${foreign}' is not valid for an _id index specification.`);
  const flags: Doc = {};
  for (const option of ["unique", "sparse", "background"].filter((name) => name in given)) {
    if (typeof given[option] !== "boolean" && toNumber(given[option]) === undefined)
      throw new MongoError(14, `The field '${option}' has value of the wrong type, expected a boolean`);
    flags[option] = isTrue(given[option]);
  }
  const version = given.v === undefined ? 2 : toNumber(given.v);
  if (version === undefined) throw new MongoError(14, "The field 'v' must be a number");
  if (version !== 1 && version !== 2) throw new MongoError(67, `Invalid index version: v=${version}`);
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
    if (seconds === undefined) throw new MongoError(14, "The field 'expireAfterSeconds' must be a number");
    if (seconds < 0 || Object.keys(key).length > 1 || "_id" in key)
      throw new MongoError(
        67,
        "TTL indexes are single-field indexes on a field other than _id, with a positive expireAfterSeconds",
      );
  }
  if (given.partialFilterExpression !== undefined) checkPartial(given.partialFilterExpression);
  if (given.sparse && given.partialFilterExpression)
    throw new MongoError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  const { ns: _ns, v: _v, collation: _collation, key: _key, name, ...options } = given;
  return {
    v: version,
    key: key as Record<string, 1 | -1>,
    name: isId ? "_id_" : (name as string),
    ...options,
    ...flags,
  };
}

/** What must be the same for two definitions to be one index. */
export const optionsOf = ({ v: _v, name: _name, background: _background, ...rest }: IndexSpec): Doc =>
  Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== false));
