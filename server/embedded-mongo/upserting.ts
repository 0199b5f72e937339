import { MongoError } from "./errors.ts";
import { normalize } from "./matcher.ts";
import { type Doc, isDocument, tag } from "./values.ts";
import { change, fixed } from "./walk.ts";

const bad = (message: string, code = 2) => new MongoError(code, message);

/** What operators say by equality: a list of one is one, and $all names each. */
function equalities({ $eq, $in, $all }: Doc): unknown[] {
  const plain = (list: unknown) =>
    (list as unknown[]).filter(
      (item) => tag(item) !== "BSONRegExp" && !(isDocument(item) && "$elemMatch" in item),
    );
  return [
    ...($eq === undefined ? [] : [$eq]),
    ...(Array.isArray($in) && $in.length === 1 ? plain($in) : []),
    ...(Array.isArray($all) ? plain($all) : []),
  ];
}

/** The document an upsert starts from: what the filter says by equality. */
export function fromFilter(filter: Doc, replaces: boolean): Doc {
  const doc: Doc = {};
  const seen = new Set<string>();
  const set = (path: string, value: unknown) => {
    if ([...seen].some((other) => `${path}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${path}.`)))
      throw bad(`cannot infer query fields to set, path '${path}' is matched twice`, 54);
    seen.add(path);
    change(doc, path.split("."), { creates: true, apply: () => value }, fixed());
  };
  const fill = (part: Doc) => {
    for (const [path, given] of Object.entries(part)) {
      if (path === "$and") (given as Doc[]).forEach(fill);
      else if (path === "$or" && (given as Doc[]).length === 1) (given as Doc[]).forEach(fill);
      else if (replaces && path.startsWith("_id."))
        throw bad(`field at '_id' must be exactly specified, field at sub-path '${path}' found`, 111);
      else if (!path.startsWith("$") && (!replaces || path === "_id"))
        for (const value of equalities(given as Doc)) set(path, value);
    }
  };
  fill(normalize(filter));
  return doc;
}
