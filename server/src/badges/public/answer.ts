import type { Json } from "../validator/json.ts";

/** What one of our public addresses answers, to Express and to ourselves alike. */
export interface PublicAnswer {
  status: number;
  type: string;
  body: string | Uint8Array;
  /** Seconds that others may keep it. */
  keepSeconds: number;
  /** The file name when saved. */
  file?: string;
}

const A_YEAR = 365 * 24 * 3600;
export const SOON = 300;

export const json = (
  value: Json,
  { type = "application/ld+json", keepSeconds = SOON, status = 200 } = {},
): PublicAnswer => ({ status, type, body: JSON.stringify(value), keepSeconds });

/** A document as it was signed, byte for byte. */
export const asSigned = (text: string, type: string, keepSeconds = SOON): PublicAnswer => ({
  status: 200,
  type,
  body: text,
  keepSeconds,
});

export const picture = (
  body: string | Uint8Array,
  type: "image/png" | "image/svg+xml",
  keepSeconds = A_YEAR,
): PublicAnswer => ({ status: 200, type, body, keepSeconds });
