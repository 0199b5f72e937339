import { isDeepStrictEqual } from "node:util";
import {
  type CandidateDocument,
  documentId,
  toCandidateDocument,
} from "@acquis/search-config/candidates/candidate-document.ts";
import type { Meilisearch } from "meilisearch";
import { settled } from "../../platform/search/meilisearch/connection.ts";
import { pushDocuments } from "../../platform/search/meilisearch/push-documents.ts";
import { type CandidateSource, inBatches, type Progress } from "./candidate-source.ts";

const BATCH = 1_000;

/** Someone whose document is not what their portfolio says: by field, or wholly. */
export interface CandidateDifference {
  id: string;
  kind: "missing" | "different" | "extra";
  fields: string[];
}

/**
 * Compares every document with its portfolio, both ways, and answers what differs; with `repair`, writes or
 * removes it. What is written while it runs may show as a difference; run again to be sure.
 */
export async function verifyCandidates(
  client: Meilisearch,
  uid: string,
  source: CandidateSource,
  { repair = false, progress = () => {} }: { repair?: boolean; progress?: Progress } = {},
): Promise<CandidateDifference[]> {
  const index = client.index<CandidateDocument>(uid);
  const indexed = new Map<string, CandidateDocument>();
  for (let offset = 0; ; offset += BATCH) {
    const { results, total } = await index.getDocuments({ offset, limit: BATCH });
    for (const document of results) indexed.set(document.id, document);
    progress("reading the index", indexed.size, total);
    if (results.length < BATCH) break;
  }

  const found: CandidateDifference[] = [];
  let compared = 0;
  const total = await source.count();
  for await (const batch of inBatches(source.all(), BATCH)) {
    const wrong: CandidateDocument[] = [];
    for (const { id, profile } of batch) {
      const key = documentId(id);
      const document = indexed.get(key);
      if (!profile) continue;
      indexed.delete(key);
      const expected = toCandidateDocument(profile);
      const fields = document ? fieldsThatDiffer(document, expected) : [];
      if (document && fields.length === 0) continue;
      found.push({ id, kind: document ? "different" : "missing", fields });
      wrong.push(expected);
    }
    if (repair && wrong.length > 0) await pushDocuments(client, uid, wrong);
    compared += batch.length;
    progress("comparing", compared, total);
  }
  const extra = [...indexed.keys()];
  for (const id of extra) found.push({ id, kind: "extra", fields: [] });
  if (repair && extra.length > 0) await settled(client, () => index.deleteDocuments(extra));
  return found;
}

/** Tokens are sets: their order says nothing. */
function fieldsThatDiffer(document: CandidateDocument, expected: CandidateDocument): string[] {
  const comparable = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value);
  return (Object.keys(expected) as (keyof CandidateDocument)[]).filter((field) => {
    if (field === "profile")
      return !isDeepStrictEqual(canonical(document.profile), canonical(expected.profile));
    return !isDeepStrictEqual(comparable(document[field]), comparable(expected[field]));
  });
}

function canonical(profile: string | undefined): unknown {
  const parsed = JSON.parse(profile ?? "null");
  if (parsed?.upcoming)
    parsed.upcoming.sort((a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return parsed;
}
