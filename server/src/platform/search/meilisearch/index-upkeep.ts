import { isDeepStrictEqual } from "node:util";
import type { IndexDefinition, IndexSettings } from "@acquis/search-config/settings/index-settings.ts";
import { type Meilisearch, MeilisearchApiError } from "meilisearch";
import { settled } from "./connection.ts";

/** One setting that is not as decided. */
export interface SettingDifference {
  setting: string;
  server: unknown;
  decided: unknown;
}

export async function indexExists(client: Meilisearch, uid: string): Promise<boolean> {
  try {
    await client.getRawIndex(uid);
    return true;
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.cause?.code === "index_not_found") return false;
    throw error;
  }
}

export async function createIndex(client: Meilisearch, uid: string, primaryKey: string): Promise<void> {
  if (!(await indexExists(client, uid))) await settled(client, () => client.createIndex(uid, { primaryKey }));
}

export async function dropIndex(client: Meilisearch, uid: string): Promise<void> {
  if (await indexExists(client, uid)) await settled(client, () => client.deleteIndex(uid));
}

/** What differs between the server and what is decided; only what is decided is compared. */
export async function differences(
  client: Meilisearch,
  { uid, settings }: IndexDefinition,
): Promise<SettingDifference[]> {
  const server: Record<string, unknown> = { ...(await client.index(uid).getSettings()) };
  return (Object.keys(settings) as (keyof IndexSettings)[]).flatMap((setting) => {
    const decided = settings[setting];
    return matches(server[setting], decided, UNORDERED.has(setting))
      ? []
      : [{ setting, server: server[setting], decided }];
  });
}

/** Settings that are sets: they come back in another order. */
const UNORDERED: ReadonlySet<string> = new Set(["stopWords", "sortableAttributes"]);

/** Objects come back with more than was said. */
function matches(server: unknown, decided: unknown, unordered = false): boolean {
  if (Array.isArray(decided)) {
    if (!Array.isArray(server) || server.length !== decided.length) return false;
    if (unordered) return isDeepStrictEqual([...server].sort(), [...decided].sort());
    return decided.every((one, at) => matches(server[at], one));
  }
  if (typeof decided === "object" && decided !== null)
    return (
      typeof server === "object" &&
      server !== null &&
      Object.entries(decided).every(([key, value]) =>
        matches((server as Record<string, unknown>)[key], value),
      )
    );
  return server === decided;
}

/** Makes the index when it is not there, and brings its settings to what is decided. Answers what differed. */
export async function applySettings(
  client: Meilisearch,
  index: IndexDefinition,
): Promise<SettingDifference[]> {
  await createIndex(client, index.uid, index.primaryKey);
  const found = await differences(client, index);
  if (found.length > 0)
    await settled(client, () =>
      client
        .index(index.uid)
        .updateSettings(Object.fromEntries(found.map(({ setting, decided }) => [setting, decided]))),
    );
  return found;
}

/** Puts the index built beside in the place of the one searched, at once, and drops the old one. */
export async function swapIn(client: Meilisearch, index: IndexDefinition, built: string): Promise<void> {
  await createIndex(client, index.uid, index.primaryKey);
  await settled(client, () => client.swapIndexes([{ indexes: [index.uid, built], rename: false }]));
  await dropIndex(client, built);
}
