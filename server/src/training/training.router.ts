import { api } from "../platform/http/api.ts";
import { closeEnrolment } from "./close-enrolment.ts";
import { enrolTrainee } from "./enrol-trainee.ts";
import { findTrainee, listTrainers } from "./find-people.ts";
import { listMyTraining } from "./list-my-training.ts";
import { listProgrammes, listSessions } from "./list-sessions.ts";
import { passModule } from "./pass-module.ts";
import { readPositioning } from "./read-positioning.ts";
import { readSession } from "./read-session.ts";
import { saveProgramme } from "./save-programme.ts";
import { saveSession } from "./save-session.ts";
import { skipModule } from "./skip-module.ts";
import { presentEnrolment, presentProgramme } from "./training.presenter.ts";
import type { TrainingContext } from "./training-context.ts";

const done = { done: true } as const;

export function trainingRouter(context: TrainingContext) {
  const { accounts, referential } = context;
  return {
    listProgrammes: api.training.listProgrammes.handler(({ context: { actor } }) =>
      listProgrammes(context, actor),
    ),
    saveProgramme: api.training.saveProgramme.handler(async ({ context: { actor }, input }) => {
      const programme = await saveProgramme(context, actor, input);
      const provider = await accounts.organisation(programme.providerId);
      return presentProgramme(programme, provider?.name ?? "", referential);
    }),
    listSessions: api.training.listSessions.handler(({ context: { actor }, input }) =>
      listSessions(context, actor, input),
    ),
    readSession: api.training.readSession.handler(({ context: { actor }, input }) =>
      readSession(context, actor, input.id),
    ),
    saveSession: api.training.saveSession.handler(async ({ context: { actor }, input }) => {
      const session = await saveSession(context, actor, input);
      return readSession(context, actor, session._id);
    }),
    listTrainers: api.training.listTrainers.handler(({ context: { actor } }) => listTrainers(context, actor)),
    findTrainee: api.training.findTrainee.handler(({ context: { actor }, input }) =>
      findTrainee(context, actor, input.email),
    ),
    enrol: api.training.enrol.handler(async ({ context: { actor }, input }) =>
      presentEnrolment(await enrolTrainee(context, actor, input)),
    ),
    closeEnrolment: api.training.closeEnrolment.handler(async ({ context: { actor }, input }) => {
      await closeEnrolment(context, actor, input);
      return done;
    }),
    readPositioning: api.training.readPositioning.handler(({ context: { actor }, input }) =>
      readPositioning(context, actor, input.enrolmentId),
    ),
    skipModule: api.training.skipModule.handler(async ({ context: { actor }, input }) => {
      await skipModule(context, actor, input);
      return done;
    }),
    passModule: api.training.passModule.handler(async ({ context: { actor }, input }) => {
      await passModule(context, actor, input);
      return done;
    }),
    listMyTraining: api.training.listMyTraining.handler(({ context: { actor } }) =>
      listMyTraining(context, actor.accountId),
    ),
  };
}
