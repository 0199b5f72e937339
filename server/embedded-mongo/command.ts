import type { Cursors } from "./cursors.ts";
import type { Databases } from "./database.ts";
import { MongoError, notImplemented } from "./errors.ts";
import { type Doc, isDocument, toNumber } from "./values.ts";

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
  const copies = toNumber((body.writeConcern as Doc | undefined)?.w) ?? 1;
  if (copies > 1) throw new MongoError(2, "cannot use 'w' > 1 when a host is not replicated");
  for (const [field, value] of Object.entries(body)) {
    if (field === name || command.fields.includes(field) || GENERIC.includes(field)) continue;
    if (!command.refused?.includes(field))
      throw new MongoError(40415, `BSON field '${name}.${field}' is an unknown field.`);
    const simple = field === "collation" && isDocument(value) && value.locale === "simple";
    if (
      value !== false &&
      value !== null &&
      !simple &&
      !(isDocument(value) && Object.keys(value).length === 0)
    )
      throw notImplemented(`'${field}' in ${name}`);
  }
}

export function namespace({ name, body, db }: Request): string {
  const collection = body[name];
  if (typeof collection !== "string") throw new MongoError(73, `collection name has invalid type`);
  if (collection === "") throw new MongoError(73, `Invalid namespace specified '${db}.'`);
  return `${db}.${collection}`;
}

export function documentField(body: Doc, field: string): Doc {
  const value = body[field] ?? {};
  if (!isDocument(value))
    throw new MongoError(
      14,
      `BSON field '${field}' is the wrong type '${Array.isArray(value) ? "array" : typeof value}', expected type 'object'`,
    );
  return value;
}

export function numberField(body: Doc, field: string): number | undefined {
  if (body[field] === undefined || body[field] === null) return undefined;
  const value = toNumber(body[field]);
  if (value === undefined)
    throw new MongoError(
      14,
      `BSON field '${field}' is the wrong type '${typeof body[field]}', expected types '[long, int, decimal, double]'`,
    );
  if (value < 0)
    throw new MongoError(51024, `BSON field '${field}' value must be >= 0, actual value '${value}'`);
  return Math.trunc(value);
}
