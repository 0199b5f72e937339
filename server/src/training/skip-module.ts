import { DomainError } from "@acquis/shared/platform/errors.ts";
import { canReadSession } from "@acquis/shared/training/training.policy.ts";
import { requireActive } from "../accounts/index.ts";
import { changeAggregate } from "../platform/database/aggregate.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { keepPromisesNow } from "./keep-promises.ts";
import { requireEnrolment } from "./session-modules.ts";
import type { TrainingContext } from "./training-context.ts";

/**
 * Positioning: the trainee may skip a module, or has to attend it after all.
 * Errors: not_found (enrolment, module), wrong_state when they left or passed it.
 */
export async function skipModule(
  context: TrainingContext,
  actor: SignedIn,
  input: { enrolmentId: string; moduleId: string; skipped: boolean },
): Promise<void> {
  const { kernel, store } = context;
  requireActive(actor);
  const { session, programme } = await requireEnrolment(context, input.enrolmentId);
  if (!canReadSession(actor, session)) throw new DomainError("not_found");
  if (!programme.modules.some((module) => module.id === input.moduleId))
    throw new DomainError("not_found", { field: "moduleId" });
  await changeAggregate(store.enrolments, input.enrolmentId, (current) => {
    const others = current.skipped.filter((item) => item.moduleId !== input.moduleId);
    const isSkipped = others.length < current.skipped.length;
    if (input.skipped === isSkipped) return null;
    if (current.closed) throw new DomainError("wrong_state", { field: "enrolmentId" });
    if (current.passed.some((item) => item.moduleId === input.moduleId))
      throw new DomainError("wrong_state", { field: "moduleId" });
    const skipped = input.skipped ? [...others, { moduleId: input.moduleId, by: actor.accountId }] : others;
    return {
      next: { ...current, skipped },
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
