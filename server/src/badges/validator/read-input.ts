import { isPng, unbakePng } from "./bake-png.ts";
import { isSvg, unbakeSvg } from "./bake-svg.ts";
import { decodeText, isCompactJws, isObject, type JsonObject, parseJson } from "./json.ts";
import { repeatsName } from "./repeated-names.ts";
import { type Finding, finding } from "./verdict.ts";

export type Container = "text" | "png" | "svg";

/** What a file turned out to hold: a JSON object, a compact JWS, an address, or the reason it holds no badge. */
export type Source =
  | { kind: "object"; value: JsonObject; container: Container }
  | { kind: "jws"; token: string; container: Container }
  | { kind: "url"; url: string; container: Container }
  | { kind: "refused"; finding: Finding };

const MOST_BYTES = 10 * 1024 * 1024;

export function readInput(input: Uint8Array | string): Source {
  if (input.length > MOST_BYTES) return refused("tooLarge", "The file is larger than any badge.");
  if (typeof input !== "string" && isPng(input)) return single(unbakePng(input), "png");
  const text = (typeof input === "string" ? input : decodeText(input)).replace(/^\uFEFF/, "").trim();
  if (text.startsWith("<"))
    return isSvg(text) ? single(unbakeSvg(text), "svg") : refused("unknown", "This is no badge file.");
  return readText(text, "text");
}

/** An image carries exactly one badge: with several, who reads it decides what it says. */
function single(texts: string[], container: Container): Source {
  const [text] = texts;
  if (text === undefined) return refused("nothingBaked", "The image carries no badge.");
  if (texts.length > 1)
    return refused(
      "severalBaked",
      `The image carries ${texts.length} badges; it must carry one.`,
      "notConformant",
    );
  return readText(text.trim(), container);
}

function readText(text: string, container: Container): Source {
  if (/^https?:\/\/\S+$/i.test(text)) return { kind: "url", url: text, container };
  if (isCompactJws(text) && text.split(".")[0]) return { kind: "jws", token: text, container };
  const value = parseJson(text);
  if (typeof value === "string") return readText(value.trim(), container);
  if (isObject(value) && repeatsName(text))
    return refused(
      "repeatedName",
      "It gives two values for one name: each reader may take another.",
      "notConformant",
    );
  if (isObject(value)) return { kind: "object", value, container };
  return refused("unknown", "This is neither a badge nor the address of one.");
}

const refused = (
  code: string,
  detail: string,
  weight: "notABadge" | "notConformant" = "notABadge",
): Source => ({
  kind: "refused",
  finding: finding("format", "failed", code, detail, weight),
});
