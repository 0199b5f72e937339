import { fold, wordsOf } from "@acquis/shared/referential/text.rules.ts";
import { encode } from "../candidates/candidate-document.ts";
import { orderItems, type SuggestItem, textsOf } from "./suggestion.rules.ts";
import { wordFamily } from "./word-family.ts";

/** Raise it when documents are made otherwise: the edition changes with it. */
export const SUGGESTION_VERSION = 1;

/** One text by which an item is found, as Meilisearch keeps it. */
export interface SuggestionDocument {
  id: string;
  version: number;
  /** All documents made from the same items: a new edition is written beside the old one, then takes its place. */
  edition: string;
  words: string[];
  /** Beginnings of the words, up to three letters: longer ones are looked up among the words. */
  prefixes: string[];
  families: string[];
  /** Beginnings of the first word, up to four letters. */
  begins: string[];
  /** FIELD: label, title, English label. */
  field: number;
  favoured: number;
  /** Order of those that answer equally. */
  rank: number;
  /** What is answered, in JSON: see `KeptText`. */
  kept: string;
}

/** What a document knows beyond its tokens. */
export interface KeptText {
  item: Pick<SuggestItem, "id" | "kind" | "label" | "labelEn" | "familyId" | "familyLabel" | "familyLabelEn">;
  text: string;
  field: number;
  favoured: boolean;
  rank: number;
}

export const SHORT_PREFIX = 3;
const BEGINNING = 4;

/** Beginnings of a word, from one letter to `most`. */
function beginnings(word: string, most: number): string[] {
  return Array.from({ length: Math.min(most, word.length) }, (_, at) => encode(word.slice(0, at + 1)));
}

/** The documents of items of one kind. */
export function toSuggestionDocuments(items: readonly SuggestItem[], edition: string): SuggestionDocument[] {
  const documents: SuggestionDocument[] = [];
  for (const item of orderItems(items))
    for (const { text, field } of textsOf(item)) {
      const words = [...new Set(wordsOf(text))];
      const rank = documents.length;
      const { id, kind, label, labelEn, familyId, familyLabel, familyLabelEn, favoured } = item;
      const kept: KeptText = {
        item: { id, kind, label, labelEn, familyId, familyLabel, familyLabelEn },
        text,
        field,
        favoured,
        rank,
      };
      documents.push({
        id: `${edition}-${rank}`,
        version: SUGGESTION_VERSION,
        edition,
        words: words.map(encode),
        prefixes: [...new Set(words.flatMap((word) => beginnings(word, SHORT_PREFIX)))],
        families: [...new Set(words.flatMap((word) => wordFamily(word) ?? []))].map(encode),
        begins: beginnings(words[0] ?? "", BEGINNING),
        field,
        favoured: favoured ? 1 : 0,
        rank,
        kept: JSON.stringify(kept),
      });
    }
  return documents;
}

export function keptTextOf(document: Pick<SuggestionDocument, "kept">): KeptText {
  return JSON.parse(document.kept);
}

/** What two items are, when only one of them is suggested. */
export function sameLabel({ item }: KeptText): string {
  return fold(item.label);
}
