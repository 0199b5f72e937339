import { ObjectId } from "bson";
import type { Collection, Found } from "./collection.ts";
import { MongoError } from "./errors.ts";
import { matchedPosition } from "./positional.ts";
import type { compileUpdate, Update } from "./update.ts";
import { fromFilter } from "./upserting.ts";
import { type Doc, decode, encodeToStore, isDocument } from "./values.ts";

export function checkId(id: unknown): void {
  if (Array.isArray(id)) throw new MongoError(53, "The '_id' value cannot be of type array");
  if ((id as { _bsontype?: string } | null)?._bsontype === "BSONRegExp")
    throw new MongoError(53, "The '_id' value cannot be of type regex");
  const dollar = isDocument(id) ? Object.keys(id).find((field) => field.startsWith("$")) : undefined;
  if (dollar)
    throw new MongoError(
      52,
      `_id fields may not contain '$'-prefixed fields: ${dollar} is not valid for storage.`,
    );
}

/** Applies an update to one stored document; false when it changes nothing. */
export function rewrite(
  collection: Collection,
  found: Found,
  filter: Doc,
  update: Update,
): { before: Doc; after: Doc; changed: boolean } {
  const before = decode(found.bytes);
  const after = update(decode(found.bytes), { position: matchedPosition(filter, before) });
  const bytes = encodeToStore(after);
  const changed = !bytes.equals(found.bytes);
  if (changed) collection.replace(found.rid, before, after, bytes);
  return { before, after, changed };
}

/** Inserts what an update makes of the filter's equalities. */
export function upsert(
  collection: Collection,
  filter: Doc,
  compiledUpdate: ReturnType<typeof compileUpdate>,
): Doc {
  const { apply, replaces } = compiledUpdate;
  const { _id, ...rest } = apply(fromFilter(filter, replaces), { inserting: true });
  const doc: Doc = { _id: _id ?? new ObjectId(), ...rest };
  checkId(doc._id);
  collection.insert(doc, encodeToStore(doc));
  return doc;
}
