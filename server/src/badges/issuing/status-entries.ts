import { randomInt } from "node:crypto";
import { type Connection, type Model, Schema } from "mongoose";
import { isDuplicateKey } from "../../platform/database/aggregate.ts";

/** Bits of a list (Bitstring Status List 1.0 asks for as many, so that one index tells little). */
export const LIST_BITS = 131_072;
/** Half full, a list gives its place to the next: a free index is then found in two tries. */
const MOST_ENTRIES = LIST_BITS / 2;
const COUNT_EVERY = 256;
const MOST_TRIES = 40;

interface EntryDocument {
  /** `SLUG.LIST.INDEX`, unique: an index is never used twice. */
  _id: string;
  /** `SLUG.LIST` */
  listId: string;
  revoked: boolean;
}

export interface StatusEntries {
  /** A random free index in the current list of an issuer. */
  allocate(slug: string): Promise<string>;
  /** Gives back an entry that was never published. */
  forget(entry: string): Promise<void>;
  /** Done twice, it changes nothing. */
  revoke(entry: string): Promise<void>;
  revokedIn(slug: string, list: number): Promise<number[]>;
  exists(slug: string, list: number): Promise<boolean>;
}

export function readEntry(entry: string): { slug: string; list: number; index: number } {
  const [slug = "", list = "0", index = "0"] = entry.split(".");
  return { slug, list: Number(list), index: Number(index) };
}

export function createStatusEntries(db: Connection): StatusEntries {
  const schema = new Schema<EntryDocument>(
    { _id: String, listId: String, revoked: Boolean },
    { versionKey: false },
  );
  schema.index({ listId: 1, revoked: 1 });
  const entries: Model<EntryDocument> = db.model<EntryDocument>(
    "badgeStatusEntry",
    schema,
    "badgeStatusEntries",
  );
  const current = new Map<string, { list: number; left: number }>();

  async function listFor(slug: string): Promise<number> {
    const known = current.get(slug) ?? { list: 0, left: 0 };
    while (known.left <= 0) {
      const used = await entries.countDocuments({ listId: `${slug}.${known.list}` });
      if (used >= MOST_ENTRIES) known.list += 1;
      else known.left = Math.min(COUNT_EVERY, MOST_ENTRIES - used);
    }
    known.left -= 1;
    current.set(slug, known);
    return known.list;
  }

  return {
    async allocate(slug) {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const listId = `${slug}.${await listFor(slug)}`;
        const _id = `${listId}.${randomInt(LIST_BITS)}`;
        try {
          await entries.collection.insertOne({ _id: _id as never, listId, revoked: false });
          return _id;
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
        }
      }
      throw new Error(`no free index in the status lists of ${slug}`);
    },
    async forget(entry) {
      await entries.deleteOne({ _id: entry, revoked: false });
    },
    async revoke(entry) {
      await entries.updateOne({ _id: entry }, { $set: { revoked: true } });
    },
    async revokedIn(slug, list) {
      const found = await entries.find({ listId: `${slug}.${list}`, revoked: true }).lean<EntryDocument[]>();
      return found.map(({ _id }) => readEntry(_id).index);
    },
    async exists(slug, list) {
      return (await entries.exists({ listId: `${slug}.${list}` })) !== null;
    },
  };
}
