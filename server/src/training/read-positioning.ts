import { DomainError } from "@acquis/shared/platform/errors.ts";
import { byCompetency, standingOf } from "@acquis/shared/portfolio/evidence.rules.ts";
import { canFollow, canReadSession } from "@acquis/shared/training/training.policy.ts";
import type { Positioning } from "@acquis/shared/training/training.schema.ts";
import { requireActive } from "../accounts/index.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { requireEnrolment } from "./session-modules.ts";
import { fullName } from "./training.presenter.ts";
import type { TrainingContext } from "./training-context.ts";

/**
 * Module by module, what the trainee has already proven or holds.
 * Errors: not_found, also when it isn't theirs; trainee_not_followed when they left too long ago.
 */
export async function readPositioning(
  context: TrainingContext,
  actor: SignedIn,
  enrolmentId: string,
): Promise<Positioning> {
  const { accounts, kernel, portfolio, referential } = context;
  requireActive(actor);
  const { enrolment, session, programme } = await requireEnrolment(context, enrolmentId);
  if (!canReadSession(actor, session)) throw new DomainError("not_found");
  const today = kernel.clock.today();
  const facts = { ...session, closedOn: enrolment.closed?.on ?? null, sessionEndsOn: session.endsOn };
  if (!canFollow(actor, facts, today))
    throw new DomainError("trainee_not_followed", { field: "enrolmentId" });
  const { traineeId } = enrolment;
  const [people, portfolios] = await Promise.all([
    accounts.people([traineeId]),
    portfolio.readMany([traineeId]),
  ]);
  const groups = byCompetency(portfolios.get(traineeId)?.evidence ?? []);
  return {
    traineeName: fullName(people.get(traineeId)),
    modules: programme.modules.map((module) => {
      const known = referential.competencies(module.teaches.map((taught) => taught.competencyId));
      return {
        moduleId: module.id,
        name: module.name,
        skipped: enrolment.skipped.some((item) => item.moduleId === module.id),
        passed: enrolment.passed.some((item) => item.moduleId === module.id),
        competencies: module.teaches.flatMap(({ competencyId, level }) => {
          const ref = known.get(competencyId);
          if (!ref) return [];
          const standing = standingOf(groups.get(competencyId) ?? [], today);
          return [{ ...ref, level, provenLevel: standing.proven, heldLevel: standing.held }];
        }),
      };
    }),
  };
}
