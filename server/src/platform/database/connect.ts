import { join } from "node:path";
import mongoose, { type Connection } from "mongoose";
import type { Logger } from "pino";
import { runningServerUri } from "../../../embedded-mongo/running.ts";
import { startEmbeddedMongo } from "../../../embedded-mongo/server.ts";
import type { Settings } from "../settings.ts";

export interface Database {
  connection: Connection;
  close(): Promise<void>;
}

/**
 * Connects to `MONGODB_URI`, else to the embedded server of the data folder. A script shares the one that
 * already runs there; the product (`share: false`) is refused a folder that another product holds.
 */
export async function connectDatabase(
  settings: Pick<Settings, "mongodbUri" | "dataDir">,
  log: Logger,
  { share = true } = {},
): Promise<Database> {
  let uri = settings.mongodbUri;
  let stop = async () => {};
  if (!uri) {
    const dir = join(settings.dataDir, "db");
    uri = share ? ((await runningServerUri(dir)) ?? null) : null;
    if (!uri) {
      const server = await startEmbeddedMongo({ dir });
      uri = server.uri;
      stop = () => server.close();
      log.info({ dir }, "embedded database ready");
    }
  }
  const connection = mongoose.createConnection(uri, {
    dbName: settings.mongodbUri ? undefined : "acquis",
    autoIndex: true,
    serverSelectionTimeoutMS: 10_000,
  });
  try {
    await connection.asPromise();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    connection,
    async close() {
      await connection.close();
      await stop();
    },
  };
}
