import type { Model } from "mongoose";
import { isDuplicateKey } from "../platform/database/aggregate.ts";

const BATCH = 1000;

/**
 * Writes whole documents in batches: new ones together, others replaced. Repeatable: an import cut short is
 * finished by the next one, and two processes that plant the same starter write the same.
 */
export async function writeChanges<T extends { _id: string }>(
  model: Model<T>,
  documents: readonly T[],
  existing: ReadonlySet<string>,
  written: (count: number) => void = () => {},
): Promise<void> {
  // The driver's own types ask for an ObjectId where our ids are strings.
  const replace = (some: readonly T[]) =>
    model.collection.bulkWrite(
      some.map((one) => ({
        replaceOne: { filter: { _id: one._id }, replacement: one, upsert: true },
      })) as never,
      { ordered: false },
    );
  for (let at = 0; at < documents.length; at += BATCH) {
    const batch = documents.slice(at, at + BATCH);
    const fresh = batch.filter((one) => !existing.has(one._id));
    const held = batch.filter((one) => existing.has(one._id));
    if (fresh.length > 0)
      try {
        await model.collection.insertMany(fresh as never, { ordered: false });
      } catch (error) {
        // Another process wrote some of them meanwhile.
        if (!isDuplicateKey(error)) throw error;
        await replace(fresh);
      }
    if (held.length > 0) await replace(held);
    written(batch.length);
  }
}
