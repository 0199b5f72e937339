import { createHash } from "node:crypto";
import { isObject, type Json, type JsonObject, textOf } from "./validator/json.ts";

/** Who a badge says it corresponds to: a level, or one criterion, of a meta-badge; or anything elsewhere. */
export interface SaidAlignment {
  targetName: string;
  targetUrl: string;
  targetFramework?: string;
  targetCode?: string;
}

/** What an achievement says, whoever describes it: a local badge, a level of a meta-badge, an attestation. */
export interface Described {
  /** The last part of its address, see `addresses.ts`. */
  key: string;
  name: string;
  description: string;
  criteria: string[];
  alignments: SaidAlignment[];
  /** Which image, see `images.ts`. */
  imageKey: string;
}

export const narrativeOf = (criteria: readonly string[]) =>
  criteria.length === 1 ? (criteria[0] ?? "") : criteria.map((one) => `- ${one}`).join("\n");

const plain = (value: Json | undefined) => (textOf(value) ?? "").normalize("NFC").replace(/\s+/g, " ").trim();

/**
 * What a recognition is about: name, description and criteria of an achievement (3.0) or badge class (2.0).
 * Images and alignments change nothing of what somebody had to do.
 */
export function contentHashOf(achievement: JsonObject): string {
  const { name, description, criteria } = achievement;
  const { id, narrative } = isObject(criteria) ? criteria : { id: criteria, narrative: undefined };
  const said = JSON.stringify([name, description, narrative, id].map(plain));
  return createHash("sha256").update(said).digest("base64url");
}

/** A badge class is one content for ever, so the address of a local badge's carries its hash. */
export const badgeClassKey = ({ key }: Described, contentHash: string) =>
  `${key}.c${contentHash.slice(0, 12)}`;
