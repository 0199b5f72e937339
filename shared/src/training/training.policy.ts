import type { Actor } from "../accounts/account.schema.ts";
import { addMonths, monthOf } from "../platform/dates.ts";
import type { Day } from "../platform/primitives.schema.ts";

export interface SessionFacts {
  providerId: string;
  trainerIds: readonly string[];
}

export interface FollowFacts extends SessionFacts {
  /** When the trainee left; null while they attend. */
  closedOn: Day | null;
  sessionEndsOn: Day;
}

/** Months after the end of an enrolment during which its trainers may still read and attest. */
export const FOLLOW_MONTHS = 6;

export function canManageProvider(actor: Actor, providerId: string): boolean {
  return actor.role === "providerAdmin" && actor.organisationId === providerId;
}

/** A trainer reads their own sessions, as long as they work for the provider; its admin reads all of them. */
export function canReadSession(actor: Actor, session: SessionFacts): boolean {
  return canAttestInSession(actor, session) || canManageProvider(actor, session.providerId);
}

export function canAttestInSession(actor: Actor, session: SessionFacts): boolean {
  return (
    actor.role === "trainer" &&
    actor.organisationId === session.providerId &&
    session.trainerIds.includes(actor.accountId)
  );
}

/** Whether an enrolment is followed on a day: until 6 months after the trainee left, or the session ended. */
export function isFollowed(enrolment: Pick<FollowFacts, "closedOn" | "sessionEndsOn">, today: Day): boolean {
  const end = enrolment.closedOn ?? enrolment.sessionEndsOn;
  // A day that the month lacks (the 31st) still compares rightly as text.
  return today <= `${addMonths(monthOf(end), FOLLOW_MONTHS)}${end.slice(7)}`;
}

/** A trainer follows the trainees of their sessions, a provider admin those of the organisation. */
export function canFollow(actor: Actor, enrolment: FollowFacts, today: Day): boolean {
  return canReadSession(actor, enrolment) && isFollowed(enrolment, today);
}
