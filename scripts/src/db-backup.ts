import { join } from "node:path";
import { parseArgs } from "node:util";
import { backupDatabase, restoreDatabase } from "@acquis/server/platform/database/backup-database.ts";

const { values } = parseArgs({
  options: {
    out: { type: "string" },
    restore: { type: "string" },
    replace: { type: "boolean", default: false },
  },
});
const dir = join(process.env.DATA_DIR ?? "./data", "db");
try {
  if (values.out)
    console.log(`${values.out}: ${((await backupDatabase(dir, values.out)) / 2 ** 20).toFixed(1)} Mb`);
  else if (values.restore) {
    await restoreDatabase(values.restore, dir, values.replace);
    console.log(`${dir} restored from ${values.restore}`);
  } else {
    console.error(
      "Usage: npm run db:backup -- --out FOLDER\n       npm run db:backup -- --restore FOLDER [--replace]",
    );
    process.exitCode = 2;
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
