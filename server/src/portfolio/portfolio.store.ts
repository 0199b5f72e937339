import type { Place } from "@acquis/shared/platform/primitives.schema.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { ContractKind, Experience, Visibility } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { type Connection, type Model, Schema } from "mongoose";
import type { Aggregate } from "../platform/database/aggregate.ts";
import { type IndexMarks, withIndexMarks } from "../platform/search/index-marks.ts";

/** An experience as kept: its competencies are the declarations that name it. */
export interface StoredExperience extends Omit<Experience, "competencyIds"> {
  /** The title without what names the person, when it has any: what employers read and search while anonymous. */
  anonymousTitle?: string;
}

export interface StoredPreferences {
  place: Place | null;
  radiusKm: number;
  availableFrom: string | null;
  /** Empty: any contract. */
  contracts: ContractKind[];
  occupationCodes: string[];
}

/** The portfolio of one trainee; `_id` is the account. Marks, levels and dates are derived, never kept. */
export interface PortfolioDocument extends Aggregate, IndexMarks {
  experiences: StoredExperience[];
  evidence: Evidence[];
  preferences: StoredPreferences;
  visibility: Visibility;
  createdOn: string;
}

export type PortfolioModel = Model<PortfolioDocument>;

export function createPortfolioModel(db: Connection): PortfolioModel {
  const schema = new Schema<PortfolioDocument>(
    {
      _id: String,
      experiences: { type: [Object], default: [] },
      evidence: { type: [Object], default: [] },
      preferences: { type: Object, required: true },
      visibility: { type: String, required: true },
      createdOn: { type: String, required: true },
      revision: { type: Number, required: true },
      pendingEvents: { type: [Object], default: [] },
      deliverAt: { type: Date },
    },
    { versionKey: false, minimize: false },
  );
  withIndexMarks(schema);
  schema.index({ deliverAt: 1 }, { sparse: true });
  return db.model<PortfolioDocument>("portfolio", schema, "portfolios");
}

export function emptyPortfolio(
  traineeId: string,
  today: string,
): Omit<PortfolioDocument, "revision" | "pendingEvents" | "deliverAt"> {
  return {
    _id: traineeId,
    experiences: [],
    evidence: [],
    preferences: { place: null, radiusKm: 30, availableFrom: null, contracts: [], occupationCodes: [] },
    visibility: "anonymous",
    createdOn: today,
    indexPending: true,
  };
}
