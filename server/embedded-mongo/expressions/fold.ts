import { calculate, kindOf } from "../arithmetic.ts";
import { compare } from "../compare.ts";
import { identity } from "../keys.ts";
import { asDouble, toNumber } from "../values.ts";

const numbers = (values: unknown[]): unknown[] => values.filter((value) => kindOf(value) !== undefined);

/** What is no number counts for nothing. */
export const sum = (values: unknown[]): unknown =>
  numbers(values).reduce<unknown>((total, value) => calculate("add", total, value), 0);

export function average(values: unknown[]): unknown {
  const all = numbers(values);
  return all.length === 0 ? null : calculate("divide", sum(all), all.length);
}

/** The least (-1) or the greatest (1) value in BSON's order, null and missing left out. */
export const extreme =
  (sign: 1 | -1) =>
  (values: unknown[]): unknown => {
    let best: unknown = null;
    for (const value of values)
      if (value !== null && value !== undefined && (best === null || sign * compare(value, best) > 0))
        best = value;
    return best;
  };

export const deviation =
  (sample: 0 | 1) =>
  (values: unknown[]): unknown => {
    const all = numbers(values).map((value) => toNumber(value) as number);
    if (all.length <= sample) return null;
    const mean = all.reduce((a, b) => a + b, 0) / all.length;
    return asDouble(Math.sqrt(all.reduce((s, x) => s + (x - mean) ** 2, 0) / (all.length - sample)));
  };

export function percentile(values: unknown[], at: number): unknown {
  const all = numbers(values)
    .map((value) => toNumber(value) as number)
    .sort((a, b) => a - b);
  if (all.length === 0) return null;
  return asDouble(all[Math.max(0, Math.ceil(at * all.length) - 1)] as number);
}

/** Each value once, in the order they came. */
export function distinct(values: Iterable<unknown>): unknown[] {
  const known = new Map<string, unknown>();
  for (const value of values) {
    const name = identity(value);
    if (!known.has(name)) known.set(name, value);
  }
  return [...known.values()];
}
