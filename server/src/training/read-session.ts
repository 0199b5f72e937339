import { DomainError } from "@acquis/shared/platform/errors.ts";
import { byCompetency, standingOf } from "@acquis/shared/portfolio/evidence.rules.ts";
import { canReadSession, isFollowed } from "@acquis/shared/training/training.policy.ts";
import type { SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { requireActive } from "../accounts/index.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { summarise } from "./list-sessions.ts";
import { requireSession } from "./session-modules.ts";
import { presentEnrolment, presentModules } from "./training.presenter.ts";
import type { EnrolmentDocument } from "./training.store.ts";
import type { TrainingContext } from "./training-context.ts";

/**
 * A session, its modules and who attends it, those present first. Of somebody no longer followed, only what the
 * provider itself proved. Errors: not_found, also when it isn't theirs.
 */
export async function readSession(
  context: TrainingContext,
  actor: SignedIn,
  sessionId: string,
): Promise<SessionSheet> {
  const { accounts, kernel, portfolio, store } = context;
  requireActive(actor);
  const { session, programme } = await requireSession(context, sessionId);
  if (!canReadSession(actor, session)) throw new DomainError("not_found");
  const [summaries, enrolments] = await Promise.all([
    summarise(context, [session]),
    store.enrolments.find({ sessionId }).lean<EnrolmentDocument[]>(),
  ]);
  const [summary] = summaries;
  if (!summary) throw new DomainError("not_found");
  const traineeIds = [...new Set(enrolments.map((enrolment) => enrolment.traineeId))];
  const [people, portfolios] = await Promise.all([
    accounts.people(traineeIds),
    portfolio.readMany(traineeIds),
  ]);
  const today = kernel.clock.today();
  const taught = [
    ...new Set(programme.modules.flatMap((module) => module.teaches.map((item) => item.competencyId))),
  ];
  return {
    ...summary,
    modules: presentModules(programme, session, context.referential),
    enrolments: enrolments
      .map((enrolment) => {
        const evidence = portfolios.get(enrolment.traineeId)?.evidence ?? [];
        const ends = { closedOn: enrolment.closed?.on ?? null, sessionEndsOn: session.endsOn };
        const groups = byCompetency(
          isFollowed(ends, today)
            ? evidence
            : evidence.filter((item) => item.by?.organisationId === session.providerId),
        );
        const person = people.get(enrolment.traineeId);
        return {
          ...presentEnrolment(enrolment),
          firstName: person?.firstName ?? "",
          lastName: person?.lastName ?? "",
          proven: taught.filter((id) => standingOf(groups.get(id) ?? [], today).proven !== null).length,
          taught: taught.length,
        };
      })
      .sort(
        (a, b) =>
          Number(a.closedOn !== null) - Number(b.closedOn !== null) ||
          a.lastName.localeCompare(b.lastName, "fr") ||
          a.firstName.localeCompare(b.firstName, "fr"),
      ),
  };
}
