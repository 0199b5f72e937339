import type { IndexDefinition } from "@acquis/search-config/settings/index-settings.ts";
import type { Meilisearch } from "meilisearch";
import type { Progress } from "../../platform/search/meilisearch/document-source.ts";
import { type ReindexReport, reindexDocuments } from "../../platform/search/meilisearch/reindex-documents.ts";
import { type CandidateSource, candidateDocuments } from "./candidate-source.ts";

/** Builds the index of people anew, searches going on: see `reindexDocuments`. */
export async function reindexCandidates(
  client: Meilisearch,
  index: IndexDefinition,
  source: CandidateSource,
  progress: Progress = () => {},
): Promise<Omit<ReindexReport, "documents"> & { people: number }> {
  const { documents, ...report } = await reindexDocuments(
    client,
    index,
    candidateDocuments(source),
    progress,
  );
  return { people: documents, ...report };
}
