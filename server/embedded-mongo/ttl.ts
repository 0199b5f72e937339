import type { Collection } from "./collection.ts";
import type { Databases } from "./database.ts";
import { matching, planQuery } from "./find.ts";
import { type Doc, decode, toNumber } from "./values.ts";

const EVERY = 60_000;
const CHUNK = 500;

function removeSome(collection: Collection, filter: Doc): number {
  let count = 0;
  for (const found of matching(collection, planQuery(collection, { filter }))) {
    if (!found) continue;
    collection.remove(found.rid, decode(found.bytes));
    if (++count === CHUNK) break;
  }
  return count;
}

/** Removes what its TTL index says is over at `now`: the earliest date counts when there are several. */
export async function expire(databases: Databases, now: Date): Promise<number> {
  let removed = 0;
  for (const collection of databases.all())
    for (const { spec, fields } of collection.indexes) {
      const seconds = toNumber(spec.expireAfterSeconds);
      if (seconds === undefined) continue;
      const over = { [fields[0] as string]: { $lte: new Date(now.getTime() - seconds * 1000) } };
      const filter = { $and: [over, (spec.partialFilterExpression ?? {}) as Doc] };
      for (let left = CHUNK; left === CHUNK; removed += left)
        left = await databases.storage.write(() => removeSome(collection, filter));
    }
  return removed;
}

/** Every minute, as MongoDB does; gives the function that stops it. */
export function startExpiring(databases: Databases): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => expire(databases, new Date())).catch(() => undefined);
  }, EVERY).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
