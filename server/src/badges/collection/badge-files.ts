import type { BadgeFileDocument } from "./collection.store.ts";
import type { CollectionContext } from "./collection-context.ts";

type Files = Pick<CollectionContext, "store">;

/** A file kept, with its bytes as they came; null without one. */
export async function readFile(
  { store }: Files,
  id: string | null,
): Promise<{ bytes: Uint8Array; type: string } | null> {
  const found = id ? await store.files.findById(id).lean<BadgeFileDocument>() : null;
  if (!found) return null;
  const { bytes, type } = found;
  return { type, bytes: new Uint8Array(Buffer.isBuffer(bytes) ? bytes : bytes.buffer) };
}

export async function bytesOf(files: Files, id: string | null): Promise<Uint8Array | null> {
  return (await readFile(files, id))?.bytes ?? null;
}

const ABANDONED_MS = 3_600_000;

/** Forgets the files that a replaced badge left, but not those of an import still being written. */
export async function sweepFiles(
  { store, kernel }: Pick<CollectionContext, "store" | "kernel">,
  badge: { _id: string; fileId: string | null; imageId: string | null },
): Promise<void> {
  await store.files.deleteMany({
    badgeId: badge._id,
    _id: { $nin: [badge.fileId, badge.imageId].filter((id): id is string => id !== null) },
    createdAt: { $lt: new Date(kernel.clock.now().getTime() - ABANDONED_MS) },
  });
}
