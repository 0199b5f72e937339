import type { SuggestItem } from "@acquis/search-config/referential/suggestion.rules.ts";
import {
  type SuggestionDocument,
  toSuggestionDocuments,
} from "@acquis/search-config/referential/suggestion-document.ts";
import type { DocumentSource } from "../platform/search/meilisearch/document-source.ts";
import type { VerifyOptions } from "../platform/search/meilisearch/verify-documents.ts";
import { EDITION_ID, editionDocument, editionOf } from "./meilisearch-texts.ts";

/** The texts of items of one kind as their index should have them. */
export function suggestionSource(
  items: readonly SuggestItem[],
  { whole }: { whole: boolean },
): DocumentSource<SuggestionDocument> {
  const edition = editionOf(items);
  const documents = toSuggestionDocuments(items, edition);
  // Last, so that an edition is never said whole before it is.
  if (whole) documents.push(editionDocument(edition, edition));
  return {
    count: async () => documents.length,
    documentId: (id) => id,
    async *all() {
      for (const document of documents) yield { id: document.id, revision: 1, document };
    },
  };
}

/** What to ignore when an index is compared: another edition, which another server may still answer from, and which is whole. */
export function ofAnotherEdition(items: readonly SuggestItem[]): VerifyOptions<SuggestionDocument>["ignore"] {
  const edition = editionOf(items);
  return {
    fields: ["edition"],
    when: (document) => document.edition !== edition || document.id === EDITION_ID,
  };
}
