/** Small words that tell nothing: not asked for, unless nothing else is typed. Folded. */
export const stopWords: ReadonlySet<string> = new Set(
  "a au aux avec chez dans de des du d en et l la le les ou par pour sur un une the of and to".split(" "),
);
