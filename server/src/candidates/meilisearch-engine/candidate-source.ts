import {
  type CandidateDocument,
  documentId,
  toCandidateDocument,
} from "@acquis/search-config/candidates/candidate-document.ts";
import type { CandidateProfile } from "@acquis/shared/candidates/candidate-profile.ts";
import type { DocumentSource } from "../../platform/search/meilisearch/document-source.ts";

/** A portfolio as the index should have it: null profile when the person is private. */
export interface SourcedCandidate {
  id: string;
  revision: number;
  profile: CandidateProfile | null;
}

/** Everybody, read from the database in any order, again at each call. */
export interface CandidateSource {
  count(): Promise<number>;
  all(): AsyncIterable<SourcedCandidate>;
}

/** Everybody as documents of the index. */
export function candidateDocuments(source: CandidateSource): DocumentSource<CandidateDocument> {
  return {
    count: source.count,
    documentId,
    async *all() {
      for await (const { id, revision, profile } of source.all())
        yield { id, revision, document: profile && toCandidateDocument(profile) };
    },
  };
}
