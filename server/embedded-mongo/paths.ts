import { MongoError } from "./errors.ts";
import { EMPTY_ARRAY } from "./keys.ts";
import { type Doc, isDocument } from "./values.ts";

const own = (doc: Doc, field: string): unknown => (Object.hasOwn(doc, field) ? doc[field] : undefined);
export const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/**
 * Whether a value that MongoDB finds at `parts` passes: arrays on the way are walked, and with `expand` an
 * array at the end offers its elements, then itself. A missing field is offered as undefined.
 */
export function anyValue(
  root: unknown,
  parts: readonly string[],
  expand: boolean,
  test: (value: unknown) => boolean,
  from = 0,
): boolean {
  let value = root;
  for (let i = from; i < parts.length; i++) {
    const part = parts[i] as string;
    if (Array.isArray(value)) {
      const items = value;
      if (isIndex(part) && Number(part) < items.length) {
        const item = items[Number(part)];
        if (i === parts.length - 1 ? test(item) : anyValue(item, parts, expand, test, i + 1)) return true;
      }
      return items.some((item) => isDocument(item) && anyValue(item, parts, expand, test, i));
    }
    if (!isDocument(value)) return test(undefined);
    value = own(value, part);
  }
  if (expand && Array.isArray(value) && value.some(test)) return true;
  return test(value);
}

type Walker = { at: unknown; rest: readonly string[] };

/**
 * The keys one document gives to an index: one value per field, arrays multiplied out, and which fields met
 * an array. Two different arrays in one compound key are refused (171) as MongoDB does.
 */
export function indexValues(
  doc: Doc,
  paths: readonly (readonly string[])[],
): { keys: unknown[][]; multikey: boolean[] } {
  const keys: unknown[][] = [];
  const multikey = paths.map(() => false);
  const expand = (walkers: Walker[]): void => {
    const stopped = walkers.map(advance);
    const open = (w: Walker) => w.rest !== FIXED && Array.isArray(w.at);
    const array = stopped.find(open)?.at as unknown[] | undefined;
    if (!array) return void keys.push(stopped.map((w) => w.at));
    stopped.forEach((w, i) => {
      if (!open(w)) return;
      if (w.at !== array) throw new MongoError(171, "cannot index parallel arrays");
      multikey[i] = true;
    });
    const items = array.length > 0 ? array : [undefined];
    for (const item of items)
      expand(stopped.map((w) => (open(w) ? inside(array.length > 0 ? item : EMPTY_ARRAY, w.rest) : w)));
  };
  expand(paths.map((path) => ({ at: doc, rest: path })));
  return { keys, multikey };
}

/** A value that is final even when it is an array: arrays inside arrays are indexed whole. */
const FIXED: readonly string[] = [];

function inside(item: unknown, rest: readonly string[]): Walker {
  if (rest.length === 0) return { at: item, rest: FIXED };
  return isDocument(item) ? { at: item, rest } : { at: undefined, rest: FIXED };
}

function advance(walker: Walker): Walker {
  let { at, rest } = walker;
  if (rest === FIXED) return walker;
  while (rest.length > 0) {
    const part = rest[0] as string;
    if (Array.isArray(at)) {
      if (!isIndex(part) || Number(part) >= at.length) return { at, rest };
      at = at[Number(part)];
    } else if (isDocument(at)) at = own(at, part);
    else return { at: undefined, rest: FIXED };
    rest = rest.slice(1);
  }
  return { at, rest };
}

export const hasPath = (doc: Doc, parts: readonly string[]): boolean =>
  anyValue(doc, parts, false, (value) => value !== undefined);
