import type { SuggestItem } from "@acquis/search-config/referential/suggestion.rules.ts";
import type { Suggestion } from "@acquis/shared/referential/referential.schema.ts";
import type { ReferentialEngine, SuggestQuery } from "./referential-engine.ts";
import { SuggestIndex } from "./suggest-index.ts";

/** Suggestions from the server's own memory. */
export function createEmbeddedReferentialEngine(): ReferentialEngine {
  let indexes: Record<Suggestion["kind"], SuggestIndex> = {
    competency: new SuggestIndex([]),
    occupation: new SuggestIndex([]),
  };
  return {
    isRemote: false,
    async health(kind) {
      return { ok: true, documents: indexes[kind].size, detail: null };
    },
    async load(items: readonly SuggestItem[]): Promise<void> {
      indexes = {
        competency: new SuggestIndex(items.filter((item) => item.kind === "competency")),
        occupation: new SuggestIndex(items.filter((item) => item.kind === "occupation")),
      };
    },
    async suggest({ q, kind, limit }: SuggestQuery): Promise<Suggestion[]> {
      return indexes[kind].search(q, limit).map(({ item, matched }) => ({
        id: item.id,
        label: item.label,
        labelEn: item.labelEn,
        matched,
        kind: item.kind,
        familyId: item.familyId,
        familyLabel: item.familyLabel,
        familyLabelEn: item.familyLabelEn,
      }));
    },
  };
}
