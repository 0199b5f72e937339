import { typosAllowed } from "@acquis/shared/referential/text.rules.ts";

/** Called for each run of word ids `from` (included) to `to` (excluded) that answer, with the edits it took. */
export type WordRun = (from: number, to: number, edits: number) => void;

/**
 * A closed set of folded words, kept sorted: a word's id is its rank. Answers exactly the words that
 * `matchesWord` (shared/src/referential/text.rules.ts) accepts, without looking at the others: the words
 * are walked as a tree of letters, with one row of edit distances per letter.
 */
export class Vocabulary {
  readonly words: readonly string[];
  /** The tree in depth-first order: letter, depth, the node after its branch, and the first word under it. */
  readonly #letter: Uint16Array;
  readonly #depth: Uint16Array;
  readonly #after: Uint32Array;
  readonly #first: Uint32Array;
  readonly #size: number;

  private constructor(words: readonly string[]) {
    this.words = words;
    let size = 1;
    let previous = "";
    for (const word of words) {
      size += word.length - sharedLength(previous, word);
      previous = word;
    }
    this.#size = size;
    this.#letter = new Uint16Array(size);
    this.#depth = new Uint16Array(size);
    this.#after = new Uint32Array(size).fill(size);
    // One more than the nodes: the words under a node end where the node after its branch begins.
    this.#first = new Uint32Array(size + 1).fill(words.length);
    this.#grow();
  }

  /** Any words, in any order, repeated or not; folded by the caller. */
  static build(words: Iterable<string>): Vocabulary {
    return new Vocabulary([...new Set(words)].sort());
  }

  #grow(): void {
    const open: number[] = [0];
    this.#first[0] = 0;
    let node = 1;
    let previous = "";
    this.words.forEach((word, id) => {
      const shared = sharedLength(previous, word);
      while (open.length > shared + 1) this.#after[open.pop() ?? 0] = node;
      for (let at = shared; at < word.length; at++) {
        this.#letter[node] = word.charCodeAt(at);
        this.#depth[node] = at + 1;
        this.#first[node] = id;
        open.push(node++);
      }
      previous = word;
    });
  }

  /** Rank of an exact word, or -1. */
  idOf(word: string): number {
    const at = this.#lowerBound(word);
    return this.words[at] === word ? at : -1;
  }

  #lowerBound(word: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.words[middle] ?? "") < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Ids of the words that answer a word typed, ascending; `prefix` when it may be unfinished. */
  lookup(typed: string, prefix: boolean): number[] {
    const ids: number[] = [];
    this.walk(typed, prefix, (from, to) => {
      for (let id = from; id < to; id++) ids.push(id);
    });
    return ids;
  }

  /** As `lookup`, by runs in ascending order that never overlap, each with the least edits it takes (0 to 2). */
  walk(typed: string, prefix: boolean, answer: WordRun): void {
    const limit = typosAllowed(typed.length);
    if (limit > 0) this.#walkTypos(typed, prefix, limit, answer);
    else if (prefix) this.walkBeginning(typed, answer);
    else {
      const id = this.idOf(typed);
      if (id >= 0) answer(id, id + 1, 0);
    }
  }

  /** The words that begin so, without typos: one run. */
  walkBeginning(beginning: string, answer: WordRun): void {
    const from = this.#lowerBound(beginning);
    let to = from;
    let high = this.words.length;
    while (to < high) {
      const middle = (to + high) >>> 1;
      if ((this.words[middle] ?? "").startsWith(beginning)) to = middle + 1;
      else high = middle;
    }
    if (to > from) answer(from, to, 0);
  }

  /** Row `d` holds the edits between the first `d` letters of the word and each beginning of what is typed. */
  #walkTypos(typed: string, prefix: boolean, limit: number, answer: WordRun): void {
    const length = typed.length;
    const width = length + 1;
    const letters = Uint16Array.from(typed, (_, at) => typed.charCodeAt(at));
    const deepest = length + limit;
    const rows = new Uint16Array((deepest + 2) * width);
    const path = new Uint16Array(deepest + 2);
    // Least edits met on the way down: every longer word begins with it too.
    const best = new Uint8Array(deepest + 2).fill(limit + 1);
    for (let column = 0; column < width; column++) rows[column] = column;
    let node = 1;
    while (node < this.#size) {
      const depth = this.#depth[node] ?? 0;
      if (depth > deepest) {
        node = this.#after[node] ?? this.#size;
        continue;
      }
      path[depth] = this.#letter[node] ?? 0;
      const least = fillRow(rows, depth, width, letters, path, limit);
      // The last column is only filled near the diagonal.
      const here = depth >= length - limit ? (rows[depth * width + length] ?? 0) : limit + 1;
      const end = this.#after[node] ?? this.#size;
      const from = this.#first[node] ?? 0;
      if (prefix) {
        const bestHere = Math.min(best[depth - 1] ?? limit + 1, here);
        best[depth] = bestHere;
        // Nothing deeper does better: the whole branch has the same answer.
        if (least >= bestHere || (depth === deepest && bestHere <= limit)) {
          if (bestHere <= limit) answer(from, this.#first[end] ?? this.words.length, bestHere);
          node = end;
          continue;
        }
        if (bestHere <= limit && this.#isWord(from, depth)) answer(from, from + 1, bestHere);
      } else if (here <= limit && this.#isWord(from, depth)) answer(from, from + 1, here);
      node = least > limit ? end : node + 1;
    }
  }

  #isWord(id: number, depth: number): boolean {
    return (this.words[id] ?? "").length === depth;
  }
}

function sharedLength(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

/** Fills the row of one more letter, only near the diagonal; answers its least cell. */
function fillRow(
  rows: Uint16Array,
  depth: number,
  width: number,
  letters: Uint16Array,
  path: Uint16Array,
  limit: number,
): number {
  const row = depth * width;
  const above = row - width;
  const from = Math.max(1, depth - limit);
  const to = Math.min(width - 1, depth + limit);
  const letter = path[depth] ?? 0;
  // Cells outside the band are further than the limit; a stale one would be read by the next row.
  if (from > 1) rows[row + from - 1] = limit + 1;
  else rows[row] = depth;
  if (to + 1 < width) rows[row + to + 1] = limit + 1;
  let least = from > 1 ? limit + 1 : depth;
  for (let column = from; column <= to; column++) {
    const typed = letters[column - 1] ?? 0;
    let cost = (rows[above + column - 1] ?? 0) + (typed === letter ? 0 : 1);
    const longer = (rows[above + column] ?? 0) + 1;
    const shorter = (rows[row + column - 1] ?? 0) + 1;
    if (longer < cost) cost = longer;
    if (shorter < cost) cost = shorter;
    if (depth > 1 && column > 1 && typed === path[depth - 1] && letters[column - 2] === letter) {
      const swapped = (rows[above - width + column - 2] ?? 0) + 1;
      if (swapped < cost) cost = swapped;
    }
    rows[row + column] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
