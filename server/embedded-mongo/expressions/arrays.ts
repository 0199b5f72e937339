import { compare, same } from "../compare.ts";
import { MongoError } from "../errors.ts";
import { comparator } from "../sorting.ts";
import { toNumber } from "../values.ts";
import { ANY, expectArray, fieldsOf, isMissing, named, takes } from "./arguments.ts";
import type { Operator } from "./expression.ts";
import { checkVariable } from "./field-paths.ts";
import { isTruthy } from "./logic.ts";

const fail = (code: number, message: string) => new MongoError(code, message);

function whole(value: unknown, code: number, what: string): number {
  const number = toNumber(value);
  if (number === undefined || !Number.isInteger(number)) throw fail(code, `${what} must be a whole number`);
  return number;
}

const at = (list: unknown[], index: number): unknown => list[index < 0 ? list.length + index : index];

const filter: Operator = (argument, compile) => {
  const given = fieldsOf(
    argument,
    ["input", "cond"],
    ["as", "limit"],
    { shape: 28_646, unknown: 28_647, missing: 28_648 },
    "$filter",
  );
  const as = (given.as ?? "this") as string;
  checkVariable(as);
  const [input, cond] = [compile(given.input), compile(given.cond, [as])];
  const limit = given.limit === undefined ? undefined : compile(given.limit);
  return (doc, variables) => {
    const list = input(doc, variables);
    if (isMissing(list)) return null;
    const most = limit?.(doc, variables);
    const kept = expectArray(list, 28_651, "input to $filter").filter((item) =>
      isTruthy(cond(doc, { ...variables, [as]: item })),
    );
    if (isMissing(most)) return kept;
    const count = whole(most, 327_391, "$filter: limit");
    if (count < 1) throw fail(327_392, "$filter: limit must be greater than 0");
    return kept.slice(0, count);
  };
};

const map: Operator = (argument, compile) => {
  const given = fieldsOf(argument, [], ["input", "as", "in"], { shape: 16_878, unknown: 16_879 }, "$map");
  if (given.input === undefined) throw fail(16_880, "Missing 'input' parameter to $map");
  if (given.in === undefined) throw fail(16_882, "Missing 'in' parameter to $map");
  const as = (given.as ?? "this") as string;
  checkVariable(as);
  const [input, body] = [compile(given.input), compile(given.in, [as])];
  return (doc, variables) => {
    const list = input(doc, variables);
    if (isMissing(list)) return null;
    return expectArray(list, 16_883, "input to $map").map(
      (item) => body(doc, { ...variables, [as]: item }) ?? null,
    );
  };
};

const reduce: Operator = (argument, compile) => {
  const given = fieldsOf(
    argument,
    ["input", "initialValue", "in"],
    [],
    { shape: 40_075, unknown: 40_076, missing: 40_077 },
    "$reduce",
  );
  const [input, initial] = [compile(given.input), compile(given.initialValue)];
  const body = compile(given.in, ["this", "value"]);
  return (doc, variables) => {
    const list = input(doc, variables);
    if (isMissing(list)) return null;
    return expectArray(list, 40_080, "$reduce's input").reduce(
      (value, item) => body(doc, { ...variables, value, this: item }),
      initial(doc, variables),
    );
  };
};

const sortArray: Operator = (argument, compile) => {
  const given = fieldsOf(
    argument,
    ["input", "sortBy"],
    [],
    { shape: 2_942_500, unknown: 2_942_501, missing: 2_942_502 },
    "$sortArray",
  );
  const input = compile(given.input);
  const order = comparator(given.sortBy, 2_942_507);
  return (doc, variables) => {
    const list = input(doc, variables);
    return isMissing(list) ? null : [...expectArray(list, 2_942_504, "$sortArray's input")].sort(order);
  };
};

const zip: Operator = named(
  ["inputs"],
  ["useLongestLength", "defaults"],
  { shape: 34_460, unknown: 34_464, missing: 34_465 },
  ({ inputs, useLongestLength, defaults }) => {
    const lists = expectArray(inputs, 34_461, "inputs");
    if (lists.some(isMissing)) return null;
    const arrays = lists.map((list) => expectArray(list, 34_468, "each of $zip's inputs"));
    if (Array.isArray(defaults) && useLongestLength !== true)
      throw fail(34_466, "cannot specify defaults unless useLongestLength is true");
    const sizes = arrays.map((list) => list.length);
    const size = useLongestLength === true ? Math.max(...sizes) : Math.min(...sizes);
    return Array.from({ length: size }, (_, i) =>
      arrays.map((list, j) =>
        i < list.length ? list[i] : ((defaults as unknown[] | undefined)?.[j] ?? null),
      ),
    );
  },
);

