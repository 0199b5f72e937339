import type { BadgeForm } from "@acquis/shared/badges/collection.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { fold } from "@acquis/shared/referential/text.rules.ts";
import { bakePng, type PngKeyword } from "../validator/bake-png.ts";
import { bakeSvg } from "../validator/bake-svg.ts";
import { decodeText } from "../validator/json.ts";
import { readInput } from "../validator/read-input.ts";
import { bytesOf, readFile } from "./badge-files.ts";
import type { CollectedBadgeDocument } from "./collection.store.ts";
import type { CollectionContext } from "./collection-context.ts";

type Files = Pick<CollectionContext, "store">;

/** A badge in one form: its bytes, type and extension. */
export interface Formed {
  bytes: Uint8Array;
  type: string;
  extension: string;
}

const EXTENSIONS = { png: "png", svg: "svg", json: "json", jwt: "jwt" } as const;

/** A name for a file, from what the badge calls itself. */
export function fileNameOf(badge: CollectedBadgeDocument): string {
  const name = fold(badge.content?.name ?? "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return name || "badge";
}

/** The text of a credential exactly as it came, JSON or JWT, out of its image if it was in one. */
export function textOfBadge(bytes: Uint8Array): { text: string; token: boolean } | null {
  const source = readInput(bytes);
  if (source.kind === "jws") return { text: source.token, token: true };
  if (source.kind !== "object") return null;
  const whole = source.container === "text" ? decodeText(bytes) : JSON.stringify(source.value);
  return { text: whole, token: false };
}

async function bakedInto(
  files: Files,
  badge: CollectedBadgeDocument,
  as: "png" | "svg",
  text: string,
): Promise<Formed | null> {
  const image = await readFile(files, badge.imageId);
  if (image?.type !== (as === "png" ? "image/png" : "image/svg+xml")) return null;
  const is3 = badge.content?.version !== "2.0";
  if (as === "svg") {
    const svg = bakeSvg(decodeText(image.bytes), is3 ? "3.0" : "2.0", text);
    return { bytes: Buffer.from(svg), type: image.type, extension: "svg" };
  }
  const keyword: PngKeyword = is3 ? "openbadgecredential" : "openbadges";
  return { bytes: bakePng(image.bytes, keyword, text), type: image.type, extension: "png" };
}

/** A badge in the form asked; null when it has no such form (no picture of that kind, nothing read yet). */
export async function formBadge(
  files: Files,
  badge: CollectedBadgeDocument,
  as: BadgeForm,
): Promise<Formed | null> {
  const file = await readFile(files, badge.fileId);
  if (!file) return null;
  const extension = badge.format ? EXTENSIONS[badge.format] : "txt";
  if (as === "original" || as === badge.format) return { ...file, extension };
  const found = textOfBadge(file.bytes);
  if (!found) return null;
  if (as === "json")
    return {
      bytes: Buffer.from(found.text),
      type: found.token ? "application/jwt" : "application/json",
      extension: found.token ? "jwt" : "json",
    };
  return bakedInto(files, badge, as, found.text).catch(() => null);
}

/** One's badge as a file. Errors: wrong_state when it has no such form. */
export async function downloadBadge(
  context: Files,
  badge: CollectedBadgeDocument,
  as: BadgeForm,
): Promise<File> {
  const formed = await formBadge(context, badge, as);
  if (!formed) throw new DomainError("wrong_state", { field: "as" });
  const name = `${fileNameOf(badge)}.${formed.extension}`;
  return new File([new Uint8Array(formed.bytes)], name, { type: formed.type });
}

/** The credential of a badge as an object or a token, for records that hold several. */
export async function credentialOf(
  files: Files,
  badge: CollectedBadgeDocument,
): Promise<{ text: string; token: boolean } | null> {
  const bytes = await bytesOf(files, badge.fileId);
  return bytes && textOfBadge(bytes);
}
