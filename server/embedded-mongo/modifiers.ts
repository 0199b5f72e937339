import { Timestamp } from "bson";
import { bitwise, combine } from "./arithmetic.ts";
import { typeName } from "./bson-types.ts";
import { compare, same } from "./compare.ts";
import { MongoError } from "./errors.ts";
import { identity } from "./keys.ts";
import { matches } from "./matcher.ts";
import { comparator } from "./sorting.ts";
import { type Doc, isDocument, toNumber } from "./values.ts";

/** What a modifier makes of the value at its path (undefined when missing); ABSENT removes it. */
export type Modifier = { apply: (value: unknown, now: Date) => unknown; creates: boolean };
export const ABSENT = Symbol("absent");

const bad = (message: string, code = 2) => new MongoError(code, message);

function arithmetic(name: "$inc" | "$mul", path: string, argument: unknown): Modifier {
  if (toNumber(argument) === undefined)
    throw bad(
      `Cannot ${name === "$inc" ? "increment" : "multiply"} with non-numeric argument: {${path}: ${JSON.stringify(argument)}}`,
      14,
    );
  return {
    creates: true,
    apply: (value) => {
      if (value === undefined) return name === "$inc" ? argument : combine("$mul", argument, 0);
      if (toNumber(value) === undefined)
        throw bad(
          `Cannot apply ${name} to a value of non-numeric type. The field '${path}' has the type ${typeName(value)}`,
          14,
        );
      return combine(name, value, argument);
    },
  };
}

const extreme = (sign: number, argument: unknown): Modifier => ({
  creates: true,
  apply: (value) => (value === undefined || sign * compare(argument, value) > 0 ? argument : value),
});

function currentDate(argument: unknown): Modifier {
  const type = isDocument(argument) ? argument.$type : argument;
  if (typeof argument !== "boolean" && type !== "date" && type !== "timestamp")
    throw bad("$currentDate takes true, or a document such as {$type: 'date'}");
  return {
    creates: true,
    apply: (_, now) => (type === "timestamp" ? Timestamp.fromBits(0, Math.floor(now.getTime() / 1000)) : now),
  };
}

const CLAUSES = ["$each", "$slice", "$sort", "$position"];

function integer(clauses: Doc, name: string): number | undefined {
  if (clauses[name] === undefined) return undefined;
  const value = toNumber(clauses[name]);
  if (value === undefined || !Number.isInteger(value))
    throw bad(`The value for ${name} must be an integer value`);
  return value;
}

function push(path: string, argument: unknown): Modifier {
  const clauses = isDocument(argument) && "$each" in argument ? argument : { $each: [argument] };
  const unknown = Object.keys(clauses).find((name) => !CLAUSES.includes(name));
  if (unknown) throw bad(`Unrecognized clause in $push: ${unknown}`);
  const each = clauses.$each;
  if (!Array.isArray(each))
    throw bad(`The argument to $each in $push must be an array but it was of type: ${typeName(each)}`);
  const [slice, position] = [integer(clauses, "$slice"), integer(clauses, "$position")];
  const order = "$sort" in clauses ? comparator(clauses.$sort) : undefined;
  return {
    creates: true,
    apply: (value) => {
      if (value !== undefined && !Array.isArray(value))
        throw bad(`The field '${path}' must be an array but is of type ${typeName(value)}`);
      const out = [...(value ?? [])];
      out.splice(position ?? out.length, 0, ...each);
      if (order) out.sort(order);
      return slice === undefined ? out : slice < 0 ? out.slice(slice) : out.slice(0, slice);
    },
  };
}

function addToSet(path: string, argument: unknown): Modifier {
  const each = isDocument(argument) && "$each" in argument ? argument.$each : [argument];
  if (!Array.isArray(each)) throw bad("The argument to $each in $addToSet must be an array", 14);
  if (isDocument(argument) && "$each" in argument && Object.keys(argument).length > 1)
    throw bad("Found unexpected fields after $each in $addToSet");
  return {
    creates: true,
    apply: (value) => {
      if (value !== undefined && !Array.isArray(value))
        throw bad(
          `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeName(value)}`,
        );
      const out = [...(value ?? [])];
      const known = new Set(out.map(identity));
      for (const item of each) if (!known.has(identity(item)) && known.add(identity(item))) out.push(item);
      return out;
    },
  };
}

function removing(name: string, path: string, drop: (item: unknown) => boolean): Modifier {
  return {
    creates: false,
    apply: (value) => {
      if (value === undefined) return ABSENT;
      if (!Array.isArray(value)) throw bad(`Cannot apply ${name} to a non-array value: '${path}'`);
      return value.filter((item) => !drop(item));
    },
  };
}

function pull(path: string, argument: unknown): Modifier {
  const [first = ""] = isDocument(argument) ? Object.keys(argument) : [];
  const onFields =
    isDocument(argument) && (!first.startsWith("$") || ["$and", "$or", "$nor", "$expr"].includes(first));
  const test = matches(onFields ? (argument as Doc) : { item: argument });
  const whole =
    isDocument(argument) || (argument as { _bsontype?: string } | null)?._bsontype === "BSONRegExp";
  return removing("$pull", path, (item) => {
    if (onFields) return isDocument(item) && test(item);
    return whole ? test({ item }) : same(item, argument);
  });
}

function pop(path: string, argument: unknown): Modifier {
  const end = toNumber(argument);
  if (end !== 1 && end !== -1) throw bad(`$pop expects 1 or -1, found: ${JSON.stringify(argument)}`, 9);
  return {
    creates: false,
    apply: (value) => {
      if (value === undefined) return ABSENT;
      if (!Array.isArray(value))
        throw bad(`Path '${path}' contains an element of non-array type '${typeName(value)}'`, 14);
      return end === 1 ? value.slice(0, -1) : value.slice(1);
    },
  };
}

function bit(argument: unknown): Modifier {
  const operations = isDocument(argument) ? Object.entries(argument) : [];
  if (operations.length === 0 || operations.some(([name]) => !["and", "or", "xor"].includes(name)))
    throw bad("The $bit modifier only supports 'and', 'or', and 'xor'");
  return {
    creates: true,
    apply: (value) => operations.reduce<unknown>((out, [name, mask]) => bitwise(name, out, mask), value ?? 0),
  };
}

/** Every update operator but $rename, which moves a value instead of changing one. */
export const MODIFIERS: Record<string, (path: string, argument: unknown) => Modifier> = {
  $set: (_, argument) => ({ creates: true, apply: () => argument }),
  $setOnInsert: (_, argument) => ({ creates: true, apply: () => argument }),
  $unset: () => ({ creates: false, apply: () => ABSENT }),
  $inc: (path, argument) => arithmetic("$inc", path, argument),
  $mul: (path, argument) => arithmetic("$mul", path, argument),
  $min: (_, argument) => extreme(-1, argument),
  $max: (_, argument) => extreme(1, argument),
  $currentDate: (_, argument) => currentDate(argument),
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pullAll: (path, argument) => {
    if (!Array.isArray(argument)) throw bad("$pullAll requires an array argument");
    return removing("$pullAll", path, (item) => argument.some((gone) => same(gone, item)));
  },
  $pop: pop,
  $bit: (_, argument) => bit(argument),
};
