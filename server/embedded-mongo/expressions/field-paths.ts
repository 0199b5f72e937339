import { MongoError } from "../errors.ts";
import { isDocument } from "../values.ts";

const fail = (code: number, message: string) => new MongoError(code, message);

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
  if (path === "") throw fail(40352, "FieldPath cannot be constructed with empty string");
  if (path.endsWith(".")) throw fail(40353, "FieldPath must not end with a '.'.");
  if (parts.includes("")) throw fail(15998, "FieldPath field names may not be empty strings.");
  if (parts.some((part) => part.startsWith("$") && !["$id", "$ref", "$db"].includes(part)))
    throw fail(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
  return parts;
}

export function checkVariable(name: string): void {
  if (name === "" || !/^[a-z\u0080-\uffff]/.test(name))
    throw fail(16867, `'${name}' starts with an invalid character for a user variable name`);
  if (!/^[\w\u0080-\uffff]+$/.test(name))
    throw fail(16868, `'${name}' contains an invalid character for a variable name`);
}
