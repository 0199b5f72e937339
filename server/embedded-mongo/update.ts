import type { Timestamp } from "bson";
import { same } from "./compare.ts";
import { MongoError, notImplemented } from "./errors.ts";
import { isRegex, matches, normalize, type Predicate } from "./matcher.ts";
import { isIndex } from "./paths.ts";
import { pipelineOver } from "./stages.ts";
import { MODIFIERS, type Modifier, timestamp } from "./update-operators.ts";
import { type Doc, isDocument, tag } from "./values.ts";

/** Changes a document in place, or gives another; without `matched` (the place $ stands for) it inserts. */
export type Update = (doc: Doc, matched?: () => number | undefined) => Doc;
export type CompiledUpdate = { apply: Update; replaces: boolean };
/** Paths that were changed: true for those themselves, false for those on the way. */
type Claimed = Map<string, boolean>;
type Applying = {
  matched?: (() => number | undefined) | undefined;
  filters: Map<string, Predicate>;
  trail: string[];
  changed?: Claimed | undefined;
};
type Step = { parts: string[]; run: (doc: Doc, how: Applying) => void };

const bad = (message: string, code = 2) => new MongoError(code, message);
const POSITIONAL = /^\$(\[\w*\])?$/;
const UPDATE_STAGES = "$set $addFields $unset $project $replaceRoot $replaceWith".split(" ");

/** Reads an update of any of MongoDB's three styles. */
export function compileUpdate(update: unknown, arrayFilters: unknown, variables: Doc): CompiledUpdate {
  const byOperators = isDocument(update) && Object.keys(update)[0]?.startsWith("$");
  if (arrayFilters && !byOperators) throw bad("arrayFilters are for updates with operators only", 9);
  if (Array.isArray(update)) {
    const apply = pipelineOver(update as Doc[], variables);
    const foreign = update.flatMap(Object.keys).find((stage) => !UPDATE_STAGES.includes(stage));
    if (foreign) throw bad(`${foreign} is not allowed to be used within an update`, 72);
    return { apply: keepId(apply), replaces: false };
  }
  if (!isDocument(update)) throw bad("Update argument must be either an object or an array", 9);
  if (byOperators) return { apply: keepId(compileOperators(update, arrayFilters)), replaces: false };
  const dollar = Object.keys(update).find((name) => name.startsWith("$"));
  if (dollar) throw bad(`The dollar ($) prefixed field '${dollar}' is not valid for storage.`, 52);
  return { apply: keepId(() => stampZeros(update)), replaces: true };
}

/** Dates the zero timestamps at the top of a document, as MongoDB does of those stored whole. */
export function stampZeros(doc: Doc): Doc {
  const isZero = (field: string) =>
    field !== "_id" && tag(doc[field]) === "Timestamp" && (doc[field] as Timestamp).isZero();
  const dated = Object.keys(doc).filter(isZero);
  return dated.length === 0
    ? doc
    : { ...doc, ...Object.fromEntries(dated.map((name) => [name, timestamp()])) };
}

/** The _id never changes: a replacement without one keeps it, another is refused (66). */
function keepId(apply: Update): Update {
  return (doc, matched) => {
    const id = doc._id;
    const after = apply(doc, matched);
    if (id === undefined) return after;
    const whole = Object.keys(after)[0] === "_id" ? after : { _id: id, ...after };
    if ((after === doc && doc._id === undefined) || !same(whole._id, id))
      throw bad("Performing an update on the path '_id' would modify the immutable field '_id'", 66);
    return whole;
  };
}

