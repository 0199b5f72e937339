import type { Asked } from "@acquis/shared/candidates/candidate.schema.ts";
import type { OfferStatus } from "@acquis/shared/offers/offer.schema.ts";
import type { Place } from "@acquis/shared/platform/primitives.schema.ts";
import type { ContractKind } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { type Connection, type Model, Schema } from "mongoose";
import type { Aggregate } from "../platform/database/aggregate.ts";
import { type IndexMarks, withIndexMarks } from "../platform/search/index-marks.ts";

export interface OfferDocument extends Aggregate, IndexMarks {
  companyId: string;
  createdBy: string;
  title: string;
  occupationCode: string | null;
  description: string;
  contract: ContractKind;
  place: Place;
  neededBy: string;
  essential: Asked[];
  useful: Asked[];
  status: OfferStatus;
  publishedOn: string | null;
  createdAt: Date;
}

export function createOffersStore(db: Connection): Model<OfferDocument> {
  const schema = new Schema<OfferDocument>(
    {
      _id: String,
      companyId: { type: String, required: true },
      createdBy: String,
      title: String,
      occupationCode: { type: String, default: null },
      description: String,
      contract: String,
      place: Object,
      neededBy: String,
      essential: [Object],
      useful: [Object],
      status: { type: String, required: true },
      publishedOn: { type: String, default: null },
      createdAt: Date,
      revision: { type: Number, required: true },
      pendingEvents: { type: [Object], default: [] },
      deliverAt: Date,
    },
    { versionKey: false, minimize: false },
  );
  withIndexMarks(schema);
  schema.index({ companyId: 1, createdAt: -1 });
  schema.index({ status: 1, publishedOn: -1 });
  schema.index({ deliverAt: 1 }, { sparse: true });
  return db.model<OfferDocument>("offer", schema, "offers");
}
