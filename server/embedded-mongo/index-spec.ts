import { checkFields, fields } from "./command.ts";
import { MongoError, notImplemented } from "./errors.ts";
import { matches } from "./matcher.ts";
import type { IndexSpec } from "./storage.ts";
import { type Doc, isDocument, isTrue, tag, toNumber } from "./values.ts";

const OPTIONS = fields(
  `v:number key:object! name:string! unique:bool sparse:bool partialFilterExpression:object
  expireAfterSeconds:number background:bool ns collation:refused hidden:refused weights:refused
  default_language:refused wildcardProjection:refused storageEngine:refused`,
);
const ID_OPTIONS = ["v", "key", "name", "ns", "collation", "background"];
const PARTIAL_OPERATORS = ["$eq", "$exists", "$gt", "$gte", "$lt", "$lte", "$type", "$in", "$and", "$or"];
const MOST_FIELDS = 32;

const invalid = (message: string, code = 67) => new MongoError(code, message);

function checkPartial(value: unknown): void {
  if (tag(value) === "BSONRegExp") throw invalid("Expression not supported in partial index: $regex");
  if (Array.isArray(value)) value.forEach(checkPartial);
  if (!isDocument(value)) return;
  for (const [key, child] of Object.entries(value)) {
    if ((key.startsWith("$") && !PARTIAL_OPERATORS.includes(key)) || (key === "$exists" && !isTrue(child)))
      throw invalid(`Expression not supported in partial index: ${key}`);
    checkPartial(child);
  }
}

function checkKey(key: Doc): void {
  const names = Object.keys(key);
  if (names.length === 0 || names.length > MOST_FIELDS) throw invalid("an index has 1 to 32 fields");
  for (const [field, kind] of Object.entries(key)) {
    if (field.split(".").includes("")) throw invalid("Index keys cannot contain an empty field");
    if (typeof kind === "string" && !["2d", "2dsphere", "text", "hashed", "columnstore"].includes(kind))
      throw invalid(`Unknown index plugin '${kind}'`);
    if (typeof kind === "string" || field.includes("$**")) throw notImplemented(`the index on ${field}`);
    if (/(^|\.)\$/.test(field)) throw invalid("Index key contains an illegal field name: '$'-prefixed");
    if (!toNumber(kind)) throw invalid("an index key is a non-zero number");
  }
}

/** An index as createIndexes describes it, checked, with MongoDB's codes for what is wrong. */
export function toSpec(given: unknown): IndexSpec {
  if (!isDocument(given)) throw invalid("each index must be an object", 14);
  checkFields("index", given, OPTIONS, 197, 9);
  const { ns: _ns, collation: _collation, v = 2, key, name, ...options } = given as Doc & IndexSpec;
  checkKey(key);
  if (name === "") throw invalid("The index name cannot be empty");
  if (name === "*") throw invalid("The index name '*' is not valid.", 2);
  const isId = Object.keys(key).length === 1 && toNumber(key._id) === 1;
  if (name === "_id_" && !isId) throw invalid("The name '_id_' is reserved for the index {_id: 1}", 2);
  const foreign = isId && Object.keys(given).find((option) => !ID_OPTIONS.includes(option));
  if (foreign) throw invalid(`The field '${foreign}' is not valid for an _id index specification.`, 197);
  if (toNumber(v) !== 1 && toNumber(v) !== 2) throw invalid(`Invalid index version: v=${v}`);
  const { expireAfterSeconds: seconds, partialFilterExpression: partial } = options;
  if (seconds !== undefined && (Number(toNumber(seconds)) < 0 || Object.keys(key).length > 1 || "_id" in key))
    throw invalid("a TTL index has one field, not _id, and a positive expireAfterSeconds");
  if (partial) {
    matches(partial as Doc);
    checkPartial(partial);
    if (options.sparse) throw invalid('cannot mix "partialFilterExpression" and "sparse" options');
  }
  for (const flag of ["unique", "sparse", "background"])
    if (flag in options) options[flag] = isTrue(options[flag]);
  return { v: toNumber(v), key, name: isId ? "_id_" : name, ...options };
}

/** What must be the same for two definitions to be one index. */
export const optionsOf = ({ v: _v, name: _name, background: _background, ...rest }: IndexSpec): Doc =>
  Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== false));
