import { isMissing, must } from "./arguments.ts";
import { notImplemented } from "./errors.ts";
import { type Doc, isDocument, toNumber } from "./values.ts";

/** What an expression takes as true: everything but false, null, missing and zero. */
export const isTruthy = (value: unknown): boolean =>
  !isMissing(value) && value !== false && toNumber(value) !== 0;

/** Every value below a path: arrays on the way are mapped over, what is not a document has nothing. */
export function valueAt(value: unknown, parts: readonly string[], from = 0): unknown {
  let at = value;
  for (let i = from; i < parts.length; i++) {
    if (Array.isArray(at)) {
      const found = at.map((item) => (Array.isArray(item) ? undefined : valueAt(item, parts, i)));
      return found.filter((item) => item !== undefined);
    }
    const part = parts[i] as string;
    if (!isDocument(at) || !Object.hasOwn(at, part)) return undefined;
    at = at[part];
  }
  return at;
}

/** The parts of a path, refused as MongoDB refuses them: empty names, names that begin with a dollar. */
export function pathParts(path: string): string[] {
  const parts = path.split(".");
  must(path !== "", 40_352, "FieldPath cannot be constructed with empty string");
  must(!path.endsWith("."), 40_353, "FieldPath must not end with a '.'.");
  must(!parts.includes(""), 15_998, "FieldPath field names may not be empty strings.");
  const wrong = parts.find((part) => part.startsWith("$") && !["$id", "$ref", "$db"].includes(part));
  must(wrong === undefined, 16_410, `FieldPath field names may not start with '$': ${wrong}`);
  if (parts.includes("__proto__")) throw notImplemented("a field named __proto__");
  return parts;
}

/** Sets a path, whatever stood on its way, or removes it when there is no value. */
export function setter(path: string): (doc: Doc, value: unknown) => Doc {
  const parts = pathParts(path);
  return (doc, value) => withValue(doc, parts, value);
}
function withValue(doc: Doc, [key = "", ...rest]: string[], value: unknown): Doc {
  const inner = isDocument(doc[key]) ? doc[key] : {};
  const out = { ...doc, [key]: rest.length > 0 ? withValue(inner, rest, value) : value };
  if (out[key] === undefined) delete out[key];
  return out;
}

export function checkVariable(name: unknown): asserts name is string {
  const isName = typeof name === "string" && /^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name);
  must(isName, 16_867, `no variable is named so: ${name}`);
}
