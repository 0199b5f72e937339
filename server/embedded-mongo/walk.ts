import { MongoError } from "./errors.ts";
import type { Predicate } from "./matcher.ts";
import { ABSENT, type Modifier } from "./modifiers.ts";
import { isIndex } from "./paths.ts";
import { type Doc, isDocument } from "./values.ts";

export type Filters = Map<string, Predicate>;
const bad = (message: string, code = 2) => new MongoError(code, message);

export type Applying = {
  position: number | undefined;
  filters: Filters;
  now: Date;
  /** Where the walk is, and what has been changed before: two changes of one element are refused. */
  trail: string[];
  changed: string[] | undefined;
};
export const fixed = (): Applying => ({
  position: undefined,
  filters: new Map(),
  now: new Date(0),
  trail: [],
  changed: undefined,
});

function positions(array: unknown[], part: string, { position, filters }: Applying): number[] {
  if (part === "$") {
    if (position === undefined)
      throw bad("The positional operator did not find the match needed from the query.");
    return [position];
  }
  const every = array.map((_, i) => i);
  if (part === "$[]") return every;
  const test = filters.get(part.slice(2, -1)) as Predicate;
  return every.filter((i) => test(array[i]));
}

export function change(
  at: Doc | unknown[],
  parts: string[],
  modifier: Modifier,
  how: Applying,
  depth = 0,
): void {
  const part = parts[depth] as string;
  if (part.startsWith("$")) {
    if (!Array.isArray(at))
      throw bad(
        `The path '${parts.slice(0, depth).join(".")}' must exist in the document in order to apply array updates.`,
      );
    for (const i of positions(at, part, how)) step(at, String(i), parts, modifier, how, depth);
  } else step(at, part, parts, modifier, how, depth);
}

function step(
  at: Doc | unknown[],
  key: string,
  parts: string[],
  modifier: Modifier,
  how: Applying,
  depth: number,
): void {
  const holder = at as Doc;
  const viable = !Array.isArray(at) || isIndex(key);
  if (!viable) {
    if (!modifier.creates) return;
    throw bad(`Cannot create field '${key}' in element {${parts[depth - 1]}: ...}`, 28);
  }
  const current = Object.hasOwn(holder, key) ? holder[key] : undefined;
  how.trail[depth] = key;
  if (depth === parts.length - 1) {
    if (how.changed) note(how.changed, how.trail.slice(0, depth + 1).join("."));
    const next = modifier.apply(current, how.now);
    if (next !== ABSENT) put(at, key, next);
    else if (current !== undefined) Array.isArray(at) ? put(at, key, null) : delete holder[key];
    return;
  }
  if (isDocument(current) || Array.isArray(current)) {
    change(current, parts, modifier, how, depth + 1);
    return;
  }
  if (!modifier.creates) return;
  const next = parts[depth + 1] as string;
  if (current !== undefined)
    throw bad(`Cannot create field '${next}' in element {${key}: ${JSON.stringify(current)}}`, 28);
  const fresh: Doc = {};
  change(fresh, parts, modifier, how, depth + 1);
  put(at, key, fresh);
}

function note(changed: string[], path: string): void {
  if (changed.some((other) => `${path}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${path}.`)))
    throw bad(`Update created a conflict at '${path}'`, 40);
  changed.push(path);
}

function put(at: Doc | unknown[], key: string, value: unknown): void {
  if (Array.isArray(at)) {
    if (Number(key) > at.length + 1_500_000) throw bad("can't backfill more than 1500000 elements", 34);
    while (at.length < Number(key)) at.push(null);
    at[Number(key)] = value;
  } else at[key] = value;
}

export function rename(doc: Doc, from: string[], to: string[]): void {
  const take = {
    creates: false,
    apply: (value: unknown) => {
      taken = value;
      return ABSENT;
    },
  };
  let taken: unknown;
  assertNoArray(doc, from, "source");
  change(doc, from, take, fixed());
  if (taken === undefined) return;
  assertNoArray(doc, to, "destination");
  change(doc, to, { creates: true, apply: () => taken }, fixed());
}

function assertNoArray(doc: Doc, parts: string[], what: string): void {
  let at: unknown = doc;
  for (const part of parts) {
    if (Array.isArray(at)) throw bad(`The ${what} field cannot be an array element: '${parts.join(".")}'`);
    at = isDocument(at) ? at[part] : undefined;
  }
}
