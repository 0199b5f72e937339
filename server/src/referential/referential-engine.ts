import type { SuggestItem } from "@acquis/search-config/referential/suggestion.rules.ts";
import type { Suggestion } from "@acquis/shared/referential/referential.schema.ts";

export interface SuggestQuery {
  q: string;
  kind: Suggestion["kind"];
  limit: number;
}

/**
 * Port: competencies and occupations while typing. Every adapter answers exactly `suggestExactly`
 * (search-config); nothing typed answers nothing.
 */
export interface ReferentialEngine {
  /** Replaces everything known; families are never given. */
  load(items: readonly SuggestItem[]): Promise<void>;
  suggest(query: SuggestQuery): Promise<Suggestion[]>;
}
