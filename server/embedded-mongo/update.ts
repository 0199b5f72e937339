import { same } from "./compare.ts";
import { MongoError } from "./errors.ts";
import { matches } from "./matcher.ts";
import { MODIFIERS, type Modifier } from "./modifiers.ts";
import { pipelineOver } from "./pipeline/pipeline.ts";
import { type Doc, isDocument } from "./values.ts";
import { type Applying, change, type Filters, rename } from "./walk.ts";

export type Update = (doc: Doc, how: { position?: number | undefined; inserting?: boolean }) => Doc;
type Step = { path: string; parts: string[]; modifier: Modifier; onInsert: boolean };

const bad = (message: string, code = 2) => new MongoError(code, message);
const UPDATE_STAGES = ["$set", "$addFields", "$unset", "$project", "$replaceRoot", "$replaceWith"];

/** Reads an update of any of MongoDB's three styles; applies to a document it may change in place. */
export function compileUpdate(
  update: unknown,
  arrayFilters: unknown[] | undefined,
  variables: Doc = {},
): { apply: Update; replaces: boolean } {
  if (
    arrayFilters &&
    (Array.isArray(update) || (isDocument(update) && !Object.keys(update)[0]?.startsWith("$")))
  )
    throw bad("arrayFilters may only be specified for updates with operators", 9);
  if (Array.isArray(update)) {
    const apply = keepId(pipelineOver(update as Doc[], variables));
    const foreign = update.flatMap(Object.keys).find((stage) => !UPDATE_STAGES.includes(stage));
    if (foreign) throw bad(`${foreign} is not allowed to be used within an update`, 72);
    return { apply, replaces: false };
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
    arrayFilters ?? [],
    JSON.stringify(names.flatMap((name) => Object.keys((update[name] ?? {}) as Doc))),
  );
  const steps = compileSteps(update);
  const dynamic = steps.length > 1 && steps.some(({ path }) => path.includes(".$"));
  const moves = Object.entries((update.$rename ?? {}) as Doc) as [string, string][];
  const apply: Update = (doc, { position, inserting }) => {
    const how: Applying = {
      position,
      filters,
      now: new Date(),
      trail: [],
      changed: dynamic ? [] : undefined,
    };
    for (const [from, to] of moves) rename(doc, from.split("."), to.split("."));
    for (const { parts, modifier, onInsert } of steps)
      if (!onInsert || inserting) change(doc, parts, modifier, how);
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
    const tops = [...new Set(topFields(filter))];
    const [name, other] = tops;
    if (name === undefined)
      throw bad("Cannot use an expression without a top-level field name in arrayFilters", 9);
    if (other !== undefined)
      throw bad(
        `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${name}' and '${other}'`,
        9,
      );
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
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

/** The names that an array filter speaks of, through $and, $or and $nor. */
function topFields(filter: unknown): string[] {
  if (!isDocument(filter)) throw bad("Array filters must be objects", 14);
  return Object.entries(filter).flatMap(([key, value]) =>
    key.startsWith("$")
      ? Array.isArray(value)
        ? value.flatMap(topFields)
        : []
      : [key.split(".")[0] as string],
  );
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
        if (`${path}.`.startsWith(`${argument}.`) || `${argument}.`.startsWith(`${path}.`))
          throw bad("The source and target field for $rename must differ and not be on the same path");
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
  if (path.split(".").filter((part) => part === "$").length > 1)
    throw bad(`Too many positional (i.e. '$') elements found in path '${path}'`);
  if (path.startsWith("$"))
    throw bad(`The dollar ($) prefixed field '${path}' in '${path}' is not valid for storage.`, 52);
}
