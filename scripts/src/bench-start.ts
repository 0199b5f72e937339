import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { report } from "./bench/report.ts";
import { startRunningProduct } from "./bench/running-product.ts";

// The whole of `npm start`: the build when something changed, the seeding the first time, until the page is served.
const command = ["npm", "start", "--silent"];
const dataDir = await mkdtemp(join(tmpdir(), "acquis-start-"));
try {
  const seconds: number[] = [];
  for (let run = 0; run < 3; run++) {
    const product = await startRunningProduct({ dataDir, command, path: "/" });
    seconds.push(product.readySeconds);
    await product.stop();
  }
  const [firstSeconds = Number.NaN, ...later] = seconds;
  report("npm start, until the first page is served", {
    firstSeconds,
    laterSeconds: Math.max(...later),
  });
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
