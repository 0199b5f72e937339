import { compare } from "../compare.ts";
import { MongoError } from "../errors.ts";
import { type Doc, isDocument, toNumber } from "../values.ts";
import { ANY, fieldsOf, isMissing, takes } from "./arguments.ts";
import type { Operator } from "./expression.ts";
import { checkVariable } from "./field-paths.ts";

/** What an expression takes as true: everything but false, null, missing and zero. */
export const isTruthy = (value: unknown): boolean =>
  !isMissing(value) && value !== false && toNumber(value) !== 0;

/** In an expression a missing field stands below null. */
const order = (a: unknown, b: unknown): number =>
  a === undefined || b === undefined
    ? Number(a !== undefined) - Number(b !== undefined)
    : Math.sign(compare(a, b));

const comparison = (accepts: (order: number) => unknown): Operator =>
  takes([2, 2], (a: unknown, b: unknown) => accepts(order(a, b)), { nulls: true });

const all =
  (wanted: boolean): Operator =>
  (argument, compile) => {
    const items = (Array.isArray(argument) ? argument : [argument]).map((item) => compile(item));
    return (doc, variables) => wanted === items.every((item) => isTruthy(item(doc, variables)) === wanted);
  };

const cond: Operator = (argument, compile, name) => {
  let parts: unknown[];
  if (isDocument(argument)) {
    const unknown = Object.keys(argument).find((key) => !["if", "then", "else"].includes(key));
    if (unknown) throw new MongoError(17083, `Unrecognized parameter to $cond: ${unknown}`);
    for (const [field, code] of [
      ["if", 17080],
      ["then", 17081],
      ["else", 17082],
    ] as const)
      if (!(field in argument)) throw new MongoError(code, `Missing '${field}' parameter to $cond`);
    parts = [argument.if, argument.then, argument.else];
  } else parts = Array.isArray(argument) ? argument : [argument];
  if (parts.length !== 3)
    throw new MongoError(
      16020,
      `Expression ${name} takes exactly 3 arguments. ${parts.length} were passed in.`,
    );
  const [test, yes, no] = parts.map((part) => compile(part)) as [
    ReturnType<typeof compile>,
    ReturnType<typeof compile>,
    ReturnType<typeof compile>,
  ];
  return (doc, variables) => (isTruthy(test(doc, variables)) ? yes : no)(doc, variables);
};

const choose: Operator = (argument, compile) => {
  const given = fieldsOf(argument, [], ["branches", "default"], { shape: 40060, unknown: 40067 }, "$switch");
  if (!Array.isArray(given.branches) && given.branches !== undefined)
    throw new MongoError(40061, "$switch expected an array for 'branches'");
  const branches = ((given.branches ?? []) as unknown[]).map((branch) => {
    const { case: test, then } = fieldsOf(
      branch,
      [],
      ["case", "then"],
      { shape: 40062, unknown: 40063 },
      "$switch",
    );
    if (test === undefined)
      throw new MongoError(40064, "$switch requires each branch have a 'case' expression");
    if (then === undefined)
      throw new MongoError(40065, "$switch requires each branch have a 'then' expression.");
    return [compile(test), compile(then)] as const;
  });
  if (branches.length === 0) throw new MongoError(40068, "$switch requires at least one branch.");
  const otherwise = "default" in given ? compile(given.default) : undefined;
  return (doc, variables) => {
    const found = branches.find(([test]) => isTruthy(test(doc, variables)))?.[1] ?? otherwise;
    if (!found)
      throw new MongoError(
        40066,
        "$switch could not find a matching branch for an input, and no default was specified.",
      );
    return found(doc, variables);
  };
};

const letIn: Operator = (argument, compile) => {
  const given = fieldsOf(argument, [], ["vars", "in"], { shape: 16874, unknown: 16875 }, "$let");
  if (!isDocument(given.vars)) throw new MongoError(16876, "Missing 'vars' parameter to $let");
  if (given.in === undefined) throw new MongoError(16877, "Missing 'in' parameter to $let");
  const names = Object.keys(given.vars);
  names.forEach(checkVariable);
  const values = Object.values(given.vars).map((value) => compile(value));
  const body = compile(given.in, names);
  return (doc, variables) => {
    const inner: Doc = { ...variables };
    for (const [i, name] of names.entries()) inner[name] = values[i]?.(doc, variables);
    return body(doc, inner);
  };
};

export const logicOperators: Record<string, Operator> = {
  $cmp: comparison((r) => r),
  $eq: comparison((r) => r === 0),
  $ne: comparison((r) => r !== 0),
  $gt: comparison((r) => r > 0),
  $gte: comparison((r) => r >= 0),
  $lt: comparison((r) => r < 0),
  $lte: comparison((r) => r <= 0),
  $and: all(true),
  $or: all(false),
  $not: takes([1, 1], (value: unknown) => !isTruthy(value), { nulls: true }),
  $cond: cond,
  $switch: choose,
  $let: letIn,
  $ifNull: takes(
    [2, ANY],
    (...values: unknown[]) => values.find((value) => !isMissing(value)) ?? values[values.length - 1],
    { nulls: true, code: 1_257_300 },
  ),
  $literal: (argument) => () => argument,
  $const: (argument) => () => argument,
};
