import { DomainError } from "@acquis/shared/platform/errors.ts";
import { canReadSession } from "@acquis/shared/training/training.policy.ts";
import type { CloseEnrolment } from "@acquis/shared/training/training.schema.ts";
import { requireActive } from "../accounts/index.ts";
import { changeAggregate } from "../platform/database/aggregate.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { keepPromisesNow } from "./keep-promises.ts";
import { requireEnrolment } from "./session-modules.ts";
import type { TrainingContext } from "./training-context.ts";

/**
 * Records that a trainee left; what the session promised them is withdrawn.
 * Errors: not_found, date_in_future, dates_reversed before they came, wrong_state when closed otherwise already.
 */
export async function closeEnrolment(
  context: TrainingContext,
  actor: SignedIn,
  input: CloseEnrolment,
): Promise<void> {
  const { kernel, store } = context;
  requireActive(actor);
  const { session } = await requireEnrolment(context, input.enrolmentId);
  if (!canReadSession(actor, session)) throw new DomainError("not_found");
  const today = kernel.clock.today();
  if (input.closedOn > today) throw new DomainError("date_in_future", { field: "closedOn" });
  await changeAggregate(store.enrolments, input.enrolmentId, (current) => {
    if (current.closed) {
      if (current.closed.on === input.closedOn && current.closed.end === input.end) return null;
      throw new DomainError("wrong_state", { field: "enrolmentId" });
    }
    // Somebody expected later may withdraw before they came.
    if (input.closedOn < current.openedOn && current.openedOn <= today)
      throw new DomainError("dates_reversed", { field: "closedOn" });
    const { openKey: _, ...next } = current;
    return {
      next: { ...next, closed: { on: input.closedOn, end: input.end, by: actor.accountId } },
      events: [
        {
          id: kernel.newId(),
          type: "enrolment.changed",
          data: { enrolmentId: current._id },
          at: kernel.clock.now(),
        },
      ],
    };
  });
  await keepPromisesNow(context, input.enrolmentId);
}
