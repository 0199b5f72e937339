import {
  beginningOf,
  FORM,
  orderItems,
  type SuggestItem,
  textsOf,
  typedWords,
} from "@acquis/search-config/referential/suggestion.rules.ts";
import { wordFamily } from "@acquis/search-config/referential/word-family.ts";
import { fold, wordsOf } from "@acquis/shared/referential/text.rules.ts";
import { Vocabulary } from "../platform/search/vocabulary.ts";

export interface Hit {
  item: SuggestItem;
  /** The text that answers when it is not the label. */
  matched: string | null;
}

interface Kept {
  key: number;
  text: number;
  group: number;
}

/** A cost is edits and form in one number, so that the least cost has the fewest edits. */
const EDIT = 1024;

/** Items of one kind, in typed arrays: the texts of each word, then one pass per word typed. */
export class SuggestIndex {
  readonly #items: SuggestItem[];
  readonly #texts: string[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #families = new Map<string, number[]>();
  /** By text: its item (whose rank is its place), field, first word, and group of same labels. */
  readonly #item: Uint32Array;
  readonly #field: Uint8Array;
  readonly #first: Uint32Array;
  readonly #group: Uint32Array;
  /** The texts of word `w` are `#postings[#starts[w] … #starts[w + 1]]`. */
  readonly #starts: Uint32Array;
  readonly #postings: Uint32Array;
  /** Scratch of one question: how far a text has answered, cost of the words before, cost of this one. */
  readonly #reached: Uint32Array;
  readonly #sum: Uint32Array;
  readonly #cost: Uint32Array;
  #turn = 0;

