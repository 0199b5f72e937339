export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json | undefined;
}

/** What a document of the web may hold: levels, and values in all (a revocation list may be long). */
const MOST_LEVELS = 50;
const MOST_VALUES = 200_000;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** JSON-LD writes a list of one without its brackets: read both. */
export const listOf = (value: Json | undefined): Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

export const idOf = (value: Json | undefined): string | undefined =>
  typeof value === "string" ? value : isObject(value) ? textOf(value.id) : undefined;

export const hasType = (value: JsonObject, ...names: string[]) =>
  listOf(value.type).some((type) => typeof type === "string" && names.includes(type));

export const isCompactJws = (text: string) => /^[\w-]+\.[\w-]*\.[\w-]*$/.test(text);

/** Two ids are the same once trimmed and percent-decoded (OB 3.0, 7.4). */
export function sameId(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && plainId(left) === plainId(right);
}

function plainId(id: string): string {
  try {
    return decodeURIComponent(id.trim());
  } catch {
    return id.trim();
  }
}

/** The parsed value; undefined when it is no JSON, or deeper or larger than any badge. */
export function parseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return isReasonable(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a document stays within 50 levels and so many values. */
export function isReasonable(root: Json, most = MOST_VALUES): boolean {
  let count = 0;
  const waiting: { value: Json | undefined; level: number }[] = [{ value: root, level: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, level } = next;
    count += 1;
    if (level > MOST_LEVELS || count > most) return false;
    if (typeof value !== "object" || value === null) continue;
    for (const child of Object.values(value)) waiting.push({ value: child, level: level + 1 });
  }
  return true;
}

/** UTF-8, or UTF-16 where a byte order mark says so: XML allows it, and Windows saves text that way. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** An instant with its zone, as OB 3.0 asks (DateTimeZ), in milliseconds; undefined otherwise. */
export function instantOf(value: Json | undefined): number | undefined {
  if (typeof value !== "string") return undefined;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value)) return undefined;
  const [year, month, day] = value.slice(0, 10).split("-").map(Number);
  // The language reads 30 February as 2 March.
  if (new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).getUTCDate() !== day) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
