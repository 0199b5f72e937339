import { arrayField, type Request } from "./command.ts";
import { asRefusal, MongoError } from "./errors.ts";
import { type Doc, isDocument } from "./values.ts";

const MOST_STATEMENTS = 100_000;

export type WriteError = { index: number; code: number; errmsg: string };

export const toWriteError = (error: unknown, index: number): WriteError => {
  const refusal = asRefusal(error);
  if (!refusal) throw error;
  return { index, code: refusal.code, errmsg: refusal.message, ...refusal.extra };
};

/** The statements of a write, from the message's sequence or from its body. */
export function statements<T>(
  { name, body, sequences }: Request,
  field: string,
  read: (bytes: Buffer) => T,
  plain: (doc: Doc) => T,
): T[] {
  const listed = arrayField(body, field);
  if (listed?.some((item) => !isDocument(item)))
    throw new MongoError(14, `BSON field '${name}.${field}' is the wrong type, expected type 'object'`);
  const given = sequences[field]?.map(read) ?? (listed as Doc[] | undefined)?.map(plain);
  if (!given) throw new MongoError(40414, `BSON field '${name}.${field}' is missing but a required field`);
  if (given.length === 0 || given.length > MOST_STATEMENTS)
    throw new MongoError(
      16,
      `Write batch sizes must be between 1 and ${MOST_STATEMENTS}. Got ${given.length} operations.`,
    );
  return given;
}

export function checkStatement(statement: Doc, name: string, fields: string[]): void {
  const unknown = Object.keys(statement).find((field) => !fields.includes(field));
  if (unknown) throw new MongoError(40415, `BSON field '${name}.${unknown}' is an unknown field.`);
  if (!isDocument(statement.q))
    throw new MongoError(40414, `BSON field '${name}.q' is missing but a required field`);
  const collation = statement.collation;
  if (isDocument(collation) && Object.keys(collation).length > 0 && collation.locale !== "simple")
    throw new MongoError(238, `the embedded server does not implement 'collation' in ${name}`);
}

/** Runs statements in order; an ordered write stops at its first error. */
export async function each<T>(
  list: T[],
  ordered: boolean,
  action: (statement: T, index: number) => Promise<void>,
): Promise<Doc> {
  const writeErrors: WriteError[] = [];
  for (const [index, statement] of list.entries()) {
    try {
      await action(statement, index);
    } catch (error) {
      writeErrors.push(toWriteError(error, index));
      if (ordered) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}
