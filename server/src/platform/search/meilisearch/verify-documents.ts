import { isDeepStrictEqual } from "node:util";
import type { Meilisearch, ResourceResults } from "meilisearch";
import { settled } from "./connection.ts";
import { type DocumentSource, inBatches, type Progress } from "./document-source.ts";
import { pushDocuments } from "./push-documents.ts";

const BATCH = 1_000;
/** Ids listed at once. */
const LISTED = 10_000;

/** Something whose document is not what the database says: by field, or wholly. */
export interface DocumentDifference {
  id: string;
  kind: "missing" | "different" | "extra";
  fields: string[];
}

export interface VerifyOptions<Document> {
  /** Writes or removes what differs. */
  repair?: boolean;
  progress?: Progress;
  /** Documents of the index that the source says nothing of, told by some of their fields. */
  ignore?: { fields: readonly Extract<keyof Document, string>[]; when(document: Document): boolean };
}

/**
 * Compares every document with the database, both ways, and answers what differs; of the documents it keeps their
 * ids only. What is written while it runs may show as a difference; run again to be sure.
 */
export async function verifyDocuments<Document extends { id: string }>(
  client: Meilisearch,
  uid: string,
  source: DocumentSource<Document>,
  { repair = false, progress = () => {}, ignore }: VerifyOptions<Document> = {},
): Promise<DocumentDifference[]> {
  const index = client.index<Document>(uid);
  const found: DocumentDifference[] = [];
  const expectedIds = new Set<string>();
  let compared = 0;
  const total = await source.count();
  for await (const batch of inBatches(source.all(), BATCH)) {
    const indexed = await readDocuments<Document>(
      client,
      uid,
      batch.map(({ id }) => source.documentId(id)),
    );
    const wrong: Document[] = [];
    for (const { id, document: expected } of batch) {
      if (!expected) continue;
      const key = source.documentId(id);
      expectedIds.add(key);
      const document = indexed.get(key);
      const fields = document ? fieldsThatDiffer(document, expected) : [];
      if (document && fields.length === 0) continue;
      found.push({ id, kind: document ? "different" : "missing", fields });
      wrong.push(expected);
    }
    if (repair && wrong.length > 0) await pushDocuments(client, uid, wrong);
    compared += batch.length;
    progress("comparing", compared, total);
  }

  const extra: string[] = [];
  const fields = ["id", ...(ignore?.fields ?? [])] as Extract<keyof Document, string>[];
  for (let offset = 0; ; offset += LISTED) {
    const { results, total: all } = await index.getDocuments({ offset, limit: LISTED, fields });
    for (const document of results as Document[])
      if (!expectedIds.has(document.id) && !ignore?.when(document)) extra.push(document.id);
    progress("looking for others", Math.min(offset + LISTED, all), all);
    if (results.length < LISTED) break;
  }
  for (const id of extra) found.push({ id, kind: "extra", fields: [] });
  if (repair && extra.length > 0) await settled(client, () => index.deleteDocuments(extra));
  return found;
}

/** Documents by their ids; those that are not there are left out. An address would be too long for their ids. */
async function readDocuments<Document extends { id: string }>(
  client: Meilisearch,
  uid: string,
  ids: readonly string[],
): Promise<Map<string, Document>> {
  const { results } = await client.httpRequest.post<ResourceResults<Document[]>>({
    path: `indexes/${uid}/documents/fetch`,
    body: { ids, limit: ids.length },
  });
  return new Map(results.map((document) => [document.id, document]));
}

function fieldsThatDiffer<Document extends { id: string }>(document: Document, expected: Document): string[] {
  return (Object.keys(expected) as (keyof Document & string)[]).filter(
    (field) => !isDeepStrictEqual(comparable(document[field]), comparable(expected[field])),
  );
}

/** Tokens are sets, their order says nothing; what is kept in JSON is compared as what it says, lists as sets. */
function comparable(value: unknown): unknown {
  if (typeof value === "string" && /^[{[]/.test(value)) return inAnyOrder(JSON.parse(value));
  return Array.isArray(value) ? [...value].sort() : value;
}

function inAnyOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const inside = value.map(inAnyOrder);
    return inside.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, inAnyOrder(one)]),
  );
}
