/** Lower case, no accents, ligatures opened: what is compared when people type. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[\u0080-\uffff]+/g, foldLetters);
}

// Texts are mostly plain letters: only the others are worth the price of a normalisation.
function foldLetters(letters: string): string {
  return letters
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");
}

/** Folded words of a text, in order; apostrophes and hyphens separate. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}+#]+/gu) ?? [];
}

/** Typos tolerated in a word typed: one from 5 letters, two from 9. */
export function typosAllowed(length: number): 0 | 1 | 2 {
  return length >= 9 ? 2 : length >= 5 ? 1 : 0;
}

/**
 * Least edits (insertion, deletion, substitution, transposition) that turn `typed` into `word`, or into a
 * prefix of it; more than `limit` answers `limit + 1`.
 */
export function editDistance(typed: string, word: string, limit: number, prefix: boolean): number {
  if (!prefix && Math.abs(typed.length - word.length) > limit) return limit + 1;
  if (prefix && typed.length - word.length > limit) return limit + 1;
  const columns = Math.min(word.length, typed.length + limit);
  let beforeLast: number[] = [];
  let last = Array.from({ length: columns + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= columns; column++) {
      const same = typed[row - 1] === word[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  const found = prefix ? Math.min(...last) : (last[word.length] ?? limit + 1);
  return Math.min(found, limit + 1);
}

/** Whether a word answers a word typed: exact, or its beginning, typos tolerated by length. */
export function matchesWord(word: string, typed: string, prefix: boolean): boolean {
  if (prefix ? word.startsWith(typed) : word === typed) return true;
  const limit = typosAllowed(typed.length);
  return limit > 0 && editDistance(typed, word, limit, prefix) <= limit;
}

/** Whether every word typed is answered by some word; the last one may be unfinished. */
export function matchesText(words: readonly string[], text: string): boolean {
  const typed = wordsOf(text);
  return typed.every((one, index) =>
    words.some((word) => matchesWord(word, one, index === typed.length - 1)),
  );
}
