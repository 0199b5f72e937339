import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, createApp, type Overrides } from "@acquis/server/app/app.ts";
import type { Clock } from "@acquis/server/platform/clock.ts";
import { readSettings } from "@acquis/server/platform/settings.ts";
import { type ApiClient, connect } from "./client.ts";

/** The day of every test: a Saturday in November, far from a month's end. */
export const TODAY = "2026-11-14";

export const fixedClock: Clock = { now: () => new Date(`${TODAY}T10:00:00Z`), today: () => TODAY };

export interface Product {
  app: App;
  url: string;
  /** A client of nobody yet; `signIn` makes it somebody. */
  visitor(): ApiClient;
  /** Nothing answers at `url` any more, until `comeBack` opens the same data at the same address. */
  leave(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** The whole product on an empty embedded database in a folder of its own, on a free port. */
export async function startProduct(
  options: { environment?: Record<string, string>; overrides?: Overrides; dataDir?: string } = {},
): Promise<Product> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "acquis-")));
  const settings = readSettings({
    DATA_DIR: dataDir,
    DEMO: "true",
    LOG_LEVEL: "silent",
    PORT: "0",
    ...options.environment,
  });
  const open = () =>
    createApp(settings, { clock: fixedClock, clientDir: "/nonexistent", ...options.overrides });
  const app = await open();
  const port = await app.listen(0, "127.0.0.1");
  await app.ready();
  const url = `http://127.0.0.1:${port}`;
  const product: Product = {
    app,
    url,
    visitor: () => connect(url),
    async leave() {
      await product.app.close();
    },
    async comeBack() {
      product.app = await open();
      await product.app.listen(port, "127.0.0.1");
      await product.app.ready();
    },
    async stop() {
      await product.app.close();
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
  return product;
}
