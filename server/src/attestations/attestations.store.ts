import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import { type Connection, type Model, Schema } from "mongoose";
import type { Aggregate } from "../platform/database/aggregate.ts";

/** What a trainee asked of a trainer; the attestation itself is evidence, in the portfolio. */
export interface RequestDocument extends Aggregate {
  traineeId: string;
  trainerId: string;
  competencyId: string;
  note: string;
  askedOn: Day;
  outcome: { kind: "attested" | "declined"; on: Day; reason: string } | null;
  /** Unique while the request is open: one per trainee, competency and trainer. */
  openKey?: string | undefined;
}

export type RequestModel = Model<RequestDocument>;

export function createRequestModel(db: Connection): RequestModel {
  const schema = new Schema<RequestDocument>(
    {
      _id: String,
      traineeId: { type: String, required: true },
      trainerId: { type: String, required: true },
      competencyId: { type: String, required: true },
      note: { type: String, default: "" },
      askedOn: { type: String, required: true },
      outcome: { type: Object, default: null },
      openKey: { type: String },
      revision: { type: Number, required: true },
      pendingEvents: { type: [Object], default: [] },
      deliverAt: { type: Date },
    },
    { versionKey: false, minimize: false },
  );
  schema.index({ traineeId: 1, askedOn: -1 });
  schema.index({ trainerId: 1, askedOn: -1 });
  schema.index({ openKey: 1 }, { unique: true, sparse: true });
  schema.index({ deliverAt: 1 }, { sparse: true });
  return db.model<RequestDocument>("attestationRequest", schema, "attestationRequests");
}

export function openKeyOf(traineeId: string, competencyId: string, trainerId: string): string {
  return `${traineeId} ${competencyId} ${trainerId}`;
}
