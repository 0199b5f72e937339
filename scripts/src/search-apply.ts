import { candidatesIndex, indexes } from "@acquis/search-config/settings/indexes.ts";
import { staleDocuments } from "@acquis/server/candidates/meilisearch-engine/stale-documents.ts";
import { connectMeilisearch } from "@acquis/server/platform/search/meilisearch/connection.ts";
import {
  applySettings,
  createIndex,
  differences,
  indexExists,
} from "@acquis/server/platform/search/meilisearch/index-upkeep.ts";
import { ensureServerKey } from "@acquis/server/platform/search/meilisearch/server-key.ts";
import { administratorAddress } from "./search/administrator-address.ts";

const onlyShow = process.argv.includes("--dry-run");
const client = connectMeilisearch(administratorAddress("search:apply [--dry-run]"));

const shown = (value: unknown) => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 160 ? `${text.slice(0, 160)}… (${text.length} characters)` : text;
};

for (const index of indexes) {
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
    indexes.map((index) => `${index.uid}*`),
  );
  if (key) console.log(`Key of the server, limited to these indexes:\nMEILI_API_KEY=${key}`);
  const stale = await staleDocuments(client, candidatesIndex.uid);
  if (stale > 0) {
    console.log(`${stale} people were indexed by another version: rebuilding`);
    await import("./search-reindex.ts");
  }
}
