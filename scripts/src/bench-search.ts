import { parseArgs } from "node:util";
import { createEmbeddedCandidateEngine } from "@acquis/server/candidates/embedded-engine/embedded-engine.ts";
import { runInProcess } from "../../tests/bench/search/in-process.ts";
import { rounded } from "../../tests/bench/search/report.ts";
import { readRomeWorld, romeDir } from "../../tests/bench/search/rome-world.ts";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "20000" },
    queries: { type: "string", default: "500" },
    json: { type: "boolean", default: false },
  },
});
const people = Number(values.people);
const queries = Number(values.queries);
if (!Number.isInteger(people) || people < 1 || !Number.isInteger(queries) || queries < 1) {
  console.error("Usage: bench:search -- --people N [--queries 500] [--json]");
  process.exit(2);
}
const dir = romeDir();
if (!dir) {
  console.log(
    "SKIPPED: bench:search draws people from the ROME files; set ROME_DIR to the folder that holds them.",
  );
  process.exit(0);
}
const world = readRomeWorld(dir);
let shown = "";
const say = (step: string, share: number) => {
  const line = `${step} ${Math.floor(share * 10) * 10} %`;
  if (line !== shown && process.stderr.isTTY) process.stderr.write(`\r${line}    `);
  shown = line;
};
const result = await runInProcess(
  createEmbeddedCandidateEngine(),
  world,
  { people, queries, today: "2026-11-21" },
  say,
);
console.log(
  people,
  queries,
  { ...result.inProcess, listed: undefined },
  rounded(result.engineMb),
  rounded(result.rebuildSeconds),
);
for (const line of result.inProcess.listed.slice(0, 20)) console.log(line);
