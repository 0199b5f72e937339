import type { BadgeChoice } from "@acquis/shared/badges/issuing.schema.ts";
import { type Connection, type Model, Schema } from "mongoose";
import type { Aggregate } from "../../platform/database/aggregate.ts";
import type { Issuable } from "./write-badge.ts";

/** Rows kept in one document. */
export const PART_ROWS = 200;

/** Badges for many: `cursor` rows are done, and a server that starts again goes on from there. */
export interface BatchDocument extends Aggregate {
  organisationId: string;
  badge: BadgeChoice;
  /** What is issued, as it was described when the batch started: all get the same. */
  what: Issuable;
  by: string;
  sessionId: string;
  total: number;
  cursor: number;
  issued: number;
  failed: { traineeId: string; code: string }[];
  startedAt: Date;
  finishedAt: Date | null;
  /** Absent once finished; until then, whoever runs it holds it up to that instant. */
  runUntil?: Date | undefined;
}
export type BatchModel = Model<BatchDocument>;

/** `BATCH N`: rows in the order given; `code` when it was known at once that a row gives no badge. */
export interface BatchPartDocument {
  _id: string;
  rows: { traineeId: string; narrative: string; code: string | null }[];
}
export type BatchPartModel = Model<BatchPartDocument>;

export function createBatchModel(db: Connection): BatchModel {
  const schema = new Schema<BatchDocument>(
    {
      _id: String,
      organisationId: { type: String, required: true },
      badge: Object,
      what: Object,
      by: String,
      sessionId: String,
      total: Number,
      cursor: Number,
      issued: Number,
      failed: [Object],
      startedAt: Date,
      finishedAt: { type: Date, default: null },
      runUntil: Date,
      revision: { type: Number, required: true },
      pendingEvents: { type: [Object], default: [] },
      deliverAt: Date,
    },
    { versionKey: false, minimize: false },
  );
  schema.index({ organisationId: 1, startedAt: -1 });
  schema.index({ runUntil: 1 }, { sparse: true });
  return db.model<BatchDocument>("badgeBatch", schema, "badgeBatches");
}

export function createBatchPartModel(db: Connection): BatchPartModel {
  const schema = new Schema<BatchPartDocument>({ _id: String, rows: [Object] }, { versionKey: false });
  return db.model<BatchPartDocument>("badgeBatchPart", schema, "badgeBatchParts");
}
