import { createHash } from "node:crypto";

/** An identifier drawn from what it names: the same parts give the same id, so that a fact is added once. */
export function factId(prefix: string, ...parts: (string | number | null)[]): string {
  return `${prefix}-${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 24)}`;
}
