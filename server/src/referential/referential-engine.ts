import type { SuggestItem } from "@acquis/search-config/referential/suggestion.rules.ts";
import type { Suggestion } from "@acquis/shared/referential/referential.schema.ts";
import type { SearchHealth } from "../platform/search/meilisearch/index-client.ts";

export interface SuggestQuery {
  q: string;
  kind: Suggestion["kind"];
  limit: number;
}

/**
 * Port: competencies and occupations while typing. Every adapter answers exactly `suggestExactly`
 * (search-config); nothing typed answers nothing. Errors: search_unavailable.
 */
export interface ReferentialEngine {
  /** True when loading speaks to another server: nobody waits for it, and it is tried again. */
  readonly isRemote: boolean;
  /** Replaces everything known; families are never given. What was known before answers until it is done. */
  load(items: readonly SuggestItem[]): Promise<void>;
  suggest(query: SuggestQuery, signal?: AbortSignal): Promise<Suggestion[]>;
  /** Texts held for a kind, or why they cannot be told. */
  health(kind: Suggestion["kind"]): Promise<SearchHealth>;
}
