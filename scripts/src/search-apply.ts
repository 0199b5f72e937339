import { indexes } from "@acquis/search-config/settings/indexes.ts";
import { connectMeilisearch } from "@acquis/server/platform/search/meilisearch/connection.ts";
import {
  applySettings,
  createIndex,
  differences,
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
  const found = await differences(client, index);
  console.log(`${index.uid}: ${found.length === 0 ? "as decided" : `${found.length} settings differ`}`);
  for (const { setting, server, decided } of found)
    console.log(`  ${setting}\n    - ${shown(server)}\n    + ${shown(decided)}`);
  if (!onlyShow && found.length > 0) await applySettings(client, index);
}
if (onlyShow) console.log("Nothing was changed.");
else {
  // Applied settings rebuild what Meilisearch derives by itself; documents made otherwise are found by verify.
  const key = await ensureServerKey(
    client,
    indexes.map((index) => `${index.uid}*`),
  );
  if (key) console.log(`Key of the server, limited to these indexes:\nMEILI_API_KEY=${key}`);
  console.log("Documents made by an older version are rebuilt by: npm run search:reindex");
}
