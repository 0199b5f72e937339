import type { IssuedFor } from "@acquis/shared/badges/issuing.schema.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { type Connection, type Model, Schema } from "mongoose";
import type { Aggregate } from "../../platform/database/aggregate.ts";
import type { Described } from "../described.ts";

/** A badge issued: written first, signed after; its id is drawn from who, what and why, so that it is written once. */
export interface IssuedDocument extends Aggregate {
  issuerId: string;
  organisationId: string;
  /** What it says, as it was then. */
  described: Described;
  contentHash: string;
  localBadgeId: string | null;
  metaBadgeId: string | null;
  level: Level | null;
  /** Null once the person used their right to erasure. */
  traineeId: string | null;
  /** What the world may know of the person: a salted hash of their address (OB 3.0, IdentityObject). */
  recipient: { identity: string; salt: string; subjectId: string };
  narrative: string;
  issuedFor: IssuedFor;
  /** The account that asked; null for a rule. */
  issuedBy: string | null;
  batchId: string | null;
  issuedAt: Date;
  issuedOn: string;
  /** Its place in a status list: `SLUG.LIST.INDEX`. */
  statusEntry: string;
  /** As signed, byte for byte; null while the signature is being made. */
  signed: { credential: string; token: string } | null;
  revoked: { on: string; at: Date; by: string; reason: string } | null;
  /** Unique while it stands: one badge of a kind for one person. */
  heldKey?: string | undefined;
}
export type IssuedModel = Model<IssuedDocument>;

export function createIssuedModel(db: Connection): IssuedModel {
  const schema = new Schema<IssuedDocument>(
    {
      _id: String,
      issuerId: { type: String, required: true },
      organisationId: { type: String, required: true },
      described: Object,
      contentHash: String,
      localBadgeId: { type: String, default: null },
      metaBadgeId: { type: String, default: null },
      level: { type: Number, default: null },
      traineeId: { type: String, default: null },
      recipient: Object,
      narrative: String,
      issuedFor: String,
      issuedBy: { type: String, default: null },
      batchId: { type: String, default: null },
      issuedAt: Date,
      issuedOn: String,
      statusEntry: { type: String, required: true },
      signed: { type: Object, default: null },
      revoked: { type: Object, default: null },
      heldKey: { type: String },
      revision: { type: Number, required: true },
      pendingEvents: { type: [Object], default: [] },
      deliverAt: Date,
    },
    { versionKey: false, minimize: false },
  );
  schema.index({ organisationId: 1, issuedAt: -1 });
  schema.index({ traineeId: 1 });
  schema.index({ localBadgeId: 1 });
  schema.index({ "described.key": 1 });
  schema.index({ batchId: 1 }, { sparse: true });
  schema.index({ heldKey: 1 }, { unique: true, sparse: true });
  schema.index({ issuerId: 1, "revoked.at": 1 });
  schema.index({ deliverAt: 1 }, { sparse: true });
  return db.model<IssuedDocument>("issuedBadge", schema, "issuedBadges");
}
