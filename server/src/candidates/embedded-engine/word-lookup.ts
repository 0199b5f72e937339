import { matchesWord } from "@acquis/shared/referential/text.rules.ts";
import { Vocabulary } from "../../platform/search/vocabulary.ts";
import type { Names } from "./names.ts";

/** Words that came since the vocabulary was built are compared one by one until they are this many. */
const RECENT_WORDS = 200;
/** Letters a word of the vocabulary may have. */
const LONGEST = 255;

/** Which words of people answer a word typed, by `matchesWord`, while words keep coming. */
export class WordLookup {
  readonly #words: Names;
  #vocabulary = Vocabulary.build([]);
  #tokenOfRank = new Uint32Array(0);
  #recent: string[] = [];
  /** Words seen so far, in the order of their numbers. */
  #seen = 0;

  constructor(words: Names) {
    this.#words = words;
  }

  tokensFor(typed: string, prefix: boolean): number[] {
    this.#catchUp();
    const tokens = this.#vocabulary.lookup(typed, prefix).map((rank) => this.#tokenOfRank[rank] as number);
    for (const word of this.#recent)
      if (matchesWord(word, typed, prefix)) tokens.push(this.#words.find(word));
    return tokens;
  }

  #catchUp(): void {
    for (; this.#seen < this.#words.size; this.#seen++) this.#recent.push(this.#words.nameOf(this.#seen));
    if (this.#recent.length <= Math.max(RECENT_WORDS, this.#vocabulary.words.length / 16)) return;
    this.#vocabulary = Vocabulary.build([...this.#vocabulary.words, ...this.#recent]);
    this.#tokenOfRank = Uint32Array.from(this.#vocabulary.words, (word) => this.#words.find(word));
    this.#recent = this.#recent.filter((word) => word.length > LONGEST);
  }
}
