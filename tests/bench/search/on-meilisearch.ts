import { randomBytes } from "node:crypto";
import { levelToken } from "@acquis/search-config/candidates/candidate-document.ts";
import { oneOf, toMeilisearch } from "@acquis/search-config/filters/filter-tree.ts";
import { candidatesIndex, indexes } from "@acquis/search-config/settings/indexes.ts";
import { createMeilisearchCandidateEngine } from "@acquis/server/candidates/meilisearch-engine/meilisearch-engine.ts";
import { connectMeilisearch } from "@acquis/server/platform/search/meilisearch/connection.ts";
import { dropIndex } from "@acquis/server/platform/search/meilisearch/index-upkeep.ts";
import { askAndCheck, type CheckedRun, fill, type RunOptions, type Say } from "./in-process.ts";
import { type HttpResult, runOverHttp } from "./over-http.ts";
import { percentiles, rounded } from "./report.ts";
import type { RomeWorld } from "./rome-world.ts";

/** Documents sent at a time: as a reindex does. */
const BATCH = 40_000;

export interface MeilisearchRun {
  inProcess: CheckedRun;
  indexSeconds: number;
  /** One plain filter query on the same people, between the questions. */
  plainP95Ms: number;
  requestsPerQuery: number;
  mostRequests: number;
  documentsPerQuery: number;
  mostDocuments: number;
}

/** The same questions to the Meilisearch engine, in an index of its own that is dropped afterwards. */
export function runOnMeilisearch(
  address: { url: string; apiKey: string },
  world: RomeWorld,
  options: RunOptions,
  say: Say,
): Promise<MeilisearchRun> {
  return withPrefix(address, (prefix) => runWith(address, prefix, world, options, say));
}

/** The product itself on indexes with a random prefix, dropped afterwards with their keys. */
export function runHttpOnMeilisearch(
  address: { url: string; apiKey: string },
  world: RomeWorld,
  options: RunOptions,
  say: Say,
): Promise<HttpResult> {
  return withPrefix(address, (prefix) => runOverHttp(world, options, say, { ...address, prefix }));
}

async function withPrefix<T>(
  address: { url: string; apiKey: string },
  run: (prefix: string) => Promise<T>,
): Promise<T> {
  const prefix = `bench_${randomBytes(4).toString("hex")}_`;
  try {
    return await run(prefix);
  } finally {
    const client = connectMeilisearch(address);
    for (const { uid } of indexes) await dropIndex(client, `${prefix}${uid}`);
    const { results } = await client.getKeys({ limit: 1000 });
    for (const key of results) if (key.name?.includes(prefix)) await client.deleteKey(key.uid);
  }
}

async function runWith(
  address: { url: string; apiKey: string },
  prefix: string,
  world: RomeWorld,
  options: RunOptions,
  say: Say,
): Promise<MeilisearchRun> {
  const uid = `${prefix}${candidatesIndex.uid}`;
  const spent = { requests: 0, documents: 0 };
  const engine = createMeilisearchCandidateEngine({
    ...address,
    prefix,
    onRound(fetched) {
      spent.requests++;
      spent.documents += fetched;
    },
  });
  const client = connectMeilisearch(address);
  const { rebuildSeconds: indexSeconds } = await fill(engine, world, options, BATCH, say);
  const plain: number[] = [];
  const requests: number[] = [];
  const documents: number[] = [];
  let before = { ...spent };
  const inProcess = await askAndCheck(engine, world, options, say, async ({ query }) => {
    // The first question also counts those of the warm-up: leave them out.
    if (plain.length > 0) {
      requests.push(spent.requests - before.requests);
      documents.push(spent.documents - before.documents);
    }
    const [asked] = query.essential;
    const filter = asked && toMeilisearch(oneOf("held", [levelToken(asked.competencyId, asked.level)]));
    const started = performance.now();
    await client.index(uid).search("", { ...(filter ? { filter } : {}), limit: 20 });
    plain.push(performance.now() - started);
    before = { ...spent };
  });
  const mean = (counts: readonly number[]) =>
    rounded(counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length));
  return {
    inProcess,
    indexSeconds,
    plainP95Ms: percentiles(plain).p95Ms,
    requestsPerQuery: mean(requests),
    mostRequests: Math.max(0, ...requests),
    documentsPerQuery: mean(documents),
    mostDocuments: Math.max(0, ...documents),
  };
}
