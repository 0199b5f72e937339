import { compare } from "../compare.ts";
import { identity } from "../keys.ts";
import { ANY, expectArray, takes } from "./arguments.ts";
import type { Operator } from "./expression.ts";
import { distinct } from "./fold.ts";
import { isTruthy } from "./logic.ts";

const set = (code: number) => (value: unknown) =>
  new Map(expectArray(value, code, "a set").map((item) => [identity(item), item]));
/** Elements of a set come out sorted, as MongoDB's do. */
const listed = (items: Iterable<unknown>) => [...items].sort(compare);

const elements = (wanted: "every" | "some", code: number): Operator =>
  takes([1, 1], (list: unknown) => expectArray(list, code, "the argument")[wanted](isTruthy), {
    nulls: true,
  });

export const setOperators: Record<string, Operator> = {
  $setUnion: takes([0, ANY], (...sets: unknown[]) =>
    listed(distinct(sets.flatMap((one) => expectArray(one, 17_043, "a set")))),
  ),
  $setIntersection: takes([0, ANY], (...sets: unknown[]) => {
    const [first = new Map(), ...others] = sets.map(set(17_047));
    return listed([...first].flatMap(([name, item]) => (others.every((one) => one.has(name)) ? [item] : [])));
  }),
  $setDifference: takes([2, 2], (a: unknown, b: unknown) => {
    const left = set(17_048)(a);
    const right = set(17_049)(b);
    return [...left].flatMap(([name, item]) => (right.has(name) ? [] : [item]));
  }),
  $setEquals: takes(
    [2, ANY],
    (...sets: unknown[]) => {
      const [first = new Map(), ...others] = sets.map(set(17_044));
      return others.every(
        (one) => one.size === first.size && [...one.keys()].every((name) => first.has(name)),
      );
    },
    { nulls: true, code: 17_045 },
  ),
  $setIsSubset: takes(
    [2, 2],
    (a: unknown, b: unknown) => {
      const left = set(17_046)(a);
      const right = set(17_042)(b);
      return [...left.keys()].every((name) => right.has(name));
    },
    { nulls: true },
  ),
  $allElementsTrue: elements("every", 17_040),
  $anyElementTrue: elements("some", 17_041),
};
