import type { Cursors } from "./cursors.ts";
import type { Databases } from "./database.ts";
import { MongoError, notImplemented } from "./errors.ts";
import { type Doc, isDocument, tag, toNumber } from "./values.ts";

/** One command as it came: its body, its database, and the documents sent beside it (unparsed). */
export type Request = { name: string; body: Doc; db: string; sequences: Record<string, Buffer[]> };
export type Server = { databases: Databases; cursors: Cursors };
export type Command = {
  run: (server: Server, request: Request) => Promise<Doc | Buffer> | Doc | Buffer;
  fields: Fields;
};

const KINDS: Record<string, (value: unknown) => boolean> = {
  any: () => true,
  object: isDocument,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  bool: (value) => typeof value === "boolean" || toNumber(value) !== undefined,
  long: (value) => tag(value) === "Long",
  number: (value) => toNumber(value) !== undefined,
  count: (value) => toNumber(value) !== undefined,
  refused: () => true,
};
export type Fields = Map<string, { kind: string; required: boolean }>;

/** Fields as `name:kind`, `!` after a required one; `refused` are those MongoDB knows and we do not. */
export const fields = (text: string): Fields =>
  new Map(
    text.split(/\s+/).map((field) => {
      const [name = "", kind = "any"] = field.replace("!", "").split(":");
      return [name, { kind, required: field.endsWith("!") }];
    }),
  );

/** Refuses fields that are unknown, missing, of a wrong type (14), negative (51024), or not ours (238). */
export function checkFields(of: string, body: Doc, declared: Fields, unknown = 40415, missing = 40414): void {
  for (const [name, value] of Object.entries(body)) {
    if (name === of) continue;
    const kind = declared.get(name)?.kind;
    if (!kind) throw new MongoError(unknown, `BSON field '${of}.${name}' is an unknown field.`);
    if (value === null || value === undefined) continue;
    if (kind === "refused" && asksSomething(name, value)) throw notImplemented(`'${name}' in ${of}`);
    if (!KINDS[kind]?.(value))
      throw new MongoError(14, `BSON field '${of}.${name}' is the wrong type, expected type '${kind}'`);
    if (kind === "count" && Number(toNumber(value)) < 0)
      throw new MongoError(51024, `BSON field '${name}' value must be >= 0, actual value '${value}'`);
  }
  for (const [name, { required }] of declared)
    if (required && body[name] === undefined)
      throw new MongoError(missing, `BSON field '${of}.${name}' is missing but a required field`);
}

/** Not when an option is false, empty, or the simple collation. */
export function asksSomething(option: string, value: unknown): boolean {
  if (option === "collation" && isDocument(value) && value.locale === "simple") return false;
  return value !== false && value !== null && !(isDocument(value) && Object.keys(value).length === 0);
}

const GENERIC = fields(
  `$db lsid $clusterTime $readPreference readConcern:object writeConcern:object comment maxTimeMS apiVersion
  apiStrict apiDeprecationErrors txnNumber startTransaction autocommit $audit $client stmtId stmtIds`,
);
/** The fields of a command: its own, and those that every command has. */
export const commandFields = (text = ""): Fields =>
  text === "" ? GENERIC : new Map([...GENERIC, ...fields(text)]);
const WRITE_CONCERN = fields("w j wtimeout fsync provenance");

/** One server without a replica set: what asks for more copies, or for a snapshot, is refused as MongoDB does. */
export function check({ fields: declared }: Command, { name, body }: Request): void {
  if (body.txnNumber !== undefined || body.startTransaction !== undefined)
    throw new MongoError(20, "Transaction numbers are only allowed on a replica set member or mongos");
  if (body.apiVersion === undefined && (body.apiStrict ?? body.apiDeprecationErrors) !== undefined)
    throw new MongoError(4886600, "Provided apiStrict or apiDeprecationErrors without passing apiVersion");
  if (body.apiVersion !== undefined && body.apiVersion !== "1")
    throw new MongoError(322, 'API version must be "1"');
  checkFields(name, body, declared);
  const { w = 1, ...rest } = (body.writeConcern ?? {}) as Doc;
  if (Object.keys(rest).some((field) => !WRITE_CONCERN.has(field)))
    throw new MongoError(9, "unrecognized write concern field");
  const copies = w === "majority" ? 1 : toNumber(w);
  if (copies !== undefined && (copies < 0 || copies > 50 || !Number.isInteger(copies)))
    throw new MongoError(9, "w has to be a non-negative number and not greater than 50");
  if (copies === undefined || copies > 1)
    throw new MongoError(2, `cannot use 'w' ${w} when a host is not a member of a replica set`);
  const { level = "local" } = (body.readConcern ?? {}) as Doc;
  if (level === "snapshot" || level === "linearizable")
    throw new MongoError(123, `node needs to be a replica set member to use readConcern level ${level}`);
  if (!["local", "available", "majority"].includes(String(level)))
    throw new MongoError(2, `'${level}' is not a valid value for 'readConcern.level'`);
  const most = toNumber(body.maxTimeMS ?? 0) ?? -1;
  if (most < 0 || most > 2 ** 31 - 1) throw new MongoError(2, "maxTimeMS is not a number in its range");
}

export function namespace({ name, body, db }: Request): string {
  const collection = body[name];
  if (typeof collection !== "string" || collection === "")
    throw new MongoError(73, `Invalid namespace specified in ${db}`);
  return `${db}.${collection}`;
}
