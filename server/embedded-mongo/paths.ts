import { MongoError } from "./errors.ts";
import { EMPTY_ARRAY } from "./keys.ts";
import { type Doc, isDocument } from "./values.ts";

export type Path = readonly string[];
type Test = (value: unknown) => boolean;
const own = (doc: Doc, field: string): unknown => (Object.hasOwn(doc, field) ? doc[field] : undefined);
export const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/**
 * Whether a value that MongoDB finds at `parts` passes: arrays on the way are walked, and with `expand` an
 * array at the end offers its elements, then itself. A missing field is offered as undefined.
 */
export function anyValue(root: unknown, parts: Path, expand: boolean, test: Test, from = 0): boolean {
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

export const hasPath = (doc: Doc, parts: Path): boolean =>
  anyValue(doc, parts, false, (value) => value !== undefined);

/** What is left of a path below a value; `FINAL` where even an array is indexed whole, as within another. */
type Walker = { at: unknown; rest: Path };
const FINAL: Path = [];

/** As far as a path goes without entering an array by anything but a place in it. */
function advance({ at, rest }: Walker): Walker {
  if (rest.length === 0) return { at, rest };
  const part = rest[0] as string;
  if (isDocument(at)) return advance({ at: own(at, part), rest: rest.slice(1) });
  if (!Array.isArray(at)) return { at: undefined, rest: FINAL };
  if (!isIndex(part) || Number(part) >= at.length) return { at, rest };
  return advance({ at: at[Number(part)], rest: rest.slice(1) });
}

const element = (item: unknown, rest: Path): Walker =>
  rest.length === 0 ? { at: item, rest: FINAL } : { at: Array.isArray(item) ? undefined : item, rest };

/**
 * The keys one document gives to an index: one value per field, arrays multiplied out, and which fields met
 * an array. Two different arrays in one compound key are refused (171) as MongoDB does.
 */
export function indexValues(doc: Doc, paths: readonly Path[]): { keys: unknown[][]; multikey: boolean[] } {
  const keys: unknown[][] = [];
  const multikey = paths.map(() => false);
  const expand = (walkers: Walker[]): void => {
    const stopped = walkers.map(advance);
    const open = stopped.map(({ at, rest }) => Array.isArray(at) && rest !== FINAL);
    const first = open.indexOf(true);
    if (first < 0) return void keys.push(stopped.map(({ at }) => at));
    const array = stopped[first]?.at as unknown[];
    if (stopped.some(({ at }, i) => open[i] && at !== array))
      throw new MongoError(171, "cannot index parallel arrays");
    open.forEach((isOpen, i) => {
      if (isOpen) multikey[i] = true;
    });
    for (const item of array.length > 0 ? array : [EMPTY_ARRAY])
      expand(stopped.map((walker, i) => (open[i] ? element(item, walker.rest) : walker)));
  };
  expand(paths.map((path) => ({ at: doc, rest: path })));
  return { keys, multikey };
}
