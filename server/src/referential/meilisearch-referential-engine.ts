import { FIELD } from "@acquis/search-config/referential/suggestion.rules.ts";
import { competenciesIndex, occupationsIndex } from "@acquis/search-config/settings/indexes.ts";
import type { IndexClientOptions } from "../platform/search/meilisearch/index-client.ts";
import { MeilisearchTexts } from "./meilisearch-texts.ts";
import type { ReferentialEngine } from "./referential-engine.ts";

/** Suggestions from a Meilisearch server: the same answers as `suggestExactly`, through filters and ranks. */
export function createMeilisearchReferentialEngine(options: IndexClientOptions): ReferentialEngine {
  const texts = {
    competency: new MeilisearchTexts(options, competenciesIndex),
    occupation: new MeilisearchTexts(options, occupationsIndex),
  };
  return {
    isRemote: true,
    async load(items) {
      for (const kind of ["competency", "occupation"] as const)
        await texts[kind].load(items.filter((item) => item.kind === kind));
    },
    async suggest({ q, kind, limit }, signal) {
      const found = await texts[kind].suggest(q, limit, signal);
      return found.map(({ item, text, field }) => ({
        ...item,
        matched: field === FIELD.label ? null : text,
      }));
    },
    health: (kind) => texts[kind].health(),
  };
}
