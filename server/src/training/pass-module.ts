import { DomainError } from "@acquis/shared/platform/errors.ts";
import { canAttestInSession, isFollowed } from "@acquis/shared/training/training.policy.ts";
import type { PassModule } from "@acquis/shared/training/training.schema.ts";
import { requireActive } from "../accounts/index.ts";
import { changeAggregate } from "../platform/database/aggregate.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { keepPromisesNow } from "./keep-promises.ts";
import { requireEnrolment } from "./session-modules.ts";
import type { TrainingContext } from "./training-context.ts";

/**
 * The trainee passed a module: what it teaches today is attested at its level, and no longer promised.
 * Passing it twice is passing it once. Errors: not_found (enrolment, module), date_in_future,
 * trainee_not_followed when they left too long ago.
 */
export async function passModule(
  context: TrainingContext,
  actor: SignedIn,
  input: PassModule,
): Promise<void> {
  const { kernel, store } = context;
  requireActive(actor);
  const { session, programme } = await requireEnrolment(context, input.enrolmentId);
  if (!canAttestInSession(actor, session)) throw new DomainError("not_found");
  const module = programme.modules.find((one) => one.id === input.moduleId);
  if (!module) throw new DomainError("not_found", { field: "moduleId" });
  const today = kernel.clock.today();
  if (input.observedOn > today) throw new DomainError("date_in_future", { field: "observedOn" });
  await changeAggregate(store.enrolments, input.enrolmentId, (current) => {
    if (current.passed.some((item) => item.moduleId === input.moduleId)) return null;
    const closedOn = current.closed?.on ?? null;
    if (!isFollowed({ closedOn, sessionEndsOn: session.endsOn }, today))
      throw new DomainError("trainee_not_followed", { field: "enrolmentId" });
    const passed = {
      moduleId: module.id,
      by: actor.accountId,
      observedOn: input.observedOn,
      comment: input.comment,
      teaches: module.teaches,
    };
    return {
      next: { ...current, passed: [...current.passed, passed] },
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
