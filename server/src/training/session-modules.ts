import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import type { TrainingModule } from "@acquis/shared/training/training.schema.ts";
import type { EnrolmentDocument, ProgrammeDocument, SessionDocument } from "./training.store.ts";
import type { TrainingContext } from "./training-context.ts";

/** The modules of a programme, each with the day it ends in one session. */
export function modulesOf(
  programme: Pick<ProgrammeDocument, "modules">,
  session: Pick<SessionDocument, "endsOn" | "moduleEnds">,
): (TrainingModule & { endsOn: Day })[] {
  const ends = new Map(session.moduleEnds.map((end) => [end.moduleId, end.endsOn]));
  return programme.modules.map((module) => ({ ...module, endsOn: ends.get(module.id) ?? session.endsOn }));
}

/** A session with its programme. Errors: not_found. */
export async function requireSession(
  { store }: Pick<TrainingContext, "store">,
  sessionId: string,
): Promise<{ session: SessionDocument; programme: ProgrammeDocument }> {
  const session = await store.sessions.findById(sessionId).lean<SessionDocument>();
  const programme =
    session && (await store.programmes.findById(session.programmeId).lean<ProgrammeDocument>());
  if (!session || !programme) throw new DomainError("not_found");
  return { session, programme };
}

/** An enrolment with its session and programme. Errors: not_found. */
export async function requireEnrolment(
  context: Pick<TrainingContext, "store">,
  enrolmentId: string,
): Promise<{ enrolment: EnrolmentDocument; session: SessionDocument; programme: ProgrammeDocument }> {
  const enrolment = await context.store.enrolments.findById(enrolmentId).lean<EnrolmentDocument>();
  if (!enrolment) throw new DomainError("not_found");
  return { enrolment, ...(await requireSession(context, enrolment.sessionId)) };
}
