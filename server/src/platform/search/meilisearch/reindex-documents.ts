import type { IndexDefinition } from "@acquis/search-config/settings/index-settings.ts";
import type { Meilisearch } from "meilisearch";
import type { RefusedDocument } from "../documents-refused.ts";
import { settled } from "./connection.ts";
import { type DocumentSource, inBatches, type Progress, type SourcedDocument } from "./document-source.ts";
import { applySettings, dropIndex, swapIn } from "./index-upkeep.ts";
import { pushDocuments } from "./push-documents.ts";

const BATCH = 5_000;
/** Passes over what changed meanwhile; each is shorter than the one before. */
const MOST_PASSES = 10;

export interface ReindexReport {
  documents: number;
  /** Written again because they changed while the index was built. */
  caughtUp: number;
  refused: RefusedDocument[];
  seconds: number;
}

/**
 * Builds the index anew beside the one searched, swaps, then catches up with what was written meanwhile, by
 * revision, until nothing moves. Searches go on all along; can be run again after any failure.
 */
export async function reindexDocuments<Document extends { id: string }>(
  client: Meilisearch,
  index: IndexDefinition,
  source: DocumentSource<Document>,
  progress: Progress = () => {},
): Promise<ReindexReport> {
  const started = performance.now();
  const beside: IndexDefinition = { ...index, uid: `${index.uid}_next` };
  await dropIndex(client, beside.uid);
  await applySettings(client, beside);

  const revisions = new Map<string, number>();
  const refused: RefusedDocument[] = [];
  const total = await source.count();
  let documents = 0;
  for await (const batch of inBatches(source.all(), BATCH)) {
    documents += await write(client, beside.uid, batch, revisions, refused);
    progress("indexing", revisions.size, total);
  }
  await swapIn(client, index, beside.uid);

  let caughtUp = 0;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const moved = await catchUp(client, index.uid, source, revisions, refused);
    caughtUp += moved;
    progress("catching up", caughtUp, caughtUp);
    if (moved === 0) break;
  }
  return { documents, caughtUp, refused, seconds: (performance.now() - started) / 1000 };
}

async function write<Document extends { id: string }>(
  client: Meilisearch,
  uid: string,
  batch: readonly SourcedDocument<Document>[],
  revisions: Map<string, number>,
  refused: RefusedDocument[],
): Promise<number> {
  const documents = batch.flatMap(({ document }) => document ?? []);
  refused.push(...(await pushDocuments(client, uid, documents)));
  for (const { id, revision } of batch) revisions.set(id, revision);
  return documents.length;
}

/** Writes what changed since, removes what is no longer to be found; answers how many. */
async function catchUp<Document extends { id: string }>(
  client: Meilisearch,
  uid: string,
  source: DocumentSource<Document>,
  revisions: Map<string, number>,
  refused: RefusedDocument[],
): Promise<number> {
  const away = new Set(revisions.keys());
  const gone: string[] = [];
  let moved = 0;
  for await (const batch of inBatches(source.all(), BATCH)) {
    const changed = batch.filter(({ id, revision }) => {
      away.delete(id);
      return revisions.get(id) !== revision;
    });
    if (changed.length === 0) continue;
    moved += changed.length;
    await write(client, uid, changed, revisions, refused);
    for (const { id, document } of changed) if (!document) gone.push(id);
  }
  for (const id of away) revisions.delete(id);
  gone.push(...away);
  if (gone.length > 0)
    await settled(client, () => client.index(uid).deleteDocuments(gone.map(source.documentId)));
  return moved + away.size;
}
