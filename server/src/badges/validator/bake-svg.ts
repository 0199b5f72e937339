import { isObject, parseJson, sameId, textOf } from "./json.ts";
import { type Element, elementsOf } from "./xml.ts";

const OB3_NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
const OB2_NAMESPACE = "http://openbadges.org";

/** Text inside these is not the image's own: never read as a badge. */
const IGNORED = ["script", "style", "foreignObject", "metadata"];

export type SvgVersion = "3.0" | "2.0";

/**
 * Writes a credential into an SVG as the first child of its root (OB 3.0, 5.3.2; OB 2.0 baking), in place of
 * any it carried: JSON as CDATA, a JWS or URL as `verify`. Throws TypeError when the image is no SVG.
 */
export function bakeSvg(svg: string, version: SvgVersion, text: string): string {
  const clean = withoutBadges(svg);
  const root = elementsOf(clean)[0];
  const tag = root && clean.slice(root.start, root.opened);
  if (root?.name !== "svg" || !tag?.endsWith(">")) throw new TypeError('"svg" must be an SVG image.');
  const [namespace, name] =
    version === "3.0" ? [OB3_NAMESPACE, "openbadges:credential"] : [OB2_NAMESPACE, "openbadges:assertion"];
  const isJson = text.trimStart().startsWith("{");
  // "]]>" may only stand inside a JSON string, where it can be written with an escape.
  const body = isJson ? `<![CDATA[${text.replaceAll("]]>", "]]\\u003e")}]]>` : "";
  const verify = isJson ? "" : ` verify="${escapeAttribute(text)}"`;
  const declared = ` xmlns:openbadges="${namespace}"`;
  const bare = tag.replace(/\s+xmlns:openbadges\s*=\s*("[^"]*"|'[^']*')/g, "");
  const empty = bare.endsWith("/>");
  const opening = `${bare.slice(0, empty ? -2 : -1)}${declared}>`;
  const element = `<${name}${verify}>${body}</${name}>`;
  return clean.slice(0, root.start) + opening + element + (empty ? "</svg>" : "") + clean.slice(root.opened);
}

/**
 * The texts of every badge element of either namespace: `verify` when it has one, else its CDATA. Never throws.
 * Beside the address of a hosted badge, the CDATA is that badge as a file, or else a second badge.
 */
export function unbakeSvg(svg: string): string[] {
  return badgesOf(svg).flatMap(({ attributes, text }) => {
    const verify = attributes.get("verify")?.trim();
    if (!verify) return [text.trim()];
    const beside = /^https?:/i.test(verify) ? parseJson(text) : undefined;
    const id = isObject(beside) ? textOf(beside.id) : undefined;
    if (id === undefined) return [verify];
    return sameId(id, verify) ? [text.trim()] : [verify, text.trim()];
  });
}

/** What comes before the root may be long: drawing programs write their licence and a DTD there. */
export const isSvg = (text: string) => elementsOf(text, 1)[0]?.name === "svg";

function badgesOf(svg: string): Element[] {
  return elementsOf(svg).filter(
    ({ name, namespace, within }) =>
      ((namespace === OB3_NAMESPACE && name === "credential") ||
        (namespace === OB2_NAMESPACE && name === "assertion")) &&
      !within.some((outer) => IGNORED.includes(outer)),
  );
}

function withoutBadges(svg: string): string {
  return badgesOf(svg).reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), svg);
}

const escapeAttribute = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
