import { DomainError } from "@acquis/shared/platform/errors.ts";
import { canManageProvider } from "@acquis/shared/training/training.policy.ts";
import type { EnrolInput } from "@acquis/shared/training/training.schema.ts";
import { requireActive } from "../accounts/index.ts";
import { insertAggregate } from "../platform/database/aggregate.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { factId } from "../portfolio/index.ts";
import { keepPromisesNow } from "./keep-promises.ts";
import { type EnrolmentDocument, openKeyOf, type SessionDocument } from "./training.store.ts";
import type { TrainingContext } from "./training-context.ts";

const CHANGED = "enrolment.changed";
const OPENED = "enrolment.opened";

/** Writes the enrolment and lets its promises follow; the same one twice is one. Errors: already_exists. */
async function open(
  context: TrainingContext,
  input: EnrolInput & { enrolledBy: string | null },
  leaves: readonly string[],
): Promise<EnrolmentDocument> {
  const { kernel, store } = context;
  const inserted = await insertAggregate(
    store.enrolments,
    {
      _id: input.id,
      sessionId: input.sessionId,
      traineeId: input.traineeId,
      openedOn: input.openedOn,
      enrolledBy: input.enrolledBy,
      closed: null,
      skipped: [],
      passed: [],
      openKey: openKeyOf(input.sessionId, input.traineeId),
    },
    leaves.map((type) => ({
      id: kernel.newId(),
      type,
      data: { enrolmentId: input.id },
      at: kernel.clock.now(),
    })),
  );
  const stored = await store.enrolments.findById(input.id).lean<EnrolmentDocument>();
  if (!stored) throw new DomainError("already_exists", { field: "traineeId" });
  if (stored.sessionId !== input.sessionId || stored.traineeId !== input.traineeId)
    throw new DomainError("already_exists", { field: "id" });
  if (inserted) await keepPromisesNow(context, stored._id);
  return stored;
}

/**
 * Enrols a trainee in a session, at any time until it ends; after leaving, they may come back.
 * Errors: not_found (session, trainee), dates_reversed after the end, already_exists while enrolled.
 */
export async function enrolTrainee(
  context: TrainingContext,
  actor: SignedIn,
  input: EnrolInput,
): Promise<EnrolmentDocument> {
  requireActive(actor);
  const session = await context.store.sessions.findById(input.sessionId).lean<SessionDocument>();
  if (!session || !canManageProvider(actor, session.providerId))
    throw new DomainError("not_found", { field: "sessionId" });
  const trainee = (await context.accounts.people([input.traineeId])).get(input.traineeId);
  if (trainee?.role !== "trainee") throw new DomainError("not_found", { field: "traineeId" });
  if (input.openedOn > session.endsOn) throw new DomainError("dates_reversed", { field: "openedOn" });
  return open(context, { ...input, enrolledBy: actor.accountId }, [CHANGED, OPENED]);
}

/** Enrols somebody who just accepted an invitation to a session; one that is over or gone is left aside. */
export async function enrolOnArrival(
  context: TrainingContext,
  traineeId: string,
  sessionId: string,
  invitedBy: string | null,
): Promise<void> {
  const { kernel, store } = context;
  const session = await store.sessions.findById(sessionId).lean<SessionDocument>();
  const today = kernel.clock.today();
  if (!session || session.endsOn < today) {
    kernel.log.warn({ traineeId, sessionId }, "invited to a session that is over or unknown");
    return;
  }
  const id = factId("en", sessionId, traineeId);
  const already = await store.enrolments.exists({ openKey: openKeyOf(sessionId, traineeId) });
  if (already) return;
  const input = { id, sessionId, traineeId, openedOn: today, enrolledBy: invitedBy };
  // Who has just said yes to it need not be told.
  await open(context, input, [CHANGED]);
}