function compileOperators(update: Doc, arrayFilters: unknown): Update {
  const claimed: Claimed = new Map();
  const steps = Object.entries(update).flatMap(([name, fields]) => {
    const make = MODIFIERS.get(name);
    if (!make && name !== "$rename") throw bad(`Unknown modifier: ${name}`, 9);
    if (!isDocument(fields)) throw bad(`${name} takes a document of fields`, 9);
    return Object.entries(fields).map(([path, argument]): Step => {
      const parts = partsOf(path);
      claim(claimed, parts, 40);
      if (!make) return rename(parts, argument, claimed);
      const modifier = make(argument);
      const run = (doc: Doc, how: Applying) => void change(doc, parts, modifier, how);
      return { parts, run: name === "$setOnInsert" ? (doc, how) => how.matched ?? run(doc, how) : run };
    });
  });
  // New fields are added in the order of their paths, whatever the operators.
  const key = ({ parts }: Step) => parts.join("\0");
  steps.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const filters = compileFilters((arrayFilters ?? []) as unknown[], steps);
  const dynamic = steps.length > 1 && steps.some(({ parts }) => parts.some((part) => part.startsWith("$")));
  return (doc, matched) => {
    const how: Applying = { matched, filters, trail: [], changed: dynamic ? new Map() : undefined };
    for (const { run } of steps) run(doc, how);
    return doc;
  };
}

function rename(from: string[], target: unknown, claimed: Claimed): Step {
  const to = typeof target === "string" ? partsOf(target) : from;
  if (to.join(".") === from.join(".") || [...from, ...to].some((part) => part.startsWith("$")))
    throw bad("The source and target of $rename must be two paths, none of them dynamic");
  claim(claimed, to, 40);
  const run = (doc: Doc, how: Applying) => {
    const taken: unknown[] = [];
    change(doc, from, { creates: false, moves: true, apply: (value) => void taken.push(value) }, how);
    if (taken[0] === undefined) return;
    change(doc, to, { creates: true, moves: true, apply: () => taken[0] }, how);
  };
  return { parts: to, run };
}

/** The parts of a path that an update may change. */
function partsOf(path: string): string[] {
  const parts = path.split(".");
  if (parts.includes("")) throw bad(`The update path '${path}' contains an empty field name`, 56);
  if (path.startsWith("$")) throw bad(`The dollar ($) prefixed '${path}' is not valid for storage.`, 52);
  if (parts.some((part) => part === "__proto__" || (part.startsWith("$") && !POSITIONAL.test(part))))
    throw notImplemented(`an update of '${path}'`);
  if (parts.filter((part) => part === "$").length > 1)
    throw bad(`Too many positional (i.e. '$') elements found in path '${path}'`);
  return parts;
}

/** Notes a path, refused when it is, leads through, or is on the way to one noted before. */
function claim(claimed: Claimed, parts: string[], code: number): void {
  for (let length = 1; length <= parts.length; length++) {
    const path = parts.slice(0, length).join(".");
    const known = claimed.get(path);
    if (known || (known === false && length === parts.length))
      throw bad(`Updating the path '${parts.join(".")}' would create a conflict at '${path}'`, code);
    claimed.set(path, length === parts.length);
  }
}

