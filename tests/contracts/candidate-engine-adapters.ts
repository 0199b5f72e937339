import { randomBytes } from "node:crypto";
import { candidatesIndex } from "@acquis/search-config/settings/indexes.ts";
import type { CandidateEngine } from "@acquis/server/candidates/candidate-engine.ts";
import { createEmbeddedCandidateEngine } from "@acquis/server/candidates/embedded-engine/embedded-engine.ts";
import { createMeilisearchCandidateEngine } from "@acquis/server/candidates/meilisearch-engine/meilisearch-engine.ts";
import { connectMeilisearch, settled } from "@acquis/server/platform/search/meilisearch/connection.ts";
import { applySettings, dropIndex } from "@acquis/server/platform/search/meilisearch/index-upkeep.ts";
import { MeilisearchDouble } from "./meilisearch-double.ts";

/** What the suite needs of an engine, and how hard it may press it. */
export interface CandidateEngineAdapter {
  name: string;
  worlds: number;
  queriesPerWorld: number;
  histories: number;
  changes: number;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** An engine with nobody in it. */
  empty(): Promise<CandidateEngine>;
}

/** The seed of the properties: another one each run, printed in their titles, `SEED=` to run one again. */
export const seed: number = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

const embedded: CandidateEngineAdapter = {
  name: "the embedded engine",
  worlds: 60,
  queriesPerWorld: 25,
  histories: 40,
  changes: 25,
  start: async () => {},
  stop: async () => {},
  empty: async () => createEmbeddedCandidateEngine(),
};

/** The engine on one Meilisearch, in an index with a random prefix that is dropped afterwards, with its key. */
function onMeilisearch(
  address: () => { url: string; apiKey: string },
  press: Pick<CandidateEngineAdapter, "worlds" | "queriesPerWorld" | "histories" | "changes">,
) {
  const prefix = `test_${randomBytes(4).toString("hex")}_`;
  const uid = `${prefix}${candidatesIndex.uid}`;
  return {
    ...press,
    async empty() {
      const admin = connectMeilisearch(address());
      await applySettings(admin, { ...candidatesIndex, uid });
      await settled(admin, () => admin.index(uid).deleteAllDocuments());
      return createMeilisearchCandidateEngine({ ...address(), prefix });
    },
    async clean() {
      const admin = connectMeilisearch(address());
      await dropIndex(admin, uid);
      const { results } = await admin.getKeys({ limit: 1000 });
      for (const key of results) if (key.name?.includes(prefix)) await admin.deleteKey(key.uid);
    },
  };
}

function double(): CandidateEngineAdapter {
  const server = new MeilisearchDouble();
  let url = "";
  const { empty, worlds, queriesPerWorld, histories, changes } = onMeilisearch(
    () => ({ url, apiKey: "master" }),
    { worlds: 25, queriesPerWorld: 8, histories: 8, changes: 8 },
  );
  return {
    name: "the Meilisearch engine, before a double of its server",
    worlds,
    queriesPerWorld,
    histories,
    changes,
    async start() {
      url = await server.listen();
    },
    stop: () => server.close(),
    empty,
  };
}

function real(url: string, apiKey: string): CandidateEngineAdapter {
  const { clean, ...adapter } = onMeilisearch(() => ({ url, apiKey }), {
    worlds: 15,
    queriesPerWorld: 12,
    histories: 6,
    changes: 8,
  });
  return { ...adapter, name: `the Meilisearch engine at ${url}`, start: async () => {}, stop: clean };
}

export const candidateEngineAdapters: CandidateEngineAdapter[] = [embedded, double()];

const { MEILI_URL, MEILI_MASTER_KEY } = process.env;
/** Why the suites do not run on a real Meilisearch; null when they do. */
export const notOnMeilisearch: string | null =
  MEILI_URL && MEILI_MASTER_KEY
    ? null
    : "NOT RUN on a real Meilisearch: set MEILI_URL and MEILI_MASTER_KEY to run this suite on one";
if (MEILI_URL && MEILI_MASTER_KEY) candidateEngineAdapters.push(real(MEILI_URL, MEILI_MASTER_KEY));
else console.warn(notOnMeilisearch);
