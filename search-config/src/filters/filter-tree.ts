/** What a search may be narrowed by: a tree that can be written for Meilisearch, or evaluated on a document. */
export type Filter =
  | { all: readonly Filter[] }
  | { any: readonly Filter[] }
  | { not: Filter }
  | { field: string; in: readonly (string | number)[] }
  | { field: string; min?: number; max?: number };

export const EVERYBODY: Filter = { all: [] };
export const NOBODY: Filter = { any: [] };

const isEverybody = (filter: Filter) => "all" in filter && filter.all.length === 0;
const isNobody = (filter: Filter) => "any" in filter && filter.any.length === 0;

/** Put the rarest first: Meilisearch stops at the first that leaves nobody, and looks no further than who is left. */
export function and(...filters: readonly Filter[]): Filter {
  const kept = filters.flatMap((filter) => ("all" in filter ? filter.all : [filter]));
  if (kept.some(isNobody)) return NOBODY;
  return kept.length === 1 ? (kept[0] as Filter) : { all: kept };
}

export function or(...filters: readonly Filter[]): Filter {
  const kept = filters.flatMap((filter) => ("any" in filter ? filter.any : [filter]));
  if (kept.some(isEverybody)) return EVERYBODY;
  return kept.length === 1 ? (kept[0] as Filter) : { any: kept };
}

export function not(filter: Filter): Filter {
  if (isEverybody(filter)) return NOBODY;
  if (isNobody(filter)) return EVERYBODY;
  return "not" in filter ? filter.not : { not: filter };
}

/** One of the values; nobody when there is none. */
export function oneOf(field: string, values: readonly (string | number)[]): Filter {
  return values.length === 0 ? NOBODY : { field, in: values };
}

/** At least `count` of the filters: halves are combined, so that six filters give some twenty leaves, not sixty. */
export function atLeast(count: number, filters: readonly Filter[]): Filter {
  if (count <= 0) return EVERYBODY;
  if (count > filters.length) return NOBODY;
  if (count === filters.length) return and(...filters);
  if (count === 1) return or(...filters);
  const middle = filters.length >> 1;
  const left = filters.slice(0, middle);
  const right = filters.slice(middle);
  const ways: Filter[] = [];
  for (let first = Math.max(0, count - right.length); first <= Math.min(count, left.length); first++)
    ways.push(and(atLeast(first, left), atLeast(count - first, right)));
  return or(...ways);
}

/** A filter as Meilisearch reads it: all of these, of an array at least one. */
export type WrittenFilter = (string | string[])[];

/** Values in one string, at most. */
const TOGETHER = 24;

/**
 * The filter as Meilisearch reads it; null when it keeps everybody. Nobody is written as no document has it.
 * Meilisearch copies a whole string for each of its values (filter-parser, `OwnedSpan`), so that its time grows with
 * the square of the length: a filter is cut into strings as far as arrays allow, which is two levels.
 */
export function toMeilisearch(filter: Filter): WrittenFilter | null {
  if (isEverybody(filter)) return null;
  return required(filter).map((one) => {
    const ways = alternatives(one).map(write);
    return ways.length === 1 ? (ways[0] as string) : ways;
  });
}

/** What a filter requires altogether. */
function required(filter: Filter): readonly Filter[] {
  if ("all" in filter && filter.all.length > 0) return filter.all.flatMap(required);
  if ("not" in filter && "any" in filter.not && filter.not.any.length > 0)
    return filter.not.any.flatMap((one) => required(not(one)));
  return [filter];
}

/** What of a filter is enough. */
function alternatives(filter: Filter): readonly Filter[] {
  if ("any" in filter && filter.any.length > 0) return filter.any.flatMap(alternatives);
  if ("not" in filter && "all" in filter.not && filter.not.all.length > 0)
    return filter.not.all.flatMap((one) => alternatives(not(one)));
  if (!("in" in filter) || filter.in.length <= TOGETHER) return [filter];
  return Array.from({ length: Math.ceil(filter.in.length / TOGETHER) }, (_, at) => ({
    field: filter.field,
    in: filter.in.slice(at * TOGETHER, (at + 1) * TOGETHER),
  }));
}

const quote = (value: string | number) =>
  typeof value === "number" ? String(value) : `"${value.replace(/[\\"]/g, "\\$&")}"`;

function write(filter: Filter): string {
  if ("all" in filter)
    return filter.all.length === 0 ? "NOT version = -1" : filter.all.map(bracket).join(" AND ");
  if ("any" in filter) return filter.any.length === 0 ? "version = -1" : filter.any.map(bracket).join(" OR ");
  if ("not" in filter) return `NOT ${bracket(filter.not)}`;
  if ("in" in filter)
    return filter.in.length === 1
      ? `${filter.field} = ${quote(filter.in[0] as string | number)}`
      : `${filter.field} IN [${filter.in.map(quote).join(",")}]`;
  const bounds = [
    ...(filter.min === undefined ? [] : [`${filter.field} >= ${filter.min}`]),
    ...(filter.max === undefined ? [] : [`${filter.field} <= ${filter.max}`]),
  ];
  return bounds.join(" AND ");
}

const bracket = (filter: Filter) => ("in" in filter ? write(filter) : `(${write(filter)})`);

/** Whether a document passes: what Meilisearch does with the same tree, for tests of what plans it. */
export function passes(filter: Filter, document: Readonly<Record<string, unknown>>): boolean {
  if ("all" in filter) return filter.all.every((one) => passes(one, document));
  if ("any" in filter) return filter.any.some((one) => passes(one, document));
  if ("not" in filter) return !passes(filter.not, document);
  const value = document[filter.field];
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if ("in" in filter) return filter.in.some((wanted) => values.includes(wanted));
  return values.some(
    (one) => typeof one === "number" && one >= (filter.min ?? -Infinity) && one <= (filter.max ?? Infinity),
  );
}
