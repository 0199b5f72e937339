/**
 * Whether an object of a JSON text names a member twice. Readers differ on which of the two counts, so that
 * one signs or shows what another does not. The text must be JSON already.
 */
export function repeatsName(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  let expectsName = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const end = stringEnd(text, at);
      const names = open.at(-1);
      if (expectsName && names) {
        const name: string = JSON.parse(text.slice(at, end));
        if (names.has(name)) return true;
        names.add(name);
      }
      at = end - 1;
    } else if (character === "{" || character === "[") {
      open.push(character === "{" ? new Set() : null);
      expectsName = true;
    } else if (character === "}" || character === "]") {
      open.pop();
      expectsName = false;
    } else if (character === ":") expectsName = false;
    else if (character === ",") expectsName = true;
  }
  return false;
}

/** Past the closing quote of the string that opens at `from`. */
function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}
