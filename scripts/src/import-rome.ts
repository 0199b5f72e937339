import { randomUUID } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { connectDatabase } from "@acquis/server/platform/database/connect.ts";
import { createLog } from "@acquis/server/platform/log.ts";
import { readSettings } from "@acquis/server/platform/settings.ts";
import { importRome } from "@acquis/server/referential/import-rome/import-rome.ts";
import { presentReport } from "@acquis/server/referential/import-rome/present-report.ts";
import { createReferentialStore } from "@acquis/server/referential/referential.store.ts";
import { SingleBar } from "cli-progress";

const asJson = process.argv.includes("--json");
const directories = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith("--"))
  .map((one) => resolve(one));
const wrong = directories.filter((one) => !existsSync(one) || !statSync(one).isDirectory());
if (directories.length === 0 || wrong.length > 0) {
  for (const one of wrong) console.error(`Not a folder: ${one}`);
  console.error("Usage: npm run import:rome -- DIR… [--json]   (folders of official ROME files)");
  process.exit(2);
}

const started = performance.now();
const database = await connectDatabase(readSettings(process.env), createLog("warn"));
const bar = new SingleBar({ format: " {bar} {percentage}% {step}", noTTYOutput: true, notTTYSchedule: 5000 });
try {
  bar.start(100, 0, { step: "" });
  const store = createReferentialStore(database.connection);
  const report = await importRome(directories, { store, newId: randomUUID }, (step, done, total) => {
    const share = total === 0 ? 1 : done / total;
    bar.update(Math.round(step === "reading" ? share * 40 : 40 + share * 60), { step });
  });
  bar.update(100, { step: "done" });
  bar.stop();
  const seconds = (performance.now() - started) / 1000;
  console.log(presentReport(report, seconds));
  if (asJson) console.log(JSON.stringify({ ...report, importSeconds: Number(seconds.toFixed(2)) }));
} finally {
  bar.stop();
  await database.close();
}
