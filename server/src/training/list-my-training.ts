import type { Enrolment, SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { summarise } from "./list-sessions.ts";
import { presentEnrolment, presentModules } from "./training.presenter.ts";
import type { EnrolmentDocument, ProgrammeDocument, SessionDocument } from "./training.store.ts";
import type { TrainingContext } from "./training-context.ts";

/** The sessions a trainee attends or attended, the latest first. */
export async function listMyTraining(
  context: TrainingContext,
  traineeId: string,
): Promise<(Enrolment & { session: Omit<SessionSheet, "enrolments"> })[]> {
  const { store } = context;
  const enrolments = await store.enrolments
    .find({ traineeId })
    .sort({ openedOn: -1, _id: 1 })
    .lean<EnrolmentDocument[]>();
  if (enrolments.length === 0) return [];
  const sessions = await store.sessions
    .find({ _id: { $in: [...new Set(enrolments.map((enrolment) => enrolment.sessionId))] } })
    .lean<SessionDocument[]>();
  const [summaries, programmes] = await Promise.all([
    summarise(context, sessions),
    store.programmes
      .find({ _id: { $in: [...new Set(sessions.map((session) => session.programmeId))] } })
      .lean<ProgrammeDocument[]>(),
  ]);
  const programmeOf = new Map(programmes.map((programme) => [programme._id, programme]));
  const sheets = new Map(
    sessions.flatMap((session, index) => {
      const summary = summaries[index];
      const programme = programmeOf.get(session.programmeId);
      if (!summary || !programme) return [];
      return [
        [session._id, { ...summary, modules: presentModules(programme, session, context.referential) }],
      ];
    }),
  );
  return enrolments.flatMap((enrolment) => {
    const session = sheets.get(enrolment.sessionId);
    return session ? [{ ...presentEnrolment(enrolment), session }] : [];
  });
}
