import { parseArgs } from "node:util";
import { runInProcess } from "../../tests/bench/search/in-process.ts";
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
const { inProcess, engineMb, rebuildSeconds } = await runInProcess(world, options, say);
const http = (values.http ?? people <= HTTP_UP_TO) ? await runOverHttp(world, options, say) : null;
if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");

console.log(`${people.toLocaleString("en")} people, ${queries} queries`);
console.table(
  Object.fromEntries(
    Object.entries({ "in process": inProcess, "over HTTP": http }).flatMap(([name, run]) =>
      run
        ? [
            [
              name,
              { "p50 ms": run.p50Ms, "p95 ms": run.p95Ms, "max ms": run.maxMs, differences: run.differences },
            ],
          ]
        : [],
    ),
  ),
);
console.log(`engine: ${rounded(engineMb)} Mb, rebuilt in ${rounded(rebuildSeconds)} s`);
if (http) console.log(`product: everybody searchable ${rounded(http.readySeconds)} s after it listens`);
else console.log("over HTTP: not run at this size (add --http)");
for (const run of [inProcess, http])
  for (const line of run?.listed.slice(0, 50) ?? []) console.log(`DIFFERENT ${line}`);
if (values.json) {
  const told = (run: typeof inProcess | null) =>
    run && { p50Ms: run.p50Ms, p95Ms: run.p95Ms, maxMs: run.maxMs, differences: run.differences };
  console.log(
    JSON.stringify({
      people,
      queries,
      inProcess: told(inProcess),
      http: told(http),
      engineMb: rounded(engineMb),
      rebuildSeconds: rounded(rebuildSeconds),
    }),
  );
}
process.exit(inProcess.differences + (http?.differences ?? 0) > 0 ? 1 : 0);
