import { same } from "./compare.ts";
import { MongoError } from "./errors.ts";
import { matches, normalize, type Predicate } from "./matcher.ts";
import { ABSENT, MODIFIERS, type Modifier } from "./modifiers.ts";
import { isIndex } from "./paths.ts";
import { runPipeline } from "./pipeline.ts";
import { type Doc, isDocument } from "./values.ts";

export type Update = (doc: Doc, how: { position?: number | undefined; inserting?: boolean }) => Doc;
type Step = { path: string; parts: string[]; modifier: Modifier; onInsert: boolean };
type Filters = Map<string, Predicate>;

const bad = (message: string, code = 2) => new MongoError(code, message);
const UPDATE_STAGES = ["$set", "$addFields", "$unset", "$project", "$replaceRoot", "$replaceWith"];

/** Reads an update of any of MongoDB's three styles; applies to a document it may change in place. */
export function compileUpdate(
  update: unknown,
  arrayFilters: unknown[] = [],
  variables: Doc = {},
): { apply: Update; replaces: boolean } {
  if (Array.isArray(update)) {
    const foreign = update.flatMap(Object.keys).find((stage) => !UPDATE_STAGES.includes(stage));
    if (foreign) throw bad(`${foreign} is not allowed to be used within an update`, 72);
    return {
      apply: keepId((doc) => runPipeline([doc], update as Doc[], { variables })[0] as Doc),
      replaces: false,
    };
  }
  if (!isDocument(update)) throw bad("Update argument must be either an object or an array", 9);
  const names = Object.keys(update);
  if (!names[0]?.startsWith("$")) {
    const dollar = names.find((name) => name.startsWith("$"));
    if (dollar)
      throw bad(`The dollar ($) prefixed field '${dollar}' in '${dollar}' is not valid for storage.`, 52);
    return { apply: keepId(() => ({ ...update })), replaces: true };
  }
  const filters = compileFilters(
    arrayFilters,
    JSON.stringify(names.flatMap((name) => Object.keys(update[name] as Doc))),
  );
  const steps = compileSteps(update);
  const moves = Object.entries((update.$rename ?? {}) as Doc) as [string, string][];
  const apply: Update = (doc, { position, inserting }) => {
    const now = new Date();
    for (const [from, to] of moves) rename(doc, from.split("."), to.split("."));
    for (const { parts, modifier, onInsert, path } of steps)
      if (!onInsert || inserting) change(doc, parts, modifier, { position, filters, now, path });
    return doc;
  };
  return { apply: keepId(apply), replaces: false };
}

/** The _id never changes: it is kept when left out, refused (66) when it would be another. */
function keepId(apply: Update): Update {
  return (doc, how) => {
    const id = doc._id;
    const after = apply(doc, how);
    if (id === undefined) return after;
    if (after._id === undefined && after !== doc) return { _id: id, ...after };
    if (after._id === undefined || !same(after._id, id))
      throw bad("Performing an update on the path '_id' would modify the immutable field '_id'", 66);
    return Object.keys(after)[0] === "_id" ? after : { _id: id, ...after };
  };
}

function compileFilters(arrayFilters: unknown[], used: string): Filters {
  const filters: Filters = new Map();
  for (const filter of arrayFilters) {
    const [first] = isDocument(filter) ? Object.keys(filter) : [];
    const name = (
      first?.startsWith("$") ? Object.keys(((filter as Doc)[first] as Doc[])[0] as Doc)[0] : first
    )?.split(".")[0];
    if (!name || !/^[a-z][a-zA-Z0-9]*$/.test(name))
      throw bad(
        "Error parsing array filter: the top-level field name must be an alphanumeric string beginning with a lowercase letter",
      );
    if (filters.has(name))
      throw bad(`Found multiple array filters with the same top-level field name ${name}`, 9);
    if (!used.includes(`$[${name}]`))
      throw bad(`The array filter for identifier '${name}' was not used in the update`, 9);
    const test = matches(filter as Doc);
    filters.set(name, (item) => test({ [name]: item }));
  }
  for (const [, name] of used.matchAll(/\$\[(\w+)\]/g))
    if (!filters.has(name as string)) throw bad(`No array filter found for identifier '${name}' in path`, 2);
  return filters;
}

