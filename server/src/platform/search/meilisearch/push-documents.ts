import type { EnqueuedTask, Meilisearch } from "meilisearch";
import type { RefusedDocument } from "../documents-refused.ts";
import { insist, isUnreadable, settled, succeeded, TaskFailed } from "./connection.ts";

/** Documents of a task: large enough to index fast, small enough for a body. */
const BATCH = 5_000;
/** Tasks sent before waiting: Meilisearch indexes those that wait together. */
const IN_FLIGHT = 8;

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
    const sent: { batch: { id: string }[]; task: EnqueuedTask | null; failure: unknown }[] = [];
    for (let at = start; at < Math.min(documents.length, start + BATCH * IN_FLIGHT); at += BATCH) {
      const batch = documents.slice(at, at + BATCH);
      try {
        const task = await insist(() => client.index(uid).addDocuments(batch, { primaryKey: "id" }));
        sent.push({ batch, task, failure: null });
      } catch (failure) {
        sent.push({ batch, task: null, failure });
      }
    }
    for (const { batch, task, failure } of sent)
      try {
        if (!task) throw failure;
        await succeeded(client, task);
      } catch (error) {
        refused.push(...(await pushByHalves(client, uid, batch, refusalOf(error))));
      }
  }
  return refused;
}

/** What is wrong with the documents; throws what is wrong with the server. */
function refusalOf(error: unknown): Error {
  if (error instanceof TaskFailed || (error instanceof Error && isUnreadable(error))) return error;
  throw error;
}

async function pushByHalves(
  client: Meilisearch,
  uid: string,
  batch: { id: string }[],
  failure: Error,
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
      refused.push(...(await pushByHalves(client, uid, half, refusalOf(error))));
    }
  return refused;
}
