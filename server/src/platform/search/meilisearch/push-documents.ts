import type { Meilisearch } from "meilisearch";
import { settled, TaskFailed } from "./connection.ts";

/** Documents of a task: large enough to index fast, small enough for a body. */
const BATCH = 5_000;

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
  const pending: { id: string }[][] = [];
  for (let at = documents.length; at > 0; at -= BATCH)
    pending.push(documents.slice(Math.max(0, at - BATCH), at));
  for (let batch = pending.pop(); batch; batch = pending.pop()) {
    const [first] = batch;
    if (!first) continue;
    const sent = batch;
    try {
      await settled(client, () => client.index(uid).addDocuments(sent, { primaryKey: "id" }));
    } catch (error) {
      if (!(error instanceof TaskFailed)) throw error;
      if (sent.length === 1) refused.push({ id: first.id, reason: error.message });
      else {
        const middle = sent.length >> 1;
        pending.push(sent.slice(middle), sent.slice(0, middle));
      }
    }
  }
  return refused;
}
