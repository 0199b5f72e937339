import { CANDIDATE_VERSION } from "@acquis/search-config/candidates/candidate-document.ts";
import { OFFER_VERSION } from "@acquis/search-config/offers/offer-document.ts";
import { SUGGESTION_VERSION } from "@acquis/search-config/referential/suggestion-document.ts";
import { indexes } from "@acquis/search-config/settings/indexes.ts";
import { connectMeilisearch } from "@acquis/server/platform/search/meilisearch/connection.ts";
import {
  applySettings,
  createIndex,
  differences,
  indexExists,
} from "@acquis/server/platform/search/meilisearch/index-upkeep.ts";
import { ensureServerKey } from "@acquis/server/platform/search/meilisearch/server-key.ts";
import { staleDocuments } from "@acquis/server/platform/search/meilisearch/stale-documents.ts";
import { administratorAddress } from "./search/administrator-address.ts";
import { prefixed } from "./search/prefixed.ts";

const onlyShow = process.argv.includes("--dry-run");
const client = connectMeilisearch(administratorAddress("search:apply [--dry-run]"));

const shown = (value: unknown) => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 160 ? `${text.slice(0, 160)}… (${text.length} characters)` : text;
};

for (const index of indexes.map(prefixed)) {
  if (!onlyShow) await createIndex(client, index.uid, index.primaryKey);
  else if (!(await indexExists(client, index.uid))) {
    console.log(`${index.uid}: not there yet`);
    continue;
  }
  const found = await differences(client, index);
  console.log(`${index.uid}: ${found.length === 0 ? "as decided" : `${found.length} settings differ`}`);
  for (const { setting, server, decided } of found)
    console.log(`  ${setting}\n    - ${shown(server)}\n    + ${shown(decided)}`);
  if (!onlyShow && found.length > 0) await applySettings(client, index);
}
if (onlyShow) console.log("Nothing was changed.");
else {
  const key = await ensureServerKey(
    client,
    indexes.map((index) => `${prefixed(index).uid}*`),
  );
  if (key) console.log(`Key of the server, limited to these indexes:\nMEILI_API_KEY=${key}`);
  const versions = {
    candidates: CANDIDATE_VERSION,
    offers: OFFER_VERSION,
    competencies: SUGGESTION_VERSION,
    occupations: SUGGESTION_VERSION,
  };
  const rebuilt: string[] = [];
  for (const index of indexes) {
    const { uid } = index;
    const version = versions[uid as keyof typeof versions];
    const stale = await staleDocuments(client, prefixed(index).uid, version);
    if (stale === 0) continue;
    console.log(`${uid}: ${stale} documents were made by another version: rebuilding`);
    rebuilt.push("--index", uid);
  }
  if (rebuilt.length > 0) {
    process.argv.push(...rebuilt);
    await import("./search-reindex.ts");
  }
}
