import type { Actor } from "@acquis/shared/accounts/account.schema.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import { canReadSession } from "@acquis/shared/training/training.policy.ts";
import { z } from "zod";
import type { Kernel } from "../platform/kernel.ts";
import { enrolOnArrival } from "./enrol-trainee.ts";
import { attendeesOf, countInTraining, follows, peopleOf, trainersOf } from "./follow-trainees.ts";
import { keepPromisesOf, keepPromisesOfSessions } from "./keep-promises.ts";
import { tellEnrolled } from "./tell-enrolled.ts";
import { trainingRouter } from "./training.router.ts";
import { createTrainingStore, type SessionDocument } from "./training.store.ts";
import type { TrainingContext, TrainingDeps } from "./training-context.ts";

const arrivalSchema = z.object({
  accountId: z.string(),
  role: z.string(),
  sessionId: z.string().nullish(),
  invitedBy: z.string().nullish(),
});
const enrolmentEventSchema = z.object({ enrolmentId: z.string() });
const sessionEventSchema = z.object({ sessionId: z.string() });
const programmeEventSchema = z.object({ programmeId: z.string() });

/** Training: programmes, sessions, enrolments, and the promises they leave in portfolios. */
export function createTraining(kernel: Kernel, deps: TrainingDeps) {
  const store = createTrainingStore(kernel.db);
  const context: TrainingContext = { kernel, store, ...deps };
  const { delivery } = kernel;

  delivery.watch(store.programmes as never);
  delivery.watch(store.sessions as never);
  delivery.watch(store.enrolments as never);
  delivery.on("account.created", async (event) => {
    const { accountId, role, sessionId, invitedBy } = arrivalSchema.parse(event.data);
    if (role === "trainee" && sessionId)
      await enrolOnArrival(context, accountId, sessionId, invitedBy ?? null);
  });
  delivery.on("enrolment.changed", (event) =>
    keepPromisesOf(context, enrolmentEventSchema.parse(event.data).enrolmentId),
  );
  delivery.on("enrolment.opened", (event) =>
    tellEnrolled(context, enrolmentEventSchema.parse(event.data).enrolmentId),
  );
  delivery.on("session.changed", (event) =>
    keepPromisesOfSessions(context, [sessionEventSchema.parse(event.data).sessionId]),
  );
  delivery.on("programme.changed", async (event) => {
    const { programmeId } = programmeEventSchema.parse(event.data);
    const sessions = await store.sessions.find({ programmeId }).select("_id").lean<{ _id: string }[]>();
    await keepPromisesOfSessions(
      context,
      sessions.map((session) => session._id),
    );
  });

  return {
    store,
    router: trainingRouter(context),
    enrolOnArrival: (traineeId: string, sessionId: string, invitedBy: string | null) =>
      enrolOnArrival(context, traineeId, sessionId, invitedBy),
    /** Whether a trainer or provider admin follows this trainee today. */
    follows: (actor: Actor, traineeId: string) => follows(context, actor, traineeId),
    trainersOf: (traineeId: string) => trainersOf(context, traineeId),
    /** People who attend a session under way on a day. */
    countInTraining: (today: Day) => countInTraining(context, today),
    /** Whether somebody may invite people into this session: its trainers and its provider's admin. */
    async canInviteTo(actor: Actor, sessionId: string): Promise<boolean> {
      const session = await store.sessions.findById(sessionId).lean<SessionDocument>();
      return session !== null && canReadSession(actor, session);
    },
    /** Trainees a trainer may attest in a session today; null when it isn't one of theirs. */
    attendeesOf: (actor: Actor, sessionId: string) => attendeesOf(context, actor, sessionId),
    /** Trainees of a session today, for its trainers and its provider's admin; null for anybody else. */
    peopleOf: (actor: Actor, sessionId: string) => peopleOf(context, actor, sessionId),
  };
}
export type Training = ReturnType<typeof createTraining>;
