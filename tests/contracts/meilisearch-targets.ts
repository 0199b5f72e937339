import { randomBytes } from "node:crypto";
import type { IndexDefinition } from "@acquis/search-config/settings/index-settings.ts";
import { connectMeilisearch, settled } from "@acquis/server/platform/search/meilisearch/connection.ts";
import type { IndexClientOptions } from "@acquis/server/platform/search/meilisearch/index-client.ts";
import { applySettings, dropIndex } from "@acquis/server/platform/search/meilisearch/index-upkeep.ts";
import { MeilisearchDouble } from "./meilisearch-double.ts";

/** A Meilisearch that suites run on, in indexes with a random prefix, dropped afterwards with their keys. */
export interface MeilisearchTarget {
  name: string;
  /** A real server indexes at its own pace: ask less of it. */
  isReal: boolean;
  start(): Promise<void>;
  stop(): Promise<void>;
  options(): IndexClientOptions;
  /** The index ready and empty. */
  empty(index: IndexDefinition): Promise<void>;
}

function target(name: string, isReal: boolean, address: () => { url: string; apiKey: string }) {
  const prefix = `test_${randomBytes(4).toString("hex")}_`;
  const used = new Set<string>();
  return {
    name,
    isReal,
    options: () => ({ ...address(), prefix }),
    async empty(index: IndexDefinition) {
      const admin = connectMeilisearch(address());
      const uid = `${prefix}${index.uid}`;
      used.add(uid);
      await applySettings(admin, { ...index, uid });
      await settled(admin, () => admin.index(uid).deleteAllDocuments());
    },
    async clean() {
      const admin = connectMeilisearch(address());
      for (const uid of used) await dropIndex(admin, uid);
      const { results } = await admin.getKeys({ limit: 1000 });
      for (const key of results) if (key.name?.includes(prefix)) await admin.deleteKey(key.uid);
    },
  };
}

function double(): MeilisearchTarget {
  const server = new MeilisearchDouble();
  let url = "";
  return {
    ...target("a double of Meilisearch", false, () => ({ url, apiKey: "master" })),
    async start() {
      url = await server.listen();
    },
    stop: () => server.close(),
  };
}

const { MEILI_URL: url, MEILI_MASTER_KEY: apiKey } = process.env;

/** The double always, a real server when MEILI_URL and MEILI_MASTER_KEY are set; says loudly when it is not run. */
export function meilisearchTargets(): MeilisearchTarget[] {
  if (url && apiKey) {
    const real = target(`Meilisearch at ${url}`, true, () => ({ url, apiKey }));
    return [double(), { ...real, start: async () => {}, stop: real.clean }];
  }
  console.warn("NOT RUN on a real Meilisearch: set MEILI_URL and MEILI_MASTER_KEY to run this suite on one");
  return [double()];
}