function compileSteps(update: Doc): Step[] {
  const steps: Step[] = [];
  const paths: string[] = [];
  for (const [name, fields] of Object.entries(update)) {
    const make = MODIFIERS[name];
    if (!make && name !== "$rename")
      throw bad(
        `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
        9,
      );
    if (!isDocument(fields))
      throw bad(
        `Modifiers operate on fields but we found type ${typeof fields} instead. For example: {$mod: {<field>: ...}}`,
        9,
      );
    for (const [path, argument] of Object.entries(fields)) {
      checkPath(path);
      paths.push(path);
      if (make)
        steps.push({
          path,
          parts: path.split("."),
          modifier: make(path, argument),
          onInsert: name === "$setOnInsert",
        });
      else {
        if (typeof argument !== "string") throw bad("The 'to' field for $rename must be a string");
        checkPath(argument);
        if (`${path}.${argument}`.includes("$"))
          throw bad("The source and target field for $rename may not be dynamic");
        paths.push(argument);
      }
    }
  }
  const sorted = paths.sort((a, b) => (`${a}.` < `${b}.` ? -1 : 1));
  sorted.forEach((path, i) => {
    const before = sorted[i - 1];
    if (before !== undefined && `${path}.`.startsWith(`${before}.`))
      throw bad(`Updating the path '${path}' would create a conflict at '${before}'`, 40);
  });
  return steps.sort((a, b) => a.path.localeCompare(b.path, "en", { numeric: true }));
}

function checkPath(path: string): void {
  if (path.split(".").includes(""))
    throw bad(`The update path '${path}' contains an empty field name, which is not allowed.`, 56);
  if (path.split(".").includes("__proto__")) throw bad(`The update path '${path}' is not valid for storage.`);
  if (path.startsWith("$"))
    throw bad(`The dollar ($) prefixed field '${path}' in '${path}' is not valid for storage.`, 52);
}

type Applying = { position: number | undefined; filters: Filters; now: Date; path: string };

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

function change(at: Doc | unknown[], parts: string[], modifier: Modifier, how: Applying, depth = 0): void {
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
  if (depth === parts.length - 1) {
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

function put(at: Doc | unknown[], key: string, value: unknown): void {
  if (Array.isArray(at)) {
    if (Number(key) > at.length + 1_500_000) throw bad("can't backfill more than 1500000 elements", 34);
    while (at.length < Number(key)) at.push(null);
    at[Number(key)] = value;
  } else at[key] = value;
}

function rename(doc: Doc, from: string[], to: string[]): void {
  const take = {
    creates: false,
    apply: (value: unknown) => {
      taken = value;
      return ABSENT;
    },
  };
  let taken: unknown;
  const how = { position: undefined, filters: new Map(), now: new Date(0), path: "" };
  change(doc, from, take, how);
  if (taken !== undefined) change(doc, to, { creates: true, apply: () => taken }, how);
}

/** The document an upsert starts from: what the filter says by equality. */
export function fromFilter(filter: Doc, replaces: boolean): Doc {
  const doc: Doc = {};
  const seen = new Set<string>();
  const fill = (part: Doc) => {
    for (const [path, operators] of Object.entries(part)) {
      if (path === "$and") (operators as Doc[]).forEach(fill);
      else if (!path.startsWith("$") && "$eq" in (operators as Doc) && (!replaces || path === "_id")) {
        if (
          [...seen].some((other) => `${path}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${path}.`))
        )
          throw bad(`cannot infer query fields to set, path '${path}' is matched twice`, 54);
        seen.add(path);
        const value = (operators as Doc).$eq;
        if ((value as { _bsontype?: string } | null)?._bsontype === "BSONRegExp") continue;
        change(
          doc,
          path.split("."),
          { creates: true, apply: () => value },
          { position: undefined, filters: new Map(), now: new Date(0), path },
        );
      }
    }
  };
  fill(normalize(filter));
  return doc;
}
