import { DomainError } from "@acquis/shared/platform/errors.ts";
import { Zip, ZipPassThrough } from "fflate";
import type { CollectedBadgeDocument } from "../collection/collection.store.ts";
import type { CollectionContext } from "../collection/collection-context.ts";
import { fileNameOf, formBadge } from "../collection/download-badge.ts";

/** As much as an answer made in memory may hold. */
const MOST_BYTES = 150 * 1024 * 1024;

const README = `Vos badges / Your badges

Chaque dossier est un badge. Each folder is a badge.
- original.*  : le fichier tel qu'il a été reçu / the file as it was received
- badge.png, badge.svg : l'image qui contient le badge / the picture that holds the badge
- badge.json, badge.jwt : ce que dit le badge, avec sa signature / what the badge says, with its signature

index.json dit ce que chaque badge valait le jour de l'export.
index.json says what each badge was worth on the day of the export.
`;

const indexOf = (badge: CollectedBadgeDocument, folder: string) => ({
  folder,
  name: badge.content?.name ?? null,
  issuer: badge.content?.issuer ?? null,
  id: badge.content?.id ?? null,
  link: badge.link,
  issuedOn: badge.content?.issuedOn ?? null,
  expiresOn: badge.content?.expiresOn ?? null,
  verdict: badge.facts.verdict,
  lastVerifiedAt: badge.lastVerifiedAt?.toISOString() ?? null,
});

/** Images and JSON of each badge, without compression: a picture has its own. Errors: body_too_large. */
export async function zipBadges(
  context: Pick<CollectionContext, "store" | "kernel">,
  badges: readonly CollectedBadgeDocument[],
): Promise<Uint8Array<ArrayBuffer>[]> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(new Uint8Array(chunk));
  });
  const mtime = context.kernel.clock.now();
  const add = (name: string, bytes: Uint8Array) => {
    size += bytes.length;
    if (size > MOST_BYTES) throw new DomainError("body_too_large");
    const file = new ZipPassThrough(name);
    file.mtime = mtime;
    zip.add(file);
    file.push(bytes, true);
  };

  const index: object[] = [];
  for (const [position, badge] of badges.entries()) {
    const folder = `${String(position + 1).padStart(3, "0")}-${fileNameOf(badge)}`;
    index.push(indexOf(badge, folder));
    const original = await formBadge(context, badge, "original");
    if (original) add(`${folder}/original.${original.extension}`, original.bytes);
    for (const form of ["json", "png", "svg"] as const) {
      if (form === badge.format) continue;
      const formed = await formBadge(context, badge, form);
      if (formed) add(`${folder}/badge.${formed.extension}`, formed.bytes);
    }
  }
  add("index.json", Buffer.from(JSON.stringify(index, null, 2)));
  add("LISEZ-MOI.txt", Buffer.from(README));
  zip.end();
  return chunks;
}
