import { join } from "node:path";
import { parseArgs } from "node:util";
import { copyDatabase } from "@acquis/server/platform/database/copy-database.ts";
import { runningServerUri } from "../../server/embedded-mongo/running.ts";
import { startEmbeddedMongo } from "../../server/embedded-mongo/server.ts";

const { values } = parseArgs({ options: { to: { type: "string" }, from: { type: "string" } } });
if (!values.to?.startsWith("mongodb")) {
  console.error(
    "Usage: npm run db:copy -- --to mongodb://… [--from mongodb://…]\nWithout --from, copies the embedded database of DATA_DIR.",
  );
  process.exit(2);
}
const dir = join(process.env.DATA_DIR ?? "./data", "db");
let stop = async () => {};
let from = values.from ?? (await runningServerUri(dir));
if (!from) {
  const server = await startEmbeddedMongo({ dir });
  from = server.uri;
  stop = () => server.close();
}
try {
  const copied = await copyDatabase(from, values.to, ({ database, collection, copied, total }) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r${database}.${collection} ${copied} / ${total}          `);
  });
  console.table(copied);
  console.log("Counts and checksums agree.");
} catch (error) {
  console.error(`\nNot copied: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await stop();
}
