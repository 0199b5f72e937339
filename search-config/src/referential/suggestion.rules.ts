import {
  editDistance,
  fold,
  matchesWord,
  typosAllowed,
  wordsOf,
} from "@acquis/shared/referential/text.rules.ts";
import { stopWords } from "./stop-words.ts";
import { wordFamily } from "./word-family.ts";

/** An item as engines are given it. Families are never given. */
export interface SuggestItem {
  id: string;
  kind: "competency" | "occupation";
  label: string;
  labelEn: string | null;
  /** Job titles of an occupation; what ROME calls a competency of ours. */
  titles: readonly string[];
  /** Shown before its equals: in tension, or written for the product. */
  favoured: boolean;
  /** Shown after its equals: knowledge, after know-how. */
  secondary: boolean;
  familyId: string | null;
  familyLabel: string | null;
  familyLabelEn: string | null;
}

export interface TypedWord {
  word: string;
  /** The last one may be unfinished. */
  prefix: boolean;
  family: string | null;
}

/** What is asked of a text: every word typed, in any order, small words apart. */
export function typedWords(q: string): TypedWord[] {
  const all = wordsOf(q);
  const telling = all.filter((word) => !stopWords.has(word));
  const words = telling.length > 0 ? telling : all;
  return words.map((word, index) => ({
    word,
    prefix: index === words.length - 1,
    family: wordFamily(word),
  }));
}

/** Where a text stands in an item: its label, a title, its English label. */
export const FIELD = { label: 0, title: 1, english: 2 } as const;
/** How a word answers: the word itself, its beginning, its family, or with typos. */
export const FORM = { exact: 0, prefix: 1, family: 2, typo: 3 } as const;

export interface Answer {
  edits: number;
  form: number;
}

/** How one word of a text answers one word typed; null when it does not. */
export function judgeWord(word: string, typed: TypedWord): Answer | null {
  if (word === typed.word) return { edits: 0, form: FORM.exact };
  if (typed.prefix && word.startsWith(typed.word)) return { edits: 0, form: FORM.prefix };
  if (typed.family !== null && wordFamily(word) === typed.family) return { edits: 0, form: FORM.family };
  if (!matchesWord(word, typed.word, typed.prefix)) return null;
  const limit = typosAllowed(typed.word.length);
  return { edits: editDistance(typed.word, word, limit, typed.prefix), form: FORM.typo };
}

/** How a text answers all that is typed: the least edits, then the nearest forms; null when a word has no answer. */
export function judgeText(words: readonly string[], typed: readonly TypedWord[]): Answer | null {
  const total = { edits: 0, form: 0 };
  for (const one of typed) {
    let best: Answer | null = null;
    for (const word of words) {
      const answer = judgeWord(word, one);
      if (answer && (!best || answer.edits * 4 + answer.form < best.edits * 4 + best.form)) best = answer;
    }
    if (!best) return null;
    total.edits += best.edits;
    total.form += best.form;
  }
  return total;
}

/** Whether a text begins as what is typed begins. */
export function beginsAlike(firstWord: string, typed: readonly TypedWord[]): boolean {
  return firstWord.startsWith(beginningOf(typed));
}

/** The first four letters typed. */
export function beginningOf(typed: readonly TypedWord[]): string {
  return (typed[0]?.word ?? "").slice(0, 4);
}

/** The texts of an item by which it is found, best first. */
export function textsOf(item: SuggestItem): { text: string; field: number }[] {
  const titles = [...new Set(item.titles)].filter((title) => title !== item.label);
  titles.sort((a, b) => a.length - b.length || compareText(a, b));
  return [
    { text: item.label, field: FIELD.label },
    ...titles.map((text) => ({ text, field: FIELD.title })),
    ...(item.labelEn ? [{ text: item.labelEn, field: FIELD.english }] : []),
  ];
}

/** The order of items that answer equally: know-how first, then short labels, then by the alphabet. */
export function orderItems(items: readonly SuggestItem[]): SuggestItem[] {
  const folded = items.map((item) => ({ item, label: fold(item.label) }));
  folded.sort(
    (one, other) =>
      Number(one.item.secondary) - Number(other.item.secondary) ||
      one.item.label.length - other.item.label.length ||
      compareText(one.label, other.label) ||
      compareText(one.item.id, other.item.id),
  );
  return folded.map(({ item }) => item);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
