import { connectMeilisearch } from "@acquis/server/platform/search/meilisearch/connection.ts";
import { verifyDocuments } from "@acquis/server/platform/search/meilisearch/verify-documents.ts";
import { SingleBar } from "cli-progress";
import { administratorAddress } from "./search/administrator-address.ts";
import { askedIndexes } from "./search/asked-indexes.ts";
import { openIndexes } from "./search/open-indexes.ts";

const LISTED = 50;
const USAGE = "search:verify -- [--index candidates|offers|competencies|occupations] [--repair] [--json]";
const { names, json, repair } = askedIndexes(USAGE);
const client = connectMeilisearch(administratorAddress(USAGE));
const { indexes, close } = await openIndexes();
const bar = new SingleBar({
  format: " {bar} {value}/{total} {step}",
  noTTYOutput: true,
  notTTYSchedule: 5000,
});
const differences: Record<string, number> = {};
try {
  for (const { definition, source, ignore } of indexes.filter((one) => names.includes(one.definition.uid))) {
    const { uid } = definition;
    bar.start(1, 0, { step: uid });
    const found = await verifyDocuments(client, uid, source("compare"), {
      repair,
      ...(ignore ? { ignore } : {}),
      progress(step, done, total) {
        bar.setTotal(total);
        bar.update(done, { step: `${uid}: ${step}` });
      },
    });
    bar.stop();
    differences[uid] = found.length;
    for (const { id, kind, fields } of found.slice(0, LISTED))
      console.log(`${uid}: ${kind} ${id} ${fields.join(", ")}`);
    if (found.length > LISTED) console.log(`… and ${found.length - LISTED} more`);
    const outcome =
      found.length === 0
        ? "the index says what the database says"
        : repair
          ? "repaired"
          : "run with --repair";
    console.log(`${uid}: ${found.length} differences: ${outcome}`);
  }
  const all = Object.values(differences).reduce((sum, count) => sum + count, 0);
  if (json) console.log(JSON.stringify({ differences: all, repaired: repair, indexes: differences }));
  process.exitCode = all > 0 && !repair ? 1 : 0;
} finally {
  bar.stop();
  await close();
}