const slice = takes([2, 3], (list: unknown, first: unknown, second?: unknown) => {
  const items = expectArray(list, 28_724, "First argument to $slice");
  const start = whole(first, 28_725, "Second argument to $slice");
  if (second === undefined) return start < 0 ? items.slice(start) : items.slice(0, start);
  const count = whole(second, 28_727, "Third argument to $slice");
  if (count <= 0) throw fail(28_729, "Third argument to $slice must be positive");
  const from = start < 0 ? Math.max(0, items.length + start) : start;
  return items.slice(from, from + count);
});

const range = takes(
  [2, 3],
  (start: unknown, end: unknown, step: unknown = 1) => {
    const [from, to, by] = [
      whole(start, 34_443, "$range's start"),
      whole(end, 34_445, "$range's end"),
      whole(step, 34_447, "$range's step"),
    ];
    if (by === 0) throw fail(34_449, "$range requires a non-zero step value");
    const size = Math.max(0, Math.ceil((to - from) / by));
    if (size > 1_000_000) throw fail(146, "$range would use too much memory");
    return Array.from({ length: size }, (_, i) => from + i * by);
  },
  { nulls: true },
);

const several = (kind: "first" | "last" | "min" | "max"): Operator =>
  named(["n", "input"], [], { shape: 5_787_900, unknown: 5_787_901, missing: 5_787_906 }, ({ n, input }) => {
    const count = whole(n, 5_787_902, "Value for 'n'");
    if (count < 1) throw fail(5_787_908, "'n' must be greater than 0");
    return pick(kind, expectArray(input, 5_788_200, "Input"), count);
  });

export function pick(kind: "first" | "last" | "min" | "max", list: unknown[], n: number): unknown[] {
  if (kind === "first") return list.slice(0, n);
  if (kind === "last") return list.slice(-n);
  const sorted = list.filter((item) => !isMissing(item)).sort(compare);
  return (kind === "max" ? sorted.reverse() : sorted).slice(0, n);
}

export const arrayOperators: Record<string, Operator> = {
  $filter: filter,
  $map: map,
  $reduce: reduce,
  $sortArray: sortArray,
  $zip: zip,
  $slice: slice,
  $range: range,
  $size: takes([1, 1], (list: unknown) => expectArray(list, 17_124, "The argument to $size").length, {
    nulls: true,
  }),
  $arrayElemAt: takes([2, 2], (list: unknown, index: unknown) =>
    at(expectArray(list, 28_689, "$arrayElemAt's first argument"), whole(index, 28_690, "its second")),
  ),
  $first: takes([1, 1], (list: unknown) => at(expectArray(list, 28_689, "$first's argument"), 0)),
  $last: takes([1, 1], (list: unknown) => at(expectArray(list, 28_689, "$last's argument"), -1)),
  $firstN: several("first"),
  $lastN: several("last"),
  $minN: several("min"),
  $maxN: several("max"),
  $concatArrays: takes([0, ANY], (...lists: unknown[]) =>
    lists.flatMap((list) => expectArray(list, 28_664, "$concatArrays")),
  ),
  $reverseArray: takes([1, 1], (list: unknown) =>
    [...expectArray(list, 34_435, "$reverseArray's argument")].reverse(),
  ),
  $indexOfArray: takes([2, 4], (list: unknown, wanted: unknown, from: unknown = 0, to: unknown = ANY) => {
    const items = expectArray(list, 40_090, "$indexOfArray's first argument");
    const [start, end] = [toNumber(from) ?? 0, toNumber(to) ?? ANY];
    return items.findIndex((item, i) => i >= start && i < end && same(item, wanted));
  }),
  $in: takes(
    [2, 2],
    (item: unknown, list: unknown) =>
      expectArray(list, 40_081, "$in requires an array as a second argument").some((one) => same(one, item)),
    { nulls: true },
  ),
  $isArray: takes([1, 1], (value: unknown) => Array.isArray(value), { nulls: true }),
};
