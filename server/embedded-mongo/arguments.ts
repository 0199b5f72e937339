import { Long } from "bson";
import { Context, evalExpr } from "mingo/core";
import * as mingo from "mingo/operators/expression";
import { kindOf, widest } from "./arithmetic.ts";
import { typeName } from "./bson-types.ts";
import { asDate } from "./calendar.ts";
import { toText } from "./conversions.ts";
import { MongoError, notImplemented } from "./errors.ts";
import type { Operator } from "./expressions.ts";
import { asDouble, type Doc, isDocument, toNumber } from "./values.ts";

/** Refuses with MongoDB's code what does not hold. */
export function must(holds: unknown, code: number, message: string): asserts holds {
  if (!holds) throw new MongoError(code, message);
}
export const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** Whether what is given is a document of arguments by name, and no expression. */
export const isNamed = (argument: unknown): argument is Doc =>
  isDocument(argument) && !Object.keys(argument)[0]?.startsWith("$");

/** A number as mingo computes it; what a double does not hold exactly is refused. */
export function plain(value: unknown): number {
  const number = toNumber(value) as number;
  const kind = kindOf(value);
  if (kind === "double" || kind === "int" || (kind === "long" && Number.isSafeInteger(number))) return number;
  throw notImplemented("this function of a Decimal128 or of so large a long");
}

const isPath = (value: unknown) => typeof value === "string" && value.startsWith("$");

/** How an argument of a type is read: undefined when it is of another. */
const READ: Record<string, (value: unknown) => unknown> = {
  bmp: (value) => (typeof value === "string" && /^[^\ud800-\udfff]*$/.test(value) ? value : undefined),
  array: (value) => (Array.isArray(value) ? value : undefined),
  bool: (value) => (typeof value === "boolean" ? value : undefined),
  date: asDate,
  fields: (value) => (isDocument(value) && Object.keys(value).length > 0 ? value : undefined),
  /** What a group can be named by: a field path or an expression. */
  grouping: (value) => ((isDocument(value) && !isNamed(value)) || isPath(value) ? value : undefined),
  name: (value) => (typeof value === "string" && /^[^$]+$/.test(value) ? value : undefined),
  natural: (value) =>
    Number.isSafeInteger(toNumber(value)) && (toNumber(value) as number) >= 0 ? toNumber(value) : undefined,
  number: (value) => (kindOf(value) ? value : undefined),
  object: (value) => (isDocument(value) ? value : undefined),
  path: (value) => (isPath(value) ? value : undefined),
  positive: (value) => (toNumber(value) !== 0 ? READ.natural?.(value) : undefined),
  /** What MongoDB takes here and we do not. */
  refused: () => {
    throw notImplemented("this option");
  },
  real: (value) => (kindOf(value) ? asDouble(plain(value)) : undefined),
  string: (value) => (typeof value === "string" ? value : undefined),
  /** What functions of strings take: nothing is empty, numbers and dates are written. */
  text: (value) => {
    const isWritten = typeof value === "string" || kindOf(value) || value instanceof Date;
    return isMissing(value) ? "" : isWritten ? toText(value) : undefined;
  },
  term: (value) => (kindOf(value) || value instanceof Date ? value : undefined),
  whole: (value) =>
    (Number(toNumber(value)) | 0) === toNumber(value) ? Number(toNumber(value)) | 0 : undefined,
};

const parse = (spec: string) =>
  spec.split(/\s+/).map((param) => {
    const [, field = "", type = "any", mark = ""] = /^(?:(\w+):)?(\w+)([?*!]?)$/.exec(param) ?? [];
    return { field, type, mark, nullable: mark !== "!" && type !== "any" };
  });
type Param = ReturnType<typeof parse>[number];

/** Arguments as given, in the order of `params`: in a list or alone, or by their names in a document. */
function argumentsOf(params: Param[], argument: unknown, code: number, name: string): unknown[] {
  const needed = params.filter(({ mark }) => mark !== "?" && mark !== "*");
  if (params[0]?.field === "") {
    const given = Array.isArray(argument) ? argument : [argument];
    const most = params.at(-1)?.mark === "*" ? Number.POSITIVE_INFINITY : params.length;
    const wrongCount = needed.length === most ? 16_020 : 28_667;
    must(given.length >= needed.length && given.length <= most, wrongCount, `${name} takes other arguments`);
    return given;
  }
  must(isDocument(argument), code, `${name} takes a document`);
  for (const { field } of needed) must(argument[field] !== undefined, code, `${name} lacks '${field}'`);
  const unknown = Object.keys(argument).find((key) => !params.some(({ field }) => field === key));
  must(unknown === undefined, code, `${name} does not know '${unknown}'`);
  return params.map(({ field }) => argument[field]);
}

