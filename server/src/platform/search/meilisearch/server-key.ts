import { type Key, type Meilisearch, MeilisearchApiError } from "meilisearch";

/** What a running server does: search, write and read documents, follow its tasks, know how many there are. */
const ACTIONS = [
  "search",
  "documents.add",
  "documents.get",
  "documents.delete",
  "indexes.get",
  "tasks.get",
  "stats.get",
];
const PAGE = 100;

/**
 * The key of the server, limited to these indexes (patterns such as `candidates*`) and to what it does; made
 * when it is not there. Null when the key of this client may not manage keys: it is a limited one already.
 */
export async function ensureServerKey(
  admin: Meilisearch,
  indexes: readonly string[],
): Promise<string | null> {
  const name = `acquis server: ${indexes.join(" ")}`;
  try {
    const known = await findKey(admin, name);
    if (known) return known.key;
    const made = await admin.createKey({
      name,
      description: "Made by the product for its running server; limited to its indexes.",
      actions: ACTIONS,
      indexes: [...indexes],
      expiresAt: null,
    });
    return made.key;
  } catch (error) {
    if (error instanceof MeilisearchApiError && [401, 403].includes(error.response.status)) return null;
    throw error;
  }
}

async function findKey(admin: Meilisearch, name: string): Promise<Key | null> {
  for (let offset = 0; ; offset += PAGE) {
    const { results, total } = await admin.getKeys({ offset, limit: PAGE });
    const found = results.find((key) => key.name === name);
    if (found) return found;
    if (offset + PAGE >= (total ?? 0)) return null;
  }
}
