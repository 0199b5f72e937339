import { DomainError } from "@acquis/shared/platform/errors.ts";
import { DocumentsRefused, type RefusedDocument } from "./documents-refused.ts";

/**
 * Gives items to an engine; when it fails on them, by halves, until the one it fails on is alone. Answers those
 * that cannot be given; throws search_unavailable, for which waiting is the remedy.
 */
export async function pushApart<T extends { id: string }>(
  items: readonly T[],
  give: (some: readonly T[]) => Promise<void>,
): Promise<RefusedDocument[]> {
  if (items.length === 0) return [];
  try {
    await give(items);
    return [];
  } catch (error) {
    if (error instanceof DocumentsRefused) return [...error.refused];
    if (error instanceof DomainError && error.code === "search_unavailable") throw error;
    const [first] = items;
    if (first && items.length === 1)
      return [{ id: first.id, reason: error instanceof Error ? error.message : String(error) }];
    const middle = items.length >> 1;
    return [
      ...(await pushApart(items.slice(0, middle), give)),
      ...(await pushApart(items.slice(middle), give)),
    ];
  }
}
