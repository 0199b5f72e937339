import { candidatesIndex } from "@acquis/search-config/settings/indexes.ts";
import { reindexCandidates } from "@acquis/server/candidates/meilisearch-engine/reindex-candidates.ts";
import { connectMeilisearch } from "@acquis/server/platform/search/meilisearch/connection.ts";
import { SingleBar } from "cli-progress";
import { administratorAddress } from "./search/administrator-address.ts";
import { openSource } from "./search/open-source.ts";

const client = connectMeilisearch(administratorAddress("search:reindex [--json]"));
const { source, close } = await openSource();
const bar = new SingleBar({
  format: " {bar} {value}/{total} {step}",
  noTTYOutput: true,
  notTTYSchedule: 5000,
});
try {
  bar.start(1, 0, { step: "" });
  const report = await reindexCandidates(client, candidatesIndex, source, (step, done, total) => {
    bar.setTotal(total);
    bar.update(done, { step });
  });
  bar.stop();
  console.log(
    `${report.people} people indexed in ${report.seconds.toFixed(1)} s, ${report.caughtUp} caught up, searches never stopped`,
  );
  for (const { id, reason } of report.refused) console.error(`NOT INDEXED ${id}: ${reason}`);
  if (process.argv.includes("--json"))
    console.log(
      JSON.stringify({
        people: report.people,
        caughtUp: report.caughtUp,
        refused: report.refused.length,
        indexSeconds: Number(report.seconds.toFixed(2)),
      }),
    );
  process.exitCode = report.refused.length > 0 ? 1 : 0;
} finally {
  bar.stop();
  await close();
}
