import type { BadgeFacts } from "@acquis/shared/badges/collection.rules.ts";
import type { CollectedBadge } from "@acquis/shared/badges/collection.schema.ts";
import type { BadgeContent, Check } from "@acquis/shared/badges/verifier.schema.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import type { Binary } from "mongodb";
import { type Connection, type Model, Schema } from "mongoose";
import type { Aggregate } from "../../platform/database/aggregate.ts";

/** What judging found, kept so that dates and recognitions can be judged again without asking anybody. */
export interface StoredFacts extends Omit<BadgeFacts, "id" | "name" | "issuerName" | "graceEndsOn"> {
  /** Instant in milliseconds: the newer of two same badges replaces the other. */
  validFrom: number;
}

/** One badge somebody holds. What it proves is derived; its bytes are kept whole, apart. */
export interface CollectedBadgeDocument extends Aggregate {
  traineeId: string;
  /** Unique: holder, issuer and credential; an address that gave nothing yet, by itself. */
  key: string;
  source: CollectedBadge["source"];
  format: CollectedBadge["format"];
  link: string | null;
  addedOn: Day;
  shown: boolean;
  /** Ids of files; `imageId` is the file itself when it is an image. */
  fileId: string | null;
  imageId: string | null;
  content: BadgeContent | null;
  facts: StoredFacts;
  checks: Check[];
  lastVerifiedAt: Date | null;
  /** Set while nobody answers: since when, and how often it was tried. */
  unreachable: { since: Day; tries: number } | null;
  /** When it is looked at again: schedule, and lease of whoever does. */
  nextCheckAt?: Date | undefined;
  removed?: true | undefined;
}

export interface BadgeFileDocument {
  _id: string;
  badgeId: string;
  type: string;
  bytes: Buffer | Binary;
  createdAt: Date;
}

export function createCollectionStore(db: Connection) {
  const badge = new Schema<CollectedBadgeDocument>(
    {
      _id: String,
      traineeId: { type: String, required: true },
      key: { type: String },
      source: { type: String, required: true },
      format: { type: String, default: null },
      link: { type: String, default: null },
      addedOn: { type: String, required: true },
      shown: { type: Boolean, required: true },
      fileId: { type: String, default: null },
      imageId: { type: String, default: null },
      content: { type: Object, default: null },
      facts: { type: Object, required: true },
      checks: { type: [Object], default: [] },
      lastVerifiedAt: { type: Date, default: null },
      unreachable: { type: Object, default: null },
      nextCheckAt: { type: Date },
      removed: { type: Boolean },
      revision: { type: Number, required: true },
      pendingEvents: { type: [Object], default: [] },
      deliverAt: { type: Date },
    },
    { versionKey: false, minimize: false },
  );
  badge.index({ traineeId: 1, addedOn: -1 });
  badge.index({ key: 1 }, { unique: true, sparse: true });
  badge.index({ "facts.achievementId": 1 });
  badge.index({ nextCheckAt: 1 }, { sparse: true });
  badge.index({ deliverAt: 1 }, { sparse: true });

  const file = new Schema<BadgeFileDocument>(
    {
      _id: String,
      badgeId: { type: String, required: true },
      type: { type: String, required: true },
      bytes: { type: Buffer, required: true },
      createdAt: { type: Date, required: true },
    },
    { versionKey: false },
  );
  file.index({ badgeId: 1 });
  return {
    badges: db.model<CollectedBadgeDocument>("collectedBadge", badge, "collectedBadges"),
    files: db.model<BadgeFileDocument>("badgeFile", file, "badgeFiles"),
  };
}

export interface CollectionStore {
  badges: Model<CollectedBadgeDocument>;
  files: Model<BadgeFileDocument>;
}
