import { crc32, inflateSync } from "node:zlib";
import { decodeText } from "./json.ts";

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const MOST_TEXT = 2 * 1024 * 1024;

export type PngKeyword = "openbadgecredential" | "openbadges";

interface Chunk {
  type: string;
  data: Uint8Array;
  start: number;
  end: number;
}

export const isPng = (bytes: Uint8Array) => SIGNATURE.every((byte, index) => bytes[index] === byte);

/**
 * Writes a credential into a PNG as one uncompressed iTXt chunk (OB 3.0, 5.3.1; OB 2.0 baking), in place of
 * any it carried. Throws TypeError when the image is no PNG.
 */
export function bakePng(png: Uint8Array, keyword: PngKeyword, text: string): Uint8Array {
  const chunks = isPng(png) ? chunksOf(png) : [];
  const header = chunks.find(({ type }) => type === "IHDR");
  if (!header) throw new TypeError('"png" must be a PNG image.');
  const kept = chunks
    .filter((chunk) => chunk !== header && !isBadgeChunk(chunk))
    .map(({ start, end }) => png.subarray(start, end));
  const baked = chunk("iTXt", Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`), Buffer.from(text)]));
  return Buffer.concat([SIGNATURE, png.subarray(header.start, header.end), baked, ...kept]);
}

/** The texts of every badge chunk: OB 3.0 or 2.0 iTXt, compressed or not, and the legacy tEXt. Never throws. */
export function unbakePng(png: Uint8Array): string[] {
  return chunksOf(png)
    .filter(isBadgeChunk)
    .map(({ type, data }) =>
      type === "tEXt" ? decodeText(data.subarray(keywordEnd(data) + 1)) : international(data),
    );
}

function chunksOf(png: Uint8Array): Chunk[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let start = SIGNATURE.length; start + 12 <= png.length; ) {
    const end = start + 12 + view.getUint32(start);
    if (end > png.length) break;
    const type = String.fromCharCode(...png.subarray(start + 4, start + 8));
    chunks.push({ type, data: png.subarray(start + 8, end - 4), start, end });
    start = end;
  }
  return chunks;
}

function isBadgeChunk({ type, data }: Chunk): boolean {
  if (type !== "iTXt" && type !== "tEXt") return false;
  const keyword = Buffer.from(data.subarray(0, Math.min(keywordEnd(data), 80))).toString("latin1");
  return keyword === "openbadges" || keyword === "openbadgecredential";
}

function keywordEnd(data: Uint8Array): number {
  const end = data.indexOf(0);
  return end === -1 ? data.length : end;
}

/** iTXt: keyword 0 flag method language 0 translated 0 text. A text we cannot inflate reads as empty. */
function international(data: Uint8Array): string {
  const keyword = keywordEnd(data);
  const language = data.indexOf(0, keyword + 3);
  const translated = language === -1 ? -1 : data.indexOf(0, language + 1);
  if (translated === -1) return "";
  const text = data.subarray(translated + 1);
  if (data[keyword + 1] !== 1) return decodeText(text);
  try {
    return decodeText(inflateSync(text, { maxOutputLength: MOST_TEXT }));
  } catch {
    return "";
  }
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
