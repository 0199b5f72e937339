import { compiled } from "./matcher.ts";
import { type Doc, isDocument } from "./values.ts";

/** Which element of an array made the filter match: what `$` stands for in an update or a projection. */
export function matchedPosition(filter: Doc, doc: Doc): number | undefined {
  let position: number | undefined;
  for (const [path, condition] of Object.entries(filter)) {
    if (path === "$and") {
      for (const part of condition as Doc[]) position = matchedPosition(part, doc) ?? position;
      continue;
    }
    if (path === "$or") {
      const branch = (condition as Doc[]).find((part) => compiled(part)(doc));
      position = (branch && matchedPosition(branch, doc)) ?? position;
      continue;
    }
    if (path.startsWith("$")) continue;
    const parts = path.split(".");
    let at: unknown = doc;
    let depth = 0;
    while (depth < parts.length && isDocument(at)) at = at[parts[depth++] as string];
    if (!Array.isArray(at)) continue;
    const rest = parts.slice(depth);
    const test = compiled({ [["array", ...rest].join(".")]: condition });
    const found = at.findIndex((item) => test({ array: [item] }));
    if (found >= 0) position = found;
  }
  return position;
}
