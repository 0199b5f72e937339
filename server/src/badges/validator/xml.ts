/** One element of an XML document, with what is written directly in it. Offsets are into the source. */
export interface Element {
  name: string;
  namespace: string | undefined;
  attributes: Map<string, string>;
  text: string;
  /** The names of what it lies in, outermost first. */
  within: string[];
  start: number;
  /** End of the opening tag. */
  opened: number;
  end: number;
}

const MOST_LEVELS = 200;
const MOST_ELEMENTS = 50_000;

/**
 * Reads the elements of an XML text in one pass, with their namespaces. No DTD, no entity but the five and
 * the numeric ones, nothing executed or fetched; what is not well formed is read as far as it makes sense.
 */
export function elementsOf(source: string, most = MOST_ELEMENTS): Element[] {
  const elements: Element[] = [];
  const open: { element: Element; prefixes: Map<string, string> }[] = [];
  const write = (text: string) => {
    const innermost = open.at(-1);
    if (innermost) innermost.element.text += text;
  };
  let at = 0;
  while (at < source.length && elements.length < most) {
    const next = source.indexOf("<", at);
    if (next === -1) break;
    if (next > at) write(decodeEntities(source.slice(at, next)));
    if (source.startsWith("<!--", next)) at = after(source, "-->", next + 4);
    else if (source.startsWith("<![CDATA[", next)) {
      at = after(source, "]]>", next + 9);
      write(source.slice(next + 9, at - 3));
    } else if (source.startsWith("<?", next)) at = after(source, "?>", next + 2);
    else if (source.startsWith("<!", next)) at = afterDoctype(source, next);
    else {
      at = tagEnd(source, next);
      const tag = source.slice(next + 1, at - 1);
      if (tag.startsWith("/")) close(tag.slice(1).trim(), at);
      else if (/^[A-Za-z_]/.test(tag) && open.length < MOST_LEVELS) start(tag, next);
    }
  }
  return elements;

  function start(tag: string, offset: number) {
    const qualified = tag.match(/^[^\s/>]+/)?.[0] ?? "";
    const attributes = attributesOf(tag.slice(qualified.length));
    const declared = [...attributes].filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"));
    const inherited = open.at(-1)?.prefixes ?? new Map<string, string>();
    const prefixes =
      declared.length === 0
        ? inherited
        : new Map([...inherited, ...declared.map(([name, value]) => [name.slice(6), value] as const)]);
    const [prefix, name] = qualified.includes(":") ? qualified.split(":", 2) : ["", qualified];
    const element: Element = {
      name: name ?? "",
      namespace: prefixes.get(prefix ?? ""),
      attributes,
      text: "",
      within: open.map((one) => one.element.name),
      start: offset,
      opened: at,
      end: at,
    };
    elements.push(element);
    if (!tag.endsWith("/")) open.push({ element, prefixes });
  }

  function close(qualified: string, offset: number) {
    const name = qualified.split(":").at(-1) ?? "";
    const index = open.map((one) => one.element.name).lastIndexOf(name);
    if (index === -1) return;
    for (const { element } of open.splice(index)) element.end = offset;
  }
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found === -1 ? source.length + mark.length : found + mark.length;
}

function afterDoctype(source: string, from: number): number {
  const end = source.indexOf(">", from);
  const subset = source.indexOf("[", from);
  if (subset === -1 || end === -1 || end < subset) return after(source, ">", from);
  return after(source, ">", after(source, "]", subset));
}

/** Past the ">" that closes a tag, quotes respected. */
function tagEnd(source: string, from: number): number {
  let quote = "";
  for (let index = from; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (quote) quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return index + 1;
  }
  return source.length + 1;
}

/** Each step takes a whole name, with its value when it has one, so that the time stays linear. */
function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of text.matchAll(
    /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?|[\s\S]/g,
  )) {
    const value = double ?? single;
    if (name !== undefined && value !== undefined) attributes.set(name, decodeEntities(value));
  }
  return attributes;
}

const NAMED: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name) return NAMED[String(name).toLowerCase()] ?? whole;
      const point = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
