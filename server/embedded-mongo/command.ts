import { typeName } from "./bson-types.ts";
import type { Cursors } from "./cursors.ts";
import type { Databases } from "./database.ts";
import { MongoError, notImplemented } from "./errors.ts";
import { type Doc, isDocument, isTrue, toNumber } from "./values.ts";

/** One command as it came: its body, its database, and the documents sent beside it (unparsed). */
export type Request = { name: string; body: Doc; db: string; sequences: Record<string, Buffer[]> };
export type Server = { databases: Databases; cursors: Cursors };
export type Command = {
  run: (server: Server, request: Request) => Promise<Doc | Buffer> | Doc | Buffer;
  /** The fields it understands; any other is refused with MongoDB's code 40415. */
  fields: string[];
  /** Fields that MongoDB understands and that change the result: refused unless empty or false. */
  refused?: string[];
};

const GENERIC = [
  "$db",
  "lsid",
  "$clusterTime",
  "$readPreference",
  "readConcern",
  "writeConcern",
  "comment",
  "maxTimeMS",
  "apiVersion",
  "apiStrict",
  "apiDeprecationErrors",
  "txnNumber",
  "startTransaction",
  "autocommit",
  "$audit",
  "$client",
  "stmtId",
  "stmtIds",
];

export function check(command: Command, { name, body }: Request): void {
  if (body.txnNumber !== undefined || body.startTransaction !== undefined)
    throw new MongoError(20, "Transaction numbers are only allowed on a replica set member or mongos");
  checkApi(body);
  checkConcerns(body);
  for (const [field, value] of Object.entries(body)) {
    if (field === name || command.fields.includes(field) || GENERIC.includes(field)) continue;
    if (!command.refused?.includes(field))
      throw new MongoError(40415, `BSON field '${name}.${field}' is an unknown field.`);
    if (changesResult(field, value)) throw notImplemented(`'${field}' in ${name}`);
  }
}

function checkApi({ apiVersion, apiStrict, apiDeprecationErrors }: Doc): void {
  if (apiVersion === undefined && (apiStrict !== undefined || apiDeprecationErrors !== undefined))
    throw new MongoError(
      4886600,
      "Provided apiStrict and/or apiDeprecationErrors without passing apiVersion",
    );
  if (apiVersion !== undefined && apiVersion !== "1") throw new MongoError(322, 'API version must be "1"');
}

/** Whether an option asks for something: not when it is false, empty, or the simple collation. */
export function changesResult(option: string, value: unknown): boolean {
  if (option === "collation" && isDocument(value) && value.locale === "simple") return false;
  return value !== false && value !== null && !(isDocument(value) && Object.keys(value).length === 0);
}

const WRITE_CONCERN = ["w", "j", "wtimeout", "fsync", "provenance"];

/** One server without a replica set: what asks for more copies, or for a snapshot, is refused as MongoDB does. */
function checkConcerns(body: Doc): void {
  const concern = documentField(body, "writeConcern");
  const unknown = Object.keys(concern).find((field) => !WRITE_CONCERN.includes(field));
  if (unknown) throw new MongoError(9, `unrecognized write concern field: ${unknown}`);
  const { w = 1 } = concern;
  const copies = toNumber(w);
  if (copies !== undefined && (copies < 0 || copies > 50 || !Number.isInteger(copies)))
    throw new MongoError(9, "w has to be a non-negative number and not greater than 50");
  if (copies !== undefined && copies > 1)
    throw new MongoError(2, "cannot use 'w' > 1 when a host is not replicated");
  if (copies === undefined && w !== "majority")
    throw new MongoError(
      2,
      `cannot use non-majority 'w' mode ${w} when a host is not a member of a replica set`,
    );
  const { level } = documentField(body, "readConcern");
  if (level === "snapshot" || level === "linearizable")
    throw new MongoError(123, `node needs to be a replica set member to use readConcern level ${level}`);
  if (level !== undefined && !["local", "available", "majority"].includes(String(level)))
    throw new MongoError(
      2,
      `Enumeration value '${level}' for field 'readConcern.level' is not a valid value.`,
    );
  const most = body.maxTimeMS === undefined ? 0 : toNumber(body.maxTimeMS);
  if (most === undefined) throw new MongoError(2, "maxTimeMS must be a number");
  if (most < 0 || most > 2 ** 31 - 1) throw new MongoError(2, `${most} value for maxTimeMS is out of range`);
}

export function namespace({ name, body, db }: Request): string {
  const collection = body[name];
  if (typeof collection !== "string") throw new MongoError(73, `collection name has invalid type`);
  if (collection === "") throw new MongoError(73, `Invalid namespace specified '${db}.'`);
  return `${db}.${collection}`;
}

export function documentField(body: Doc, field: string): Doc {
  const value = body[field] ?? {};
  if (!isDocument(value)) throw wrongType(field, value, "object");
  return value;
}

const wrongType = (field: string, value: unknown, expected: string) =>
  new MongoError(
    14,
    `BSON field '${field}' is the wrong type '${typeName(value)}', expected type '${expected}'`,
  );

export function arrayField(body: Doc, field: string): unknown[] | undefined {
  const value = body[field] ?? undefined;
  if (value !== undefined && !Array.isArray(value)) throw wrongType(field, value, "array");
  return value;
}

export function booleanField(body: Doc, field: string, fallback: boolean): boolean {
  const value = body[field] ?? fallback;
  if (typeof value !== "boolean" && toNumber(value) === undefined) throw wrongType(field, value, "bool");
  return isTrue(value);
}

export function requiredString(body: Doc, command: string, field: string): string {
  const value = body[field];
  if (value === undefined)
    throw new MongoError(40414, `BSON field '${command}.${field}' is missing but a required field`);
  if (typeof value !== "string") throw wrongType(`${command}.${field}`, value, "string");
  return value;
}

export function numberField(body: Doc, field: string): number | undefined {
  if (body[field] === undefined || body[field] === null) return undefined;
  const value = toNumber(body[field]);
  if (value === undefined) throw wrongType(field, body[field], "[long, int, decimal, double]");
  if (value < 0)
    throw new MongoError(51024, `BSON field '${field}' value must be >= 0, actual value '${value}'`);
  return Math.trunc(value);
}
