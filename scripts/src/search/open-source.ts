import { randomUUID } from "node:crypto";
import { portfolioSource } from "@acquis/server/candidates/meilisearch-engine/portfolio-source.ts";
import { connectDatabase } from "@acquis/server/platform/database/connect.ts";
import { createLog } from "@acquis/server/platform/log.ts";
import { readSettings } from "@acquis/server/platform/settings.ts";
import { createPortfolioModel } from "@acquis/server/portfolio/portfolio.store.ts";
import { createReferential } from "@acquis/server/referential/index.ts";

/** Everybody in the database of the product, which may be running. */
export async function openSource() {
  const log = createLog("warn");
  const { MEILI_URL: _, ...environment } = process.env;
  const database = await connectDatabase(readSettings(environment), log);
  const referential = await createReferential({ db: database.connection, log, newId: randomUUID });
  const portfolios = createPortfolioModel(database.connection);
  return { source: portfolioSource({ portfolios, referential }), close: () => database.close() };
}
