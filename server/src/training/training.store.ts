import type { Day, Place } from "@acquis/shared/platform/primitives.schema.ts";
import type { PassedModule } from "@acquis/shared/training/promises.rules.ts";
import type { EnrolmentEnd, TrainingModule } from "@acquis/shared/training/training.schema.ts";
import { type Connection, type Model, Schema } from "mongoose";
import type { Aggregate } from "../platform/database/aggregate.ts";

export interface ProgrammeDocument extends Aggregate {
  providerId: string;
  name: string;
  occupationCode: string | null;
  modules: TrainingModule[];
}

export interface SessionDocument extends Aggregate {
  programmeId: string;
  providerId: string;
  startsOn: Day;
  endsOn: Day;
  place: Place;
  trainerIds: string[];
  /** A module that is not here ends with the session. */
  moduleEnds: { moduleId: string; endsOn: Day }[];
}

export interface EnrolmentDocument extends Aggregate {
  sessionId: string;
  traineeId: string;
  openedOn: Day;
  enrolledBy: string | null;
  closed: { on: Day; end: EnrolmentEnd; by: string } | null;
  skipped: { moduleId: string; by: string }[];
  passed: PassedModule[];
  /** Unique while the enrolment is open: one place per person and session. */
  openKey?: string | undefined;
}

export interface TrainingStore {
  programmes: Model<ProgrammeDocument>;
  sessions: Model<SessionDocument>;
  enrolments: Model<EnrolmentDocument>;
}

const outbox = {
  revision: { type: Number, required: true },
  pendingEvents: { type: [Object], default: [] },
  deliverAt: { type: Date },
};
const options = { versionKey: false, minimize: false } as const;

export function createTrainingStore(db: Connection): TrainingStore {
  const programme = new Schema<ProgrammeDocument>(
    {
      _id: String,
      providerId: { type: String, required: true },
      name: { type: String, required: true },
      occupationCode: { type: String, default: null },
      modules: { type: [Object], required: true },
      ...outbox,
    },
    options,
  );
  programme.index({ providerId: 1 });
  programme.index({ deliverAt: 1 }, { sparse: true });

  const session = new Schema<SessionDocument>(
    {
      _id: String,
      programmeId: { type: String, required: true },
      providerId: { type: String, required: true },
      startsOn: { type: String, required: true },
      endsOn: { type: String, required: true },
      place: { type: Object, required: true },
      trainerIds: { type: [String], default: [] },
      moduleEnds: { type: [Object], default: [] },
      ...outbox,
    },
    options,
  );
  session.index({ providerId: 1 });
  session.index({ trainerIds: 1 });
  session.index({ programmeId: 1 });
  session.index({ deliverAt: 1 }, { sparse: true });

  const enrolment = new Schema<EnrolmentDocument>(
    {
      _id: String,
      sessionId: { type: String, required: true },
      traineeId: { type: String, required: true },
      openedOn: { type: String, required: true },
      enrolledBy: { type: String, default: null },
      closed: { type: Object, default: null },
      skipped: { type: [Object], default: [] },
      passed: { type: [Object], default: [] },
      openKey: { type: String },
      ...outbox,
    },
    options,
  );
  enrolment.index({ sessionId: 1 });
  enrolment.index({ traineeId: 1 });
  enrolment.index({ openKey: 1 }, { unique: true, sparse: true });
  enrolment.index({ deliverAt: 1 }, { sparse: true });

  return {
    programmes: db.model<ProgrammeDocument>("programme", programme, "programmes"),
    sessions: db.model<SessionDocument>("trainingSession", session, "trainingSessions"),
    enrolments: db.model<EnrolmentDocument>("enrolment", enrolment, "enrolments"),
  };
}

export function openKeyOf(sessionId: string, traineeId: string): string {
  return `${sessionId} ${traineeId}`;
}
