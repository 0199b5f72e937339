import type { TypedWord } from "@acquis/search-config/referential/suggestion.rules.ts";
import { wordFamily } from "@acquis/search-config/referential/word-family.ts";
import { Vocabulary } from "../vocabulary.ts";
import { KeptFresh } from "./kept-fresh.ts";

export interface WordsRead {
  words: readonly string[];
  places: readonly string[];
}

/** The words and places of an index: read from it, completed by what this server writes. */
export class RememberedWords {
  readonly #read: () => Promise<WordsRead>;
  readonly #fresh: KeptFresh;
  readonly #words = new Set<string>();
  readonly #places = new Set<string>();
  #vocabulary: Vocabulary | null = null;
  #families = new Map<string, string[]>();

  constructor(read: () => Promise<WordsRead>) {
    this.#read = read;
    this.#fresh = new KeptFresh(() => this.#refresh());
  }

  ready(): Promise<void> {
    return this.#fresh.ready();
  }

  learn({ words, places }: WordsRead): void {
    const known = this.#words.size;
    for (const word of words) this.#words.add(word);
    for (const place of places) this.#places.add(place);
    if (this.#words.size > known) this.#vocabulary = null;
  }

  places(): Iterable<string> {
    return this.#places;
  }

  /** Words that answer a word typed, by `judgeWord`: itself, its family, a longer one, or with typos. */
  answering(typed: TypedWord): string[] {
    const vocabulary = this.#current();
    const found = new Set(
      vocabulary.lookup(typed.word, typed.prefix).map((id) => vocabulary.words[id] ?? ""),
    );
    if (typed.family !== null) for (const word of this.#families.get(typed.family) ?? []) found.add(word);
    return [...found];
  }

  /** A word and those of its family, by `isKin`. */
  kin(word: string): string[] {
    const vocabulary = this.#current();
    const found = new Set(this.#families.get(wordFamily(word) ?? "") ?? []);
    if (vocabulary.idOf(word) >= 0) found.add(word);
    return [...found];
  }

  #current(): Vocabulary {
    if (this.#vocabulary) return this.#vocabulary;
    this.#families = new Map();
    for (const word of this.#words) {
      const family = wordFamily(word);
      if (family === null) continue;
      const kin = this.#families.get(family);
      if (kin) kin.push(word);
      else this.#families.set(family, [word]);
    }
    this.#vocabulary = Vocabulary.build(this.#words);
    return this.#vocabulary;
  }

  async #refresh(): Promise<void> {
    this.learn(await this.#read());
  }
}