/** The predicates of arrayFilters by their names, each used in some path. */
function compileFilters(arrayFilters: unknown[], steps: Step[]): Applying["filters"] {
  const used = steps.flatMap(({ parts }) => parts).filter((part) => /^\$\[\w/.test(part));
  const filters: Applying["filters"] = new Map();
  for (const filter of arrayFilters) {
    if (!isDocument(filter)) throw bad("Array filters must be objects", 14);
    const [name = "", ...others] = new Set(topFields(normalize(filter)));
    if (name !== "" && !/^[a-z][a-zA-Z0-9]*$/.test(name))
      throw bad("The name of an array filter is letters and digits, a lowercase letter first");
    if (name === "" || others.length > 0 || filters.has(name) || !used.includes(`$[${name}]`))
      throw bad("An array filter speaks of one name, that no other has and that the update uses", 9);
    const test = matches(filter);
    filters.set(name, (item) => test({ [name]: item }));
  }
  const missing = used.find((part) => !filters.has(part.slice(2, -1)));
  if (missing) throw bad(`No array filter found for identifier '${missing}' in path`);
  return filters;
}

const topFields = (filter: Doc): string[] =>
  Object.entries(filter).flatMap(([key, value]) => {
    if (!key.startsWith("$")) return key.split(".")[0] as string;
    return key === "$expr" ? [] : (value as Doc[]).flatMap(topFields);
  });

/**
 * Changes what a path leads to below a value, in place, and returns that value. Documents on the way are
 * made; what cannot be entered is refused (28) or, by an operator that creates nothing, left.
 */
function change(value: unknown, parts: string[], modifier: Modifier, how: Applying, depth = 0): unknown {
  const part = parts[depth];
  if (part === undefined) {
    if (how.changed) claim(how.changed, how.trail.slice(0, depth), 40);
    return modifier.apply(value);
  }
  const array = Array.isArray(value) ? value : undefined;
  if (part.startsWith("$") && !array) throw bad(`The path before '${part}' must lead to an array`);
  if (array && modifier.moves) throw bad("The source and target of $rename cannot be array elements");
  const enters = array ? part.startsWith("$") || isIndex(part) : isDocument(value);
  if (!enters && !modifier.creates) return value;
  if (!enters && value !== undefined)
    throw bad(`Cannot create field '${part}' in element '${how.trail.slice(0, depth).join(".")}'`, 28);
  const holder = (value ?? {}) as Doc;
  for (const key of array ? elements(array, part, how) : [part]) {
    how.trail[depth] = key;
    const current = Object.hasOwn(holder, key) ? holder[key] : undefined;
    put(holder, key, change(current, parts, modifier, how, depth + 1));
  }
  return holder;
}

function elements(array: unknown[], part: string, { matched, filters }: Applying): string[] {
  if (!part.startsWith("$")) return [part];
  if (part === "$") {
    const position = matched?.();
    if (position === undefined) throw bad("The positional operator did not find the match it needs");
    return [String(position)];
  }
  const test = filters.get(part.slice(2, -1)) ?? (() => true);
  return Object.keys(array).filter((i) => test(array[Number(i)]));
}

function put(holder: Doc | unknown[], key: string, value: unknown): void {
  if (Array.isArray(holder)) {
    if (value === undefined && Number(key) >= holder.length) return;
    if (Number(key) > holder.length + 1_500_000) throw bad("can't backfill more than 1500000 elements", 34);
    while (holder.length < Number(key)) holder.push(null);
    holder[Number(key)] = value ?? null;
  } else if (value === undefined) delete holder[key];
  else holder[key] = value;
}

/** The document an upsert starts from: what the filter says by equality, once of each path (54). */
export function fromFilter(filter: Doc, replaces: boolean): Doc {
  const doc: Doc = {};
  const how: Applying = { filters: new Map(), trail: [] };
  const claimed: Claimed = new Map();
  const fill = (part: Doc): void => {
    for (const [path, given] of Object.entries(part)) {
      if (path === "$and" || (path === "$or" && (given as Doc[]).length === 1))
        (given as Doc[]).forEach(fill);
      if (replaces && path.startsWith("_id."))
        throw bad(`field at '_id' must be exactly specified, field at sub-path '${path}' found`, 111);
      if (path.startsWith("$") || (replaces && path !== "_id")) continue;
      for (const value of equalities(given as Doc)) {
        claim(claimed, path.split("."), 54);
        change(doc, partsOf(path), { creates: true, apply: () => value }, how);
      }
    }
  };
  fill(normalize(filter));
  return doc;
}

/** What operators say by equality: a list of one is one, and $all names each. */
function equalities({ $eq, $in = [], $all = [] }: Doc): unknown[] {
  const listed = [...(($in as unknown[]).length === 1 ? ($in as unknown[]) : []), ...($all as unknown[])];
  const plain = listed.filter((item) => !isRegex(item) && !(isDocument(item) && "$elemMatch" in item));
  return $eq === undefined ? plain : [$eq, ...plain];
}
