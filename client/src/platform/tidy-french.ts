const NARROW = "\u202f";
const WIDE = "\u00a0";

/** French spacing that no line may break: before ; ! ? and inside quotes narrow, before : wide. */
function tidy(text: string): string {
  return text
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    .replace(/ :/g, `${WIDE}:`)
    .replace(/« /g, `«${WIDE}`)
    .replace(/ »/g, `${WIDE}»`)
    .replace(/(\d) (%|km)/g, `$1${WIDE}$2`);
}

/** Applies French spacing to every sentence of a tree of words, so that sources keep plain spaces. */
export function tidyFrench(words: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => {
      if (typeof value === "string") return [key, tidy(value)];
      if (typeof value === "object" && value !== null)
        return [key, tidyFrench(value as Record<string, unknown>)];
      return [key, value];
    }),
  );
}
