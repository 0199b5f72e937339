import { fold, wordsOf } from "../referential/text.rules.ts";

const HIDDEN = "…";
const WORD = /[\p{L}\p{N}+#]+/gu;
/** Where somebody could be written to or called: an address, a page, nine digits or more. */
const REACHED_AT = /\S+@\S+|(?:https?:\/\/|www\.)\S+|\+?\d(?:[ .\-/]?\d){8,}/giu;

interface Named {
  firstName: string;
  lastName: string;
}

/** Names of one letter say nothing. */
const nameWords = (name: string) => new Set(wordsOf(name).filter((word) => word.length > 1));

/**
 * A line as those read it who may not know whose it is: without the last name of the person, their first name
 * beside it, or a way to reach them. A last name that is also a word of trades (`isTradeWord`: Boulanger) stays
 * by itself, since it then names the trade (RGPD article 5.1.c).
 */
export function hideName(line: string, person: Named, isTradeWord: (word: string) => boolean): string {
  const first = nameWords(person.firstName);
  const last = nameWords(person.lastName);
  const written = new Set(wordsOf(line));
  const isWhole =
    last.size > 0 &&
    [...last].every((word) => written.has(word)) &&
    [...first].some((word) => written.has(word));
  /** N'Diaye is also written NDIAYE. */
  const joined = wordsOf(person.lastName).join("");
  const isHidden = (word: string) =>
    ((last.has(word) || word === joined) && (isWhole || !isTradeWord(word))) || (isWhole && first.has(word));
  return line.replace(REACHED_AT, HIDDEN).replace(WORD, (word) => (isHidden(fold(word)) ? HIDDEN : word));
}