  constructor(items: readonly SuggestItem[]) {
    this.#items = orderItems(items);
    const groups = new Map<string, number>();
    const item: number[] = [];
    const field: number[] = [];
    const group: number[] = [];
    const words: string[][] = [];
    this.#items.forEach((one, rank) => {
      const label = fold(one.label);
      const ofLabel = groups.get(label) ?? groups.size;
      groups.set(label, ofLabel);
      for (const text of textsOf(one)) {
        this.#texts.push(text.text);
        item.push(rank);
        field.push(text.field);
        group.push(ofLabel);
        words.push(wordsOf(text.text));
      }
    });
    this.#item = Uint32Array.from(item);
    this.#field = Uint8Array.from(field);
    this.#group = Uint32Array.from(group);
    this.#vocabulary = Vocabulary.build(words.flat());
    const ids = new Map(this.#vocabulary.words.map((word, id) => [word, id]));
    const idOf = (word: string) => ids.get(word) ?? -1;
    this.#first = Uint32Array.from(words, (one) => idOf(one[0] ?? ""));
    const perText = words.map((one) => [...new Set(one)].map(idOf));
    this.#starts = new Uint32Array(this.#vocabulary.words.length + 1);
    for (const ids of perText) for (const id of ids) this.#starts[id + 1] = (this.#starts[id + 1] ?? 0) + 1;
    for (let id = 0; id < this.#vocabulary.words.length; id++)
      this.#starts[id + 1] = (this.#starts[id + 1] ?? 0) + (this.#starts[id] ?? 0);
    this.#postings = new Uint32Array(this.#starts.at(-1) ?? 0);
    const next = this.#starts.slice();
    perText.forEach((ids, text) => {
      for (const id of ids) {
        const at = next[id] ?? 0;
        this.#postings[at] = text;
        next[id] = at + 1;
      }
    });
    this.#vocabulary.words.forEach((word, id) => {
      const family = wordFamily(word);
      if (family === null) return;
      const kin = this.#families.get(family);
      if (kin) kin.push(id);
      else this.#families.set(family, [id]);
    });
    this.#reached = new Uint32Array(this.#texts.length);
    this.#sum = new Uint32Array(this.#texts.length);
    this.#cost = new Uint32Array(this.#texts.length);
  }

  /** Texts held. */
  get size(): number {
    return this.#texts.length;
  }

  search(q: string, limit: number): Hit[] {
    const typed = typedWords(q);
    if (typed.length === 0) return [];
    if (this.#turn > 0xffff_0000) {
      this.#reached.fill(0);
      this.#turn = 0;
    }
    let answering: number[] = [];
    typed.forEach((one, index) => {
      const step = ++this.#turn;
      answering = [];
      const answer = (id: number, cost: number) => this.#answer(id, cost, step, index === 0, answering);
      if (one.family !== null) for (const id of this.#families.get(one.family) ?? []) answer(id, FORM.family);
      this.#vocabulary.walk(one.word, one.prefix, (from, to, edits) => {
        for (let id = from; id < to; id++) {
          if (edits > 0) answer(id, edits * EDIT + FORM.typo);
          else answer(id, this.#vocabulary.words[id] === one.word ? FORM.exact : FORM.prefix);
        }
      });
    });
    return this.#best(answering, beginningOf(typed), limit);
  }

  /** A word answers the word typed: its texts that answered all before go one step further. */
  #answer(id: number, cost: number, step: number, isFirst: boolean, answering: number[]): void {
    const end = this.#starts[id + 1] ?? 0;
    for (let at = this.#starts[id] ?? 0; at < end; at++) {
      const text = this.#postings[at] ?? 0;
      const reached = this.#reached[text];
      if (reached === step) {
        if (cost < (this.#cost[text] ?? 0)) this.#cost[text] = cost;
      } else if (isFirst || reached === step - 1) {
        this.#sum[text] = isFirst ? 0 : (this.#sum[text] ?? 0) + (this.#cost[text] ?? 0);
        this.#cost[text] = cost;
        this.#reached[text] = step;
        answering.push(text);
      }
    }
  }

  /** The first `limit` groups of same labels, each by its best text; one number says the whole order. */
  #best(answering: readonly number[], beginning: string, limit: number): Hit[] {
    let from = 0xffff_ffff;
    let to = 0;
    this.#vocabulary.walkBeginning(beginning, (first, last) => {
      from = first;
      to = last;
    });
    const kept: Kept[] = [];
    for (const text of answering) {
      const item = this.#item[text] ?? 0;
      const cost = (this.#sum[text] ?? 0) + (this.#cost[text] ?? 0);
      const first = this.#first[text] ?? 0;
      const form = Math.min(cost % EDIT, 255);
      let key = Math.floor(cost / EDIT) * 3 + (this.#field[text] ?? 0);
      key = key * 2 + (this.#items[item]?.favoured ? 0 : 1);
      key = key * 256 + form;
      key = key * 2 + (first >= from && first < to ? 0 : 1);
      key = key * 0x10_0000 + item;
      keep(kept, { key, text, group: this.#group[text] ?? 0 }, limit);
    }
    return kept.flatMap(({ text }) => {
      const item = this.#items[this.#item[text] ?? 0];
      return item ? [{ item, matched: this.#field[text] === 0 ? null : (this.#texts[text] ?? null) }] : [];
    });
  }
}

function before(one: Kept, other: Kept): boolean {
  return one.key < other.key || (one.key === other.key && one.text < other.text);
}

/** Keeps a sorted list of at most `limit`, one per group. */
function keep(kept: Kept[], one: Kept, limit: number): void {
  const last = kept.at(-1);
  if (kept.length >= limit && last && !before(one, last)) return;
  const same = kept.findIndex((other) => other.group === one.group);
  if (same >= 0) {
    const other = kept[same];
    if (other && !before(one, other)) return;
    kept.splice(same, 1);
  } else if (kept.length >= limit) kept.pop();
  let at = kept.length;
  while (at > 0) {
    const other = kept[at - 1];
    if (other && !before(one, other)) break;
    at--;
  }
  kept.splice(at, 0, one);
}
