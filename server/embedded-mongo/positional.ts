import { compiled } from "./matcher.ts";
import { type Doc, isDocument } from "./values.ts";

/** What matches by no element, or by the array as a whole. */
const NEGATIONS = ["$ne", "$nin", "$not"];
const WHOLE = ["$exists", "$size"];

/** Which element of an array made the filter match: what `$` stands for in an update or a projection.
 * As in MongoDB, neither a negation nor a branch of an `$or` says which. */
export function matchedPosition(filter: Doc, doc: Doc): number | undefined {
  let position: number | undefined;
  for (const [path, condition] of Object.entries(filter)) {
    if (path === "$and" || (path === "$or" && (condition as Doc[]).length === 1))
      for (const part of condition as Doc[]) position = matchedPosition(part, doc) ?? position;
    if (path.startsWith("$")) continue;
    const rest = path.split(".");
    let at: unknown = doc;
    while (rest.length > 0 && isDocument(at)) at = at[rest.shift() as string];
    if (!Array.isArray(at)) continue;
    for (const [name, argument] of Object.entries(condition as Doc)) {
      if (NEGATIONS.includes(name) || (rest.length === 0 && WHOLE.includes(name))) continue;
      const test = compiled({ [["array", ...rest].join(".")]: { [name]: argument } });
      const found = at.findIndex((item) => test({ array: [item] }));
      if (found >= 0) position = found;
    }
  }
  return position;
}
