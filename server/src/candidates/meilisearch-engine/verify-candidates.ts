import type { Meilisearch } from "meilisearch";
import {
  type DocumentDifference,
  type VerifyOptions,
  verifyDocuments,
} from "../../platform/search/meilisearch/verify-documents.ts";
import { type CandidateSource, candidateDocuments } from "./candidate-source.ts";

/** Compares every person's document with their portfolio: see `verifyDocuments`. */
export function verifyCandidates(
  client: Meilisearch,
  uid: string,
  source: CandidateSource,
  options: Pick<VerifyOptions<unknown>, "repair" | "progress"> = {},
): Promise<DocumentDifference[]> {
  return verifyDocuments(client, uid, candidateDocuments(source), options);
}
