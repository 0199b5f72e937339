import type { EnqueuedTask, Meilisearch } from "meilisearch";
import { insist, settled, succeeded, TaskFailed } from "./connection.ts";

/** Documents of a task: large enough to index fast, small enough for a body. */
const BATCH = 5_000;
/** Tasks sent before waiting: Meilisearch indexes those that wait together. */
const IN_FLIGHT = 8;

/** A document that Meilisearch refuses whatever it comes with. */
export interface RefusedDocument {
  id: string;
  reason: string;
}

/**
 * Writes documents whole, in batches, each followed to its end. A batch that fails is halved until the document
 * it fails on is alone: the others are written, that one is answered with Meilisearch's reason.
 */
export async function pushDocuments(
  client: Meilisearch,
  uid: string,
  documents: readonly { id: string }[],
): Promise<RefusedDocument[]> {
  const refused: RefusedDocument[] = [];
  for (let start = 0; start < documents.length; start += BATCH * IN_FLIGHT) {
    const sent: { batch: { id: string }[]; task: EnqueuedTask }[] = [];
    for (let at = start; at < Math.min(documents.length, start + BATCH * IN_FLIGHT); at += BATCH) {
      const batch = documents.slice(at, at + BATCH);
      sent.push({
        batch,
        task: await insist(() => client.index(uid).addDocuments(batch, { primaryKey: "id" })),
      });
    }
    for (const { batch, task } of sent)
      try {
        await succeeded(client, task);
      } catch (error) {
        if (!(error instanceof TaskFailed)) throw error;
        refused.push(...(await pushByHalves(client, uid, batch, error)));
      }
  }
  return refused;
}

async function pushByHalves(
  client: Meilisearch,
  uid: string,
  batch: { id: string }[],
  failure: TaskFailed,
): Promise<RefusedDocument[]> {
  const [first] = batch;
  if (!first) return [];
  if (batch.length === 1) return [{ id: first.id, reason: failure.message }];
  const middle = batch.length >> 1;
  const refused: RefusedDocument[] = [];
  for (const half of [batch.slice(0, middle), batch.slice(middle)])
    try {
      await settled(client, () => client.index(uid).addDocuments(half, { primaryKey: "id" }));
    } catch (error) {
      if (!(error instanceof TaskFailed)) throw error;
      refused.push(...(await pushByHalves(client, uid, half, error)));
    }
  return refused;
}
