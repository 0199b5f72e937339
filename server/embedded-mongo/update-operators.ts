import { Long, Timestamp } from "bson";
import { calculate, kindOf, type Operation, widest } from "./arithmetic.ts";
import { compare, same } from "./compare.ts";
import { MongoError } from "./errors.ts";
import { identity } from "./keys.ts";
import { isRegex, matches } from "./matcher.ts";
import { comparator } from "./sorting.ts";
import { type Doc, isDocument, toNumber } from "./values.ts";

/** What an operator makes of the value at its path: undefined is a missing one, before and after. */
export type Modifier = {
  /** Whether a path that leads nowhere is made, and refused (28) when it cannot be. */
  creates: boolean;
  /** Whether arrays on the way are refused, as $rename does. */
  moves?: true;
  apply: (value: unknown) => unknown;
};

const bad = (message: string, code = 2) => new MongoError(code, message);
const create = (apply: Modifier["apply"]): Modifier => ({ creates: true, apply });

let stamps = 0;
export const timestamp = (): Timestamp =>
  new Timestamp({ t: Math.floor(Date.now() / 1000), i: (++stamps % 0x7fffffff) + 1 });

/** As an expression would compute it, but a 64-bit integer that overflows is refused. */
function numeric(operation: Operation, argument: unknown): Modifier {
  if (!kindOf(argument)) throw bad(`Cannot ${operation} with a non-numeric argument`, 14);
  return create((value) => {
    if (value === undefined) return operation === "add" ? argument : calculate(operation, 0, argument);
    if (!kindOf(value)) throw bad(`Cannot ${operation} to a value of non-numeric type`, 14);
    const result = calculate(operation, value, argument);
    if (kindOf(result) === "double" && ["int", "long"].includes(widest([value, argument])))
      throw bad("the result overflows a 64-bit integer");
    return result;
  });
}

function currentDate(argument: unknown): Modifier {
  const { $type, ...more } = isDocument(argument)
    ? argument
    : { $type: typeof argument === "boolean" && "date" };
  if (($type !== "date" && $type !== "timestamp") || Object.keys(more).length > 0)
    throw bad("$currentDate takes true, or {$type: 'date'}, or {$type: 'timestamp'}");
  return create($type === "date" ? () => new Date() : timestamp);
}

/** A change of an array: what is missing is an empty one when `creates`, what is not an array is refused. */
const onArray = (creates: boolean, code: number, apply: (array: unknown[]) => unknown[]): Modifier => ({
  creates,
  apply: (value = creates ? [] : undefined) => {
    if (value !== undefined && !Array.isArray(value)) throw bad("The field must hold an array", code);
    return value && apply(value);
  },
});

/** What is to be added, as a document of clauses: {$each: [value]} for a plain value. */
function clausesOf(argument: unknown, known: string[], code: number): Doc & { $each: unknown[] } {
  const clauses = isDocument(argument) && "$each" in argument ? argument : { $each: [argument] };
  const unknown = Object.keys(clauses).find((name) => !known.includes(name));
  if (unknown) throw bad(`Unrecognized clause beside $each: ${unknown}`);
  if (!Array.isArray(clauses.$each)) throw bad("The argument to $each must be an array", code);
  return clauses as Doc & { $each: unknown[] };
}

function integer(clauses: Doc, name: string): number | undefined {
  const value = toNumber(clauses[name]);
  if (name in clauses && !Number.isInteger(value)) throw bad(`The value for ${name} must be an integer`);
  return value;
}

function push(argument: unknown): Modifier {
  const clauses = clausesOf(argument, ["$each", "$slice", "$sort", "$position"], 2);
  const [slice, position] = [integer(clauses, "$slice"), integer(clauses, "$position")];
  const order = "$sort" in clauses ? comparator(clauses.$sort) : undefined;
  return onArray(true, 2, (array) => {
    const at = position ?? array.length;
    const out = [...array.slice(0, at), ...clauses.$each, ...array.slice(at)];
    if (order) out.sort(order);
    return slice === undefined ? out : slice < 0 ? out.slice(slice) : out.slice(0, slice);
  });
}

function addToSet(argument: unknown): Modifier {
  const { $each } = clausesOf(argument, ["$each"], 14);
  return onArray(true, 2, (array) => {
    const known = new Set(array.map(identity));
    const isNew = (item: unknown) => !known.has(identity(item)) && known.add(identity(item));
    return [...array, ...$each.filter(isNew)];
  });
}

const without = (drop: (item: unknown) => unknown) =>
  onArray(false, 2, (array) => array.filter((item) => !drop(item)));

/** A plain value pulls its equals, operators what they match, conditions on fields what meets them. */
function pull(argument: unknown): Modifier {
  if (!isDocument(argument) && !isRegex(argument)) return without((item) => same(item, argument));
  const [first = ""] = isDocument(argument) ? Object.keys(argument) : ["$"];
  const byFields = !first.startsWith("$") || ["$and", "$or", "$nor"].includes(first);
  const test = matches(byFields ? (argument as Doc) : { item: argument });
  return without((item) => (byFields ? isDocument(item) && test(item) : test({ item })));
}

function pullAll(argument: unknown): Modifier {
  if (!Array.isArray(argument)) throw bad("$pullAll requires an array argument");
  return without((item) => argument.some((gone) => same(gone, item)));
}

function pop(argument: unknown): Modifier {
  const end = toNumber(argument);
  if (end !== 1 && end !== -1) throw bad("$pop expects 1 or -1", 9);
  return onArray(false, 14, (array) => (end === 1 ? array.slice(0, -1) : array.slice(1)));
}

const BITS: Record<string, (x: bigint, y: bigint) => bigint> = {
  and: (x, y) => x & y,
  or: (x, y) => x | y,
  xor: (x, y) => x ^ y,
};

function bit(argument: unknown): Modifier {
  const masks = isDocument(argument) ? Object.entries(argument) : [];
  if (masks.length === 0 || masks.some(([name]) => !Object.hasOwn(BITS, name)))
    throw bad("$bit takes and, or, xor");
  return create((value = 0) =>
    masks.reduce((out, [name, mask]) => {
      if (![out, mask].every((item) => ["int", "long"].includes(kindOf(item) ?? "")))
        throw bad("$bit takes, and applies to, 32 and 64-bit integers");
      const bits = BITS[name]?.(BigInt(String(out)), BigInt(String(mask))) ?? 0n;
      return widest([out, mask]) === "int" ? Number(bits) : Long.fromBigInt(bits);
    }, value),
  );
}

const best = (sign: number, argument: unknown): Modifier =>
  create((value) => (value === undefined || sign * compare(argument, value) > 0 ? argument : value));

/** Every update operator but $rename, which has two paths. */
export const MODIFIERS = new Map<string, (argument: unknown) => Modifier>([
  ["$set", (argument) => create(() => argument)],
  ["$setOnInsert", (argument) => create(() => argument)],
  ["$unset", () => ({ creates: false, apply: () => undefined })],
  ["$inc", (argument) => numeric("add", argument)],
  ["$mul", (argument) => numeric("multiply", argument)],
  ["$min", (argument) => best(-1, argument)],
  ["$max", (argument) => best(1, argument)],
  ["$currentDate", currentDate],
  ["$push", push],
  ["$addToSet", addToSet],
  ["$pull", pull],
  ["$pullAll", pullAll],
  ["$pop", pop],
  ["$bit", bit],
]);
