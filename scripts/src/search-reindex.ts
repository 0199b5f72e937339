import { connectMeilisearch } from "@acquis/server/platform/search/meilisearch/connection.ts";
import {
  type ReindexReport,
  reindexDocuments,
} from "@acquis/server/platform/search/meilisearch/reindex-documents.ts";
import { SingleBar } from "cli-progress";
import { administratorAddress } from "./search/administrator-address.ts";
import { askedIndexes } from "./search/asked-indexes.ts";
import { openIndexes } from "./search/open-indexes.ts";

const USAGE = "search:reindex -- [--index candidates|offers|competencies|occupations] [--json]";
const { names, json } = askedIndexes(USAGE);
const client = connectMeilisearch(administratorAddress(USAGE));
const { indexes, close } = await openIndexes();
const bar = new SingleBar({
  format: " {bar} {value}/{total} {step}",
  noTTYOutput: true,
  notTTYSchedule: 5000,
});
const reports: Record<string, ReindexReport> = {};
try {
  for (const { name, definition, source } of indexes.filter((one) => names.includes(one.name))) {
    bar.start(1, 0, { step: name });
    const report = await reindexDocuments(client, definition, source("rebuild"), (step, done, total) => {
      bar.setTotal(total);
      bar.update(done, { step: `${name}: ${step}` });
    });
    bar.stop();
    reports[name] = report;
    console.log(
      `${name}: ${report.documents} documents in ${report.seconds.toFixed(1)} s, ${report.caughtUp} caught up, searches never stopped`,
    );
    for (const { id, reason } of report.refused) console.error(`NOT INDEXED ${name} ${id}: ${reason}`);
  }
  const refused = Object.values(reports).reduce((sum, report) => sum + report.refused.length, 0);
  if (json)
    console.log(
      JSON.stringify({
        people: reports.candidates?.documents ?? null,
        caughtUp: Object.values(reports).reduce((sum, report) => sum + report.caughtUp, 0),
        refused,
        indexSeconds: Number((reports.candidates?.seconds ?? 0).toFixed(2)),
        indexes: Object.fromEntries(
          Object.entries(reports).map(([name, report]) => [
            name,
            {
              documents: report.documents,
              refused: report.refused.length,
              indexSeconds: Number(report.seconds.toFixed(2)),
            },
          ]),
        ),
      }),
    );
  process.exitCode = refused > 0 ? 1 : 0;
} finally {
  bar.stop();
  await close();
}
