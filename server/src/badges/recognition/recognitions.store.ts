import type { Mapping, RecognitionFact } from "@acquis/shared/badges/recognition.schema.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { type Connection, type Model, Schema } from "mongoose";
import type { Aggregate } from "../../platform/database/aggregate.ts";

/** One endorsement the Région signed about one content; a badge of that content still has it after a change. */
export interface SignedEndorsement {
  id: string;
  contentHash: string;
  metaVersion: number;
  on: string;
  /** The credential as signed, byte for byte. */
  credential: string;
  statusEntry: string;
}

/** One local badge before one level of one meta-badge; what happened is in `history`, nothing stores a status. */
export interface RecognitionDocument extends Aggregate {
  localBadgeId: string;
  organisationId: string;
  achievementId: string;
  metaBadgeId: string;
  metaVersion: number;
  level: Level;
  mapping: Mapping;
  note: string;
  history: RecognitionFact[];
  /** Emptied by a withdrawal. */
  endorsements: SignedEndorsement[];
  /** Unique: one a badge, meta-badge and level. */
  pair: string;
  createdAt: Date;
}
export type RecognitionModel = Model<RecognitionDocument>;

export function createRecognitionModel(db: Connection): RecognitionModel {
  const schema = new Schema<RecognitionDocument>(
    {
      _id: String,
      localBadgeId: { type: String, required: true },
      organisationId: { type: String, required: true },
      achievementId: { type: String, required: true },
      metaBadgeId: { type: String, required: true },
      metaVersion: Number,
      level: Number,
      mapping: [Object],
      note: String,
      history: [Object],
      endorsements: [Object],
      pair: { type: String, required: true },
      createdAt: Date,
      revision: { type: Number, required: true },
      pendingEvents: { type: [Object], default: [] },
      deliverAt: Date,
    },
    { versionKey: false, minimize: false },
  );
  schema.index({ pair: 1 }, { unique: true });
  schema.index({ organisationId: 1, createdAt: -1 });
  schema.index({ localBadgeId: 1 });
  schema.index({ achievementId: 1 });
  schema.index({ "endorsements.id": 1 });
  schema.index({ deliverAt: 1 }, { sparse: true });
  return db.model<RecognitionDocument>("recognition", schema, "recognitions");
}
