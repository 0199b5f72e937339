import type { MetaBadgeContent, MetaBadgeVersion } from "@acquis/shared/badges/framework.schema.ts";
import { type Connection, type Model, Schema } from "mongoose";
import type { Aggregate } from "../../platform/database/aggregate.ts";

/** A meta-badge: its versions are frozen, only the draft changes. */
export interface MetaBadgeDocument extends Aggregate {
  versions: MetaBadgeVersion[];
  draft: MetaBadgeContent | null;
  retired: { on: string; by: string; reason: string } | null;
  /** Place in the list. */
  order: number;
}
export type MetaBadgeModel = Model<MetaBadgeDocument>;

export function createMetaBadgeModel(db: Connection): MetaBadgeModel {
  const schema = new Schema<MetaBadgeDocument>(
    {
      _id: String,
      versions: [Object],
      draft: { type: Object, default: null },
      retired: { type: Object, default: null },
      order: Number,
      revision: { type: Number, required: true },
      pendingEvents: { type: [Object], default: [] },
      deliverAt: Date,
    },
    { versionKey: false, minimize: false },
  );
  return db.model<MetaBadgeDocument>("metaBadge", schema, "metaBadges");
}
