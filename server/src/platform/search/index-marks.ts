import type { Model, Schema } from "mongoose";
import type { RefusedDocument } from "./documents-refused.ts";

export interface IndexRevision {
  _id: string;
  revision: number;
}

/** What a document found through a search carries: set by every write, unset once the search has seen its revision. */
export interface IndexMarks extends IndexRevision {
  indexPending?: true | undefined;
  /** Set when the engine refused this revision, with its reason; until it is written again. */
  indexRefusedAt?: Date | undefined;
  indexRefusedWhy?: string | undefined;
}

/** The marks in a schema, found without looking at every document. */
export function withIndexMarks<T extends IndexMarks>(schema: Schema<T>): void {
  schema.add({
    indexPending: { type: Boolean },
    indexRefusedAt: { type: Date },
    indexRefusedWhy: { type: String },
  } as never);
  schema.index({ indexPending: 1 }, { sparse: true });
  schema.index({ indexRefusedAt: 1 }, { sparse: true });
}

const REFUSED = { indexRefusedAt: { $gt: new Date(0) } };

/** Reads and writes the marks of a collection. */
export function indexMarks<T extends IndexMarks>(model: Model<T>, listed: number) {
  return {
    /** Marks what the search has seen, unless it was written again meanwhile; `refused`: id → reason. */
    async mark(
      documents: readonly IndexRevision[],
      refused: ReadonlyMap<string, string>,
      now: Date,
    ): Promise<void> {
      if (documents.length === 0) return;
      await model.collection.bulkWrite(
        documents.map(({ _id, revision }) => {
          const reason = refused.get(_id);
          const update =
            reason === undefined
              ? {
                  $set: { indexedRevision: revision },
                  $unset: { indexPending: "", indexRefusedAt: "", indexRefusedWhy: "" },
                }
              : {
                  $set: { indexRefusedAt: now, indexRefusedWhy: reason.slice(0, 500) },
                  $unset: { indexPending: "" },
                };
          return { updateOne: { filter: { _id, revision }, update } };
        }) as never,
        { ordered: false },
      );
    },
    behind: () => model.countDocuments({ indexPending: true }),
    refused: () => model.countDocuments(REFUSED),
    async listRefused(): Promise<(RefusedDocument & { since: Date })[]> {
      const found = await model.find(REFUSED).sort({ indexRefusedAt: -1 }).limit(listed).lean<IndexMarks[]>();
      return found.map((one) => ({
        id: one._id,
        reason: one.indexRefusedWhy ?? "",
        since: one.indexRefusedAt ?? new Date(0),
      }));
    },
  };
}
