import { createHash } from "node:crypto";
import { and, not, oneOf } from "@acquis/search-config/filters/filter-tree.ts";
import { planSuggestions } from "@acquis/search-config/referential/plan-suggestions.ts";
import {
  type SuggestItem,
  type TypedWord,
  typedWords,
} from "@acquis/search-config/referential/suggestion.rules.ts";
import {
  type KeptText,
  keptTextOf,
  SUGGESTION_VERSION,
  type SuggestionDocument,
  toSuggestionDocuments,
} from "@acquis/search-config/referential/suggestion-document.ts";
import type { IndexDefinition } from "@acquis/search-config/settings/index-settings.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { wordsOf } from "@acquis/shared/referential/text.rules.ts";
import { IndexClient, type IndexClientOptions } from "../platform/search/meilisearch/index-client.ts";
import { Vocabulary } from "../platform/search/vocabulary.ts";

/** Says which edition is whole, and the one before: another server may still answer from it. */
export const EDITION_ID = "edition";
const RETRY_AFTER_SECONDS = 5;

/** What names an edition: the same items make the same, on every server. */
export function editionOf(items: readonly SuggestItem[]): string {
  const made = createHash("sha256").update(JSON.stringify([SUGGESTION_VERSION, items]));
  return made.digest("hex").slice(0, 16);
}

/** The document that says an edition is whole. */
export function editionDocument(edition: string, previous: string): SuggestionDocument {
  const none = { words: [], prefixes: [], families: [], begins: [], field: -1, favoured: -1, rank: -1 };
  return { id: EDITION_ID, version: SUGGESTION_VERSION, edition, ...none, kept: previous };
}

/** The texts of one kind in a Meilisearch index, and the words of the edition that answers. */
export class MeilisearchTexts {
  readonly #index: IndexClient<SuggestionDocument>;
  #current: { edition: string; vocabulary: Vocabulary } | null = null;

  constructor(options: IndexClientOptions, definition: IndexDefinition) {
    this.#index = new IndexClient(options, definition, ["kept"]);
  }

  /** Writes an edition beside the one that answers, says it is whole, then removes those nobody answers from. */
  async load(items: readonly SuggestItem[]): Promise<void> {
    const edition = editionOf(items);
    const known = await this.#index.read(EDITION_ID);
    if (known?.edition !== edition) {
      const refused = await this.#index.push(toSuggestionDocuments(items, edition));
      if (refused.length > 0) throw new Error(`Suggestions refused: ${refused[0]?.id} ${refused[0]?.reason}`);
      const previous = known?.edition ?? edition;
      await this.#index.push([editionDocument(edition, previous)]);
      await this.#index.removeAll(not(oneOf("edition", [edition, previous])));
    }
    const texts = items.flatMap((item) => [item.label, ...item.titles, item.labelEn ?? ""]);
    this.#current = { edition, vocabulary: Vocabulary.build(texts.flatMap(wordsOf)) };
  }

  async suggest(q: string, limit: number, signal?: AbortSignal): Promise<KeptText[]> {
    signal?.throwIfAborted();
    const current = this.#current;
    if (!current) throw new DomainError("search_unavailable", { retryAfterSeconds: RETRY_AFTER_SECONDS });
    const inEdition = oneOf("edition", [current.edition]);
    const answering = (typed: TypedWord) => wordsAnswering(current.vocabulary, typed);
    const plan = planSuggestions(typedWords(q), answering, limit);
    let step = plan.next();
    while (!step.done) {
      const searches = step.value.map(({ filter, fetch }) => ({
        filter: and(filter, inEdition),
        fetch,
        sort: ["rank:asc"],
      }));
      const answers = await this.#index.ask(searches, signal);
      step = plan.next(answers.map(({ total, documents }) => ({ total, texts: documents.map(keptTextOf) })));
    }
    return step.value;
  }

  health() {
    return this.#index.health(async () => {
      const edition = this.#current?.edition ?? (await this.#index.read(EDITION_ID))?.edition ?? "none";
      const held = and(oneOf("edition", [edition]), not(oneOf("field", [-1])));
      return (await this.#index.ask([{ filter: held, fetch: 0 }]))[0]?.total ?? 0;
    }, SUGGESTION_VERSION);
  }
}

function* wordsAnswering(vocabulary: Vocabulary, typed: TypedWord) {
  const found: { word: string; edits: number }[] = [];
  vocabulary.walk(typed.word, typed.prefix, (from, to, edits) => {
    for (let id = from; id < to; id++) found.push({ word: vocabulary.words[id] ?? "", edits });
  });
  yield* found;
}
