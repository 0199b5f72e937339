import type {
  AlignmentInput,
  IssuerConfirmation,
  LocalCriterion,
} from "@acquis/shared/badges/local-badge.schema.ts";
import type { Motif } from "@acquis/shared/badges/motifs.ts";
import { type Connection, type Model, Schema } from "mongoose";
import type { Aggregate } from "../../platform/database/aggregate.ts";
import type { Described, SaidAlignment } from "../described.ts";

/** A badge as described elsewhere: what was read, where, and whether its issuer stands behind it. */
export interface Elsewhere {
  url: string | null;
  issuer: { id: string; name: string };
  confirmation: Exclude<IssuerConfirmation, "ours">;
  readOn: string;
  alignments: SaidAlignment[];
  /** Address of its image there; shown only as a link. */
  image: string | null;
}

export interface LocalBadgeDocument extends Aggregate {
  organisationId: string;
  /** Id of its achievement or badge class: what is recognised. Frozen. */
  achievementId: string;
  name: string;
  description: string;
  criteria: LocalCriterion[];
  alignments: AlignmentInput[];
  image: { motif: Motif } | { sent: string } | null;
  contentHash: string;
  elsewhere: Elsewhere | null;
  /** What each content said, since badges issued with it still say so; the last one is today's. */
  versions: { contentHash: string; described: Described }[];
  changedOn: string;
  changedBy: string;
  createdAt: Date;
}
export type LocalBadgeModel = Model<LocalBadgeDocument>;

/** An image that somebody sent, by the hash of its bytes: what a badge once showed never changes. */
export interface ImageDocument {
  _id: string;
  png: Buffer;
}
export type ImageModel = Model<ImageDocument>;

export function createLocalBadgeModel(db: Connection): LocalBadgeModel {
  const schema = new Schema<LocalBadgeDocument>(
    {
      _id: String,
      organisationId: { type: String, required: true },
      achievementId: { type: String, required: true },
      name: String,
      description: String,
      criteria: [Object],
      alignments: [Object],
      image: { type: Object, default: null },
      contentHash: { type: String, required: true },
      elsewhere: { type: Object, default: null },
      versions: [Object],
      changedOn: String,
      changedBy: String,
      createdAt: Date,
      revision: { type: Number, required: true },
      pendingEvents: { type: [Object], default: [] },
      deliverAt: Date,
    },
    { versionKey: false, minimize: false },
  );
  schema.index({ organisationId: 1, createdAt: -1 });
  schema.index({ achievementId: 1 });
  schema.index({ deliverAt: 1 }, { sparse: true });
  return db.model<LocalBadgeDocument>("localBadge", schema, "localBadges");
}

export function createImageModel(db: Connection): ImageModel {
  const schema = new Schema<ImageDocument>({ _id: String, png: Buffer }, { versionKey: false });
  return db.model<ImageDocument>("badgeImage", schema, "badgeImages");
}
