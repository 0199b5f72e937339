import { createRequire } from "node:module";
import { type Font, openSync } from "fontkit";
import type { BadgesContext } from "../badges-context.ts";
import type { IssuedDocument } from "../issuing/issued.store.ts";
import { type PublicAnswer, picture } from "./answer.ts";

/** Open Graph: 1.91 to 1. */
const WIDTH = 1200;
const HEIGHT = 630;
const TEXT_LEFT = 560;
const TEXT_WIDTH = 580;
const KEPT = 200;
const INK = "#0b2c4d";

const require = createRequire(import.meta.url);
const fonts = new Map<number, Font>();

function fontOf(weight: 400 | 700): Font {
  const known = fonts.get(weight);
  if (known) return known;
  const name = `@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-${weight}-normal.woff`;
  const font = openSync(require.resolve(name)) as Font;
  fonts.set(weight, font);
  return font;
}

const widthOf = (font: Font, text: string, size: number) =>
  (font.layout(text).advanceWidth / font.unitsPerEm) * size;

/** Words on at most `most` lines; what is left over ends in an ellipsis. */
function wrap(font: Font, text: string, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(font, longer, size) <= TEXT_WIDTH) lines[lines.length - 1] = longer;
    else if (lines.length < most) lines.push(word);
    else {
      lines[most - 1] = `${lines[most - 1]}…`;
      break;
    }
  }
  return lines;
}

/** A line as outlines: the picture then needs no font. */
function outline(font: Font, text: string, size: number, y: number): string {
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let x = 0;
  const paths = glyphs.map((glyph, index) => {
    const at = x + (positions[index]?.xOffset ?? 0);
    x += positions[index]?.xAdvance ?? 0;
    return `<path transform="translate(${at})" d="${glyph.path.toSVG()}"/>`;
  });
  return `<g transform="translate(${TEXT_LEFT} ${y}) scale(${scale} ${-scale})" fill="${INK}">${paths.join("")}</g>`;
}

function compose(badgePng: Buffer, title: string, issuer: string): string {
  const [bold, plain] = [fontOf(700), fontOf(400)];
  const titles = wrap(bold, title, 58, 3);
  const by = wrap(plain, issuer, 34, 2);
  const top = HEIGHT / 2 - (titles.length * 70 + by.length * 44) / 2 + 40;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fdfcf7"/><rect width="${WIDTH}" height="18" fill="${INK}"/>`,
    `<image x="70" y="105" width="420" height="420" href="data:image/png;base64,${badgePng.toString("base64")}"/>`,
    ...titles.map((line, index) => outline(bold, line, 58, top + index * 70)),
    ...by.map((line, index) => outline(plain, line, 34, top + titles.length * 70 + 14 + index * 44)),
    "</svg>",
  ].join("");
}

const drawn = new Map<string, Promise<Buffer>>();

/** What a link to a badge shows on other sites: its image, its name, who issued it; nothing of who holds it. */
export async function previewPicture(context: BadgesContext, id: string): Promise<PublicAnswer | null> {
  const issued = await context.issued.findById(id).lean<IssuedDocument>();
  const issuer = issued && (await context.issuers.read(issued.issuerId));
  const png = issued && (await context.images.png(issued.described.imageKey));
  if (!issued || !issuer || !png) return null;
  const known = drawn.get(id) ?? context.drawer.draw(compose(png, issued.described.name, issuer.name), WIDTH);
  drawn.set(id, known);
  known.catch(() => drawn.delete(id));
  if (drawn.size > KEPT) drawn.delete(drawn.keys().next().value ?? "");
  return picture(await known, "image/png");
}
