import { fold } from "@acquis/shared/referential/text.rules.ts";
import { judgeWord, typedWords } from "./suggestion.rules.ts";

/** A part of a text, from a position (included) to another (excluded), in UTF-16 units. */
export type Range = [from: number, to: number];

/** The words of a text that a test recognises, as parts of that text. */
export function rangesOf(text: string, recognises: (word: string) => boolean): Range[] {
  const ranges: Range[] = [];
  // Composed first: a letter and its accent are one word, at the same place.
  for (const found of text.matchAll(/[\p{L}\p{N}\p{Mn}+#]+/gu))
    if (recognises(fold(found[0]))) ranges.push([found.index, found.index + found[0].length]);
  return ranges;
}

/** What of a suggestion answers what is typed. */
export function highlightTyped(text: string, q: string): Range[] {
  const typed = typedWords(q);
  return rangesOf(text, (word) => typed.some((one) => judgeWord(word, one) !== null));
}