function read(type: string, value: unknown, code: number, name: string): unknown {
  if (type === "any") return value;
  const argument = READ[type]?.(value);
  if (argument === undefined) throw new MongoError(code, `${name} does not take ${typeName(value)}`);
  return argument;
}

/** What a stage or a special operator is given by name, in the order of `spec` (see `over`). */
export function options<T extends unknown[]>(spec: string, argument: unknown, code: number, name: string): T {
  const params = parse(spec);
  return argumentsOf(params, argument, code, name).map((value, i) =>
    value === undefined ? undefined : read(params[i]?.type as string, value, code, name),
  ) as T;
}

const expression = { $literal: mingo.$literal, $options: (...[, , given]: unknown[]) => given };
const OPTIONS = evalExpr({}, { $options: 1 }, { context: Context.init({ expression } as never) } as never);
type Compute = (...values: never[]) => unknown;

/** An operator as mingo computes it, of its argument as a pipeline gives it. */
export const byMingo = (name: string, argument: unknown): unknown =>
  (mingo as unknown as Record<string, (...given: unknown[]) => unknown>)[name]?.({}, argument, OPTIONS);

/** Numbers keep the widest of their types; what overflows or has no answer is refused. */
export function ofNumbers(name: string, values: unknown[], code: number): unknown {
  const numbers = values.map(plain);
  const result = byMingo(name, numbers.length === 1 ? numbers[0] : numbers) as number;
  must(Number.isFinite(result) || !numbers.every(Number.isFinite), code, `${name} has no answer for this`);
  const kind = widest(values);
  const underflows = result === 0 && name === "$pow" && numbers[0] !== 0;
  if (kind === "double" || !Number.isInteger(result) || underflows) return asDouble(result);
  if (!Number.isSafeInteger(result)) throw notImplemented(`so large a result of ${name}`);
  return kind === "int" && (result | 0) === result ? result + 0 : Long.fromNumber(result);
}

/**
 * An operator over values, which mingo computes unless told how. Its arguments are `type` or `name:type`,
 * with `?` after what may be left out, `*` after what repeats, `!` after what may not be null (elsewhere null
 * gives null). What is of another type is refused with `code`.
 */
export function over(spec: string, code: number, compute?: Compute): Operator {
  const params = parse(spec);
  const at = (i: number) => params[Math.min(i, params.length - 1)] as Param;
  const { field, type, mark } = at(0);
  return (argument, compile, name) => {
    const items = argumentsOf(params, argument, 9, name).map((item, i) => {
      return { ...at(i), run: item === undefined ? undefined : compile(item) };
    });
    if (compute && items.every((item) => item.type === "any")) {
      const runs = items.map(({ run }) => run ?? (() => undefined));
      return (doc, variables) => compute(...(runs.map((run) => run(doc, variables)) as never[]));
    }
    return (doc, variables) => {
      const inTurn = mark === "*";
      let isNull = false;
      const given: unknown[] = [];
      for (const { type, nullable, run } of items) {
        const value = run?.(doc, variables);
        if (nullable && run && isMissing(value)) isNull = true;
        if (isNull && inTurn) return null;
        given.push(inTurn ? read(type, value, code, name) : value);
      }
      // Null gives null whatever the others are, but where they are many and one before it is refused.
      if (isNull) return null;
      const values = inTurn
        ? given
        : items.map(({ type, run }, i) => run && read(type, given[i], code, name));
      if (compute) return compute(...(values as never[]));
      if (type === "number" || type === "real") return ofNumbers(name, values, code);
      const literals = values.map(($literal) => ({ $literal }));
      if (field === "") return byMingo(name, params.length === 1 && mark !== "*" ? literals[0] : literals);
      return byMingo(name, Object.fromEntries(params.map((param, i) => [param.field, literals[i]])));
    };
  };
}
