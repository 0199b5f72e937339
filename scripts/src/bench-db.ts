import { parseArgs } from "node:util";
import { benchDatabase, type Latency } from "../../tests/bench/db/database-bench.ts";

const { values } = parseArgs({
  options: { documents: { type: "string" }, json: { type: "boolean", default: false } },
});
const only = values.documents === undefined ? undefined : Number(values.documents);
if (only !== undefined && (!Number.isInteger(only) || only < 1)) {
  console.error("Usage: bench:db -- [--documents N] [--json]");
  process.exit(2);
}
const sizes = [...new Set(only === undefined ? [1000, 10_000, 1_000_000] : [1000, only])];
let shown = "";
const results = await benchDatabase(sizes, (step, share) => {
  const line = `${step} ${Math.floor(share * 10) * 10} %`;
  if (line !== shown && process.stderr.isTTY) process.stderr.write(`\r${line}      `);
  shown = line;
});
const ms = ({ p50Ms, p95Ms }: Latency) => `${p50Ms.toFixed(3)} / ${p95Ms.toFixed(3)}`;
const rows = results.map((r) => ({
  documents: r.documents,
  "insertMany /s": Math.round(r.insertManyPerSecond),
  "plain put /s": Math.round(r.plainLmdb.putPerSecond),
  "insertOne ms": ms(r.insertOne),
  "ping ms": ms(r.ping),
  "findOne ms": ms(r.findOne),
  "findOne / ping": r.findOneOverPing.toFixed(2),
  "plain get ms": ms(r.plainLmdb.get),
  "sorted page ms": ms(r.findRange),
  "updateOne ms": ms(r.updateOne),
  "group by index s": r.aggregateIndexedSeconds.toFixed(3),
  "group all s": r.aggregateAllSeconds.toFixed(2),
  "disk Mb": Math.round(r.diskMb),
}));
for (const row of rows) console.table(row);
const [first, last] = [results[0], results.at(-1)];
const growth = first && last ? last.findOne.p50Ms / first.findOne.p50Ms : 1;
const worst = Math.max(...results.map((r) => r.findOneOverPing));
console.log(`findOne by index over ping: ${worst.toFixed(2)} (bar: at most 4)`);
console.log(
  `findOne at ${last?.documents} over ${first?.documents} documents: ${growth.toFixed(2)} (bar: at most 2)`,
);
if (values.json) {
  const round = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(4)) : value;
  console.log(
    JSON.stringify({ bench: "db", findOneOverPing: worst, findOneGrowth: growth, sizes: results }, round),
  );
}
