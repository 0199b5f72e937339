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
  for (const { name, definition, source, ignore } of indexes.filter((one) => names.includes(one.name))) {
    bar.start(1, 0, { step: name });
    const found = await verifyDocuments(client, definition.uid, source("compare"), {
      repair,
      ...(ignore ? { ignore } : {}),
      progress(step, done, total) {
        bar.setTotal(total);
        bar.update(done, { step: `${name}: ${step}` });
      },
    });
    bar.stop();
    differences[name] = found.length;
    for (const { id, kind, fields } of found.slice(0, LISTED))
      console.log(`${name}: ${kind} ${id} ${fields.join(", ")}`);
    if (found.length > LISTED) console.log(`… and ${found.length - LISTED} more`);
    const outcome =
      found.length === 0
        ? "the index says what the database says"
        : repair
          ? "repaired"
          : "run with --repair";
    console.log(`${name}: ${found.length} differences: ${outcome}`);
  }
  const all = Object.values(differences).reduce((sum, count) => sum + count, 0);
  if (json) console.log(JSON.stringify({ differences: all, repaired: repair, indexes: differences }));
  process.exitCode = all > 0 && !repair ? 1 : 0;
} finally {
  bar.stop();
  await close();
}
