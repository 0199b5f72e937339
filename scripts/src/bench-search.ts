import { parseArgs } from "node:util";
import { type CheckedRun, runInProcess } from "../../tests/bench/search/in-process.ts";
import { runHttpOnMeilisearch, runOnMeilisearch } from "../../tests/bench/search/on-meilisearch.ts";
import { runOverHttp } from "../../tests/bench/search/over-http.ts";
import { rounded } from "../../tests/bench/search/report.ts";
import { readRomeWorld, romeDir } from "../../tests/bench/search/rome-world.ts";

const USAGE = `bench:search -- [--people 20000] [--queries 500] [--engine embedded|meilisearch] [--http|--no-http] [--json]
  Asks a search of people the questions employers ask, checks every page against the pure rule, prints the times.
  Over HTTP by default up to ${(300_000).toLocaleString("en")} people: beyond, writing them in a database takes longer than the rest.`;
const HTTP_UP_TO = 300_000;
const TODAY = "2026-11-21";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "20000" },
    queries: { type: "string", default: "500" },
    engine: { type: "string", default: "embedded" },
    http: { type: "boolean" },
    json: { type: "boolean", default: false },
  },
  allowNegative: true,
});
const people = Number(values.people);
const queries = Number(values.queries);
const counts = [people, queries].every((count) => Number.isInteger(count) && count > 0);
if (!counts || !["embedded", "meilisearch"].includes(values.engine)) {
  console.error(USAGE);
  process.exit(2);
}
const dir = romeDir();
if (!dir) {
  console.log(
    "SKIPPED: bench:search draws people from the ROME files. Set ROME_DIR to the folder that holds them.",
  );
  process.exit(0);
}

let last = "";
function say(step: string, share: number): void {
  const line = `${step}: ${Math.floor(share * 20) * 5} %`;
  if (line !== last) process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  last = line;
}

const world = readRomeWorld(dir);
const options = { people, queries, today: TODAY };
const told = (run: CheckedRun | null) =>
  run && { p50Ms: run.p50Ms, p95Ms: run.p95Ms, maxMs: run.maxMs, differences: run.differences };

/** Prints the runs as a table, what differs, and with --json one line; ends with 1 when anything differs. */
function report(
  runs: Record<string, CheckedRun | null>,
  notes: string[],
  json: Record<string, unknown>,
): never {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  console.log(`${people.toLocaleString("en")} people, ${queries} queries`);
  console.table(
    Object.fromEntries(Object.entries(runs).flatMap(([name, run]) => (run ? [[name, told(run)]] : []))),
  );
  for (const note of notes) console.log(note);
  const listed = Object.values(runs).flatMap((run) => run?.listed ?? []);
  for (const line of listed.slice(0, 100)) console.log(`DIFFERENT ${line}`);
  if (values.json) console.log(JSON.stringify({ people, queries, ...json }));
  process.exit(listed.length > 0 ? 1 : 0);
}

if (values.engine === "meilisearch") {
  const { MEILI_URL: url, MEILI_MASTER_KEY: apiKey } = process.env;
  if (!url || !apiKey) {
    console.log("SKIPPED: set MEILI_URL and MEILI_MASTER_KEY to the Meilisearch to measure.");
    process.exit(0);
  }
  const { inProcess, ...run } = await runOnMeilisearch({ url, apiKey }, world, options, say);
  const http =
    (values.http ?? people <= HTTP_UP_TO)
      ? await runHttpOnMeilisearch({ url, apiKey }, world, options, say)
      : null;
  report(
    { "on Meilisearch": inProcess, "over HTTP": http },
    [
      `one plain filter query: p95 ${run.plainP95Ms} ms, so ${rounded(inProcess.p95Ms / run.plainP95Ms)} times`,
      `multi-searches a query: ${run.requestsPerQuery}, at most ${run.mostRequests}`,
      `people fetched a query: ${run.documentsPerQuery}, at most ${run.mostDocuments}`,
      `indexed in ${rounded(run.indexSeconds)} s`,
      http
        ? `product: everybody searchable ${rounded(http.readySeconds)} s after it listens`
        : "over HTTP: not run at this size (add --http)",
    ],
    {
      engine: "meilisearch",
      inProcess: told(inProcess),
      http: told(http),
      ...run,
      indexSeconds: rounded(run.indexSeconds),
    },
  );
}
const { inProcess, engineMb, rebuildSeconds, projectSeconds } = await runInProcess(world, options, say);
const http = (values.http ?? people <= HTTP_UP_TO) ? await runOverHttp(world, options, say) : null;
report(
  { "in process": inProcess, "over HTTP": http },
  [
    `engine: ${rounded(engineMb)} Mb, rebuilt in ${rounded(rebuildSeconds)} s; their profiles made in ${rounded(projectSeconds)} s`,
    http
      ? `product: everybody searchable ${rounded(http.readySeconds)} s after it listens`
      : "over HTTP: not run at this size (add --http)",
  ],
  {
    inProcess: told(inProcess),
    http: told(http),
    engineMb: rounded(engineMb),
    rebuildSeconds: rounded(rebuildSeconds),
    projectSeconds: rounded(projectSeconds),
  },
);
