import type { ObjectId } from "bson";
import { RANK, rank } from "./bson-types.ts";
import { identity } from "./keys.ts";
import { toNumber } from "./values.ts";

/** By UTF-8 bytes, as MongoDB does: surrogate pairs come after every other character. */
function compareStrings(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1);
}

/** MongoDB's total order over BSON values: that of their keys, or a shorter way to the same. */
export function compare(a: unknown, b: unknown): number {
  if (typeof a === "string" && typeof b === "string") return compareStrings(a, b);
  if (typeof a === "number" && typeof b === "number" && !Number.isNaN(a - b)) return a - b;
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  const kind = rank(a);
  const difference = kind - rank(b);
  if (difference !== 0 || kind === RANK.null) return difference;
  if (kind === RANK.double) {
    const [x, y] = [toNumber(a) as number, toNumber(b) as number];
    // The doubles nearest to two numbers stand as they do, unless they are one.
    if (x !== y && !Number.isNaN(x - y)) return x - y;
  }
  if (kind === RANK.bool) return Number(a) - Number(b);
  if (kind === RANK.objectId) return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
  const [x, y] = [identity(a), identity(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

export const same = (a: unknown, b: unknown): boolean =>
  a === b || ((typeof a !== "string" || typeof b !== "string") && compare(a, b) === 0);
