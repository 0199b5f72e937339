import { candidatesIndex } from "@acquis/search-config/settings/indexes.ts";
import { verifyCandidates } from "@acquis/server/candidates/meilisearch-engine/verify-candidates.ts";
import { connectMeilisearch } from "@acquis/server/platform/search/meilisearch/connection.ts";
import { SingleBar } from "cli-progress";
import { administratorAddress } from "./search/administrator-address.ts";
import { openSource } from "./search/open-source.ts";

const LISTED = 50;
const repair = process.argv.includes("--repair");
const client = connectMeilisearch(administratorAddress("search:verify [--repair] [--json]"));
const { source, close } = await openSource();
const bar = new SingleBar({
  format: " {bar} {value}/{total} {step}",
  noTTYOutput: true,
  notTTYSchedule: 5000,
});
try {
  bar.start(1, 0, { step: "" });
  const found = await verifyCandidates(client, candidatesIndex.uid, source, {
    repair,
    progress(step, done, total) {
      bar.setTotal(total);
      bar.update(done, { step });
    },
  });
  bar.stop();
  for (const { id, kind, fields } of found.slice(0, LISTED))
    console.log(`${kind} ${id} ${fields.join(", ")}`);
  if (found.length > LISTED) console.log(`… and ${found.length - LISTED} more`);
  const outcome =
    found.length === 0 ? "the index says what the portfolios say" : repair ? "repaired" : "run with --repair";
  console.log(`${found.length} differences: ${outcome}`);
  if (process.argv.includes("--json"))
    console.log(JSON.stringify({ differences: found.length, repaired: repair }));
  process.exitCode = found.length > 0 && !repair ? 1 : 0;
} finally {
  bar.stop();
  await close();
}
