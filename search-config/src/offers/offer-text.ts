import { stopWords } from "../referential/stop-words.ts";
import { judgeWord, type TypedWord, typedWords } from "../referential/suggestion.rules.ts";
import { wordFamily } from "../referential/word-family.ts";
import { synonymGroups } from "../settings/synonyms.ts";

/** What is typed, piece by piece: words, and the phrases people use for them. */
export interface TextPiece {
  /** Each must be answered: with typos, the last one by its beginning. */
  words: TypedWord[];
  /** Or one of these phrases, each of its words as it is or of the same family. */
  synonyms: string[][];
}

const telling = (phrase: string) => phrase.split(" ").filter((word) => !stopWords.has(word));
const groups = synonymGroups.map((group) => group.map(telling).filter((phrase) => phrase.length > 0));

/** Cuts what is typed into pieces, the longest known phrases first: "conducteur pl" is a trade and a licence. */
export function piecesOf(text: string): TextPiece[] {
  const typed = typedWords(text);
  const pieces: TextPiece[] = [];
  for (let at = 0; at < typed.length; ) {
    const longest = Math.max(
      1,
      ...groups.flat().map((phrase) => (startsAt(typed, at, phrase) ? phrase.length : 0)),
    );
    const words = typed.slice(at, at + longest);
    pieces.push({ words, synonyms: synonymsOf(words) });
    at += longest;
  }
  return pieces;
}

function startsAt(typed: readonly TypedWord[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, index) => typed[at + index]?.word === word);
}

function synonymsOf(words: readonly TypedWord[]): string[][] {
  const same = (phrase: readonly string[]) => phrase.length === words.length && startsAt(words, 0, phrase);
  return groups
    .filter((group) => group.some(same))
    .flatMap((group) => group.filter((phrase) => !same(phrase)));
}

/** Whether a word is the one of a synonym, or of its family. */
export function isKin(word: string, synonym: string): boolean {
  if (word === synonym) return true;
  const family = wordFamily(synonym);
  return family !== null && wordFamily(word) === family;
}

/** Whether words answer all that is typed. Text restricts offers, it never ranks them. */
export function answersText(words: readonly string[], pieces: readonly TextPiece[]): boolean {
  return pieces.every(
    (piece) =>
      piece.words.every((typed) => words.some((word) => judgeWord(word, typed) !== null)) ||
      piece.synonyms.some((phrase) => phrase.every((one) => words.some((word) => isKin(word, one)))),
  );
}

/** Whether a word is one that answers: what is highlighted. */
export function isRecognised(word: string, pieces: readonly TextPiece[]): boolean {
  return pieces.some(
    (piece) =>
      piece.words.some((typed) => judgeWord(word, typed) !== null) ||
      piece.synonyms.some((phrase) => phrase.some((one) => isKin(word, one))),
  );
}
