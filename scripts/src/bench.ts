import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** Every bench, one after the other on a machine that does nothing else; each says its own figures. */
const benches: [script: string, ...args: string[]][] = [
  ["bench-search.ts", "--people", "20000"],
  ["bench-search.ts", "--people", "200000"],
  ["bench-suggest.ts"],
  ["bench-api.ts"],
  ["bench-db.ts"],
  ["bench-badges.ts"],
  ["bench-start.ts"],
];

const failed: string[] = [];
for (const [script, ...args] of benches) {
  console.log(`\n=== ${[script, ...args].join(" ")}`);
  const { status } = spawnSync("npx", ["tsx", `${HERE}${script}`, ...args, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  if (status !== 0) failed.push([script, ...args].join(" "));
}
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(", ")}`);
  process.exit(1);
}
