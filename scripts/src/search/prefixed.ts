import type { IndexDefinition } from "@acquis/search-config/settings/index-settings.ts";

/** An index under the name it has on this Meilisearch: see MEILI_PREFIX in docs/operations.md. */
export function prefixed(index: IndexDefinition): IndexDefinition {
  return { ...index, uid: `${process.env.MEILI_PREFIX ?? ""}${index.uid}` };
}
