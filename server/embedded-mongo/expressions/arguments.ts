import { MongoError } from "../errors.ts";
import { type Doc, isDocument } from "../values.ts";
import type { Operator } from "./expression.ts";

export const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** An operator over a list of arguments; a single one may be given without its brackets. */
export function takes(
  [least, most]: [number, number],
  compute: (...values: never[]) => unknown,
  { nulls = false, code }: { nulls?: boolean; code?: number } = {},
): Operator {
  return (argument, compile, name) => {
    const given = (Array.isArray(argument) ? argument : [argument]).map((item) => compile(item));
    if (given.length < least || given.length > most)
      throw new MongoError(
        code ?? (least === most ? 16020 : 28667),
        least === most
          ? `Expression ${name} takes exactly ${least} arguments. ${given.length} were passed in.`
          : `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${given.length} were passed in.`,
      );
    return (doc, variables) => {
      const values = given.map((item) => item(doc, variables));
      if (!nulls && values.some(isMissing)) return null;
      return compute(...(values as never[]));
    };
  };
}
export const ANY = Number.POSITIVE_INFINITY;

type Codes = { shape: number; unknown: number; missing?: number };

/** An operator over a document of named arguments. */
export function named(
  required: string[],
  optional: string[],
  { shape, unknown, missing = unknown }: Codes,
  compute: (values: Doc, doc: unknown, variables: Doc) => unknown,
): Operator {
  return (argument, compile, name) => {
    const given = fieldsOf(argument, required, optional, { shape, unknown, missing }, name);
    const compiled = Object.entries(given).map(([field, value]) => [field, compile(value)] as const);
    return (doc, variables) =>
      compute(
        Object.fromEntries(compiled.map(([field, value]) => [field, value(doc, variables)])),
        doc,
        variables,
      );
  };
}

export function fieldsOf(
  argument: unknown,
  required: string[],
  optional: string[],
  { shape, unknown, missing = unknown }: Codes,
  name: string,
): Doc {
  if (!isDocument(argument)) throw new MongoError(shape, `${name} only supports an object as its argument`);
  for (const field of Object.keys(argument))
    if (!required.includes(field) && !optional.includes(field))
      throw new MongoError(unknown, `Unrecognized argument to ${name}: ${field}`);
  for (const field of required)
    if (argument[field] === undefined)
      throw new MongoError(missing, `Missing '${field}' parameter to ${name}`);
  return argument;
}

export const expectArray = (value: unknown, code: number, what: string): unknown[] => {
  if (!Array.isArray(value)) throw new MongoError(code, `${what} must be an array`);
  return value;
};
export const expectText = (value: unknown, code: number, what: string): string => {
  if (typeof value !== "string") throw new MongoError(code, `${what} must be a string`);
  return value;
};
