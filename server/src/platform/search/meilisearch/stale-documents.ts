import { not, oneOf, toMeilisearch } from "@acquis/search-config/filters/filter-tree.ts";
import type { Meilisearch } from "meilisearch";

/** How many documents were made by another version of the projection: what is stored changed, so rebuild. */
export async function staleDocuments(client: Meilisearch, uid: string, version: number): Promise<number> {
  const filter = toMeilisearch(not(oneOf("version", [version]))) ?? [];
  const { totalHits } = await client.index(uid).search("", { filter, page: 1, hitsPerPage: 0 });
  return totalHits;
}
