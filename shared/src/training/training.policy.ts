import type { Actor } from "../accounts/account.schema.ts";

export interface SessionFacts {
  providerId: string;
  trainerIds: readonly string[];
}

export function canManageProvider(actor: Actor, providerId: string): boolean {
  return actor.role === "providerAdmin" && actor.organisationId === providerId;
}

/** A trainer follows the trainees of their own sessions; a provider admin those of the organisation. */
export function canReadSession(actor: Actor, session: SessionFacts): boolean {
  if (actor.role === "trainer") return session.trainerIds.includes(actor.accountId);
  return canManageProvider(actor, session.providerId);
}

export function canAttestInSession(actor: Actor, session: SessionFacts): boolean {
  return actor.role === "trainer" && session.trainerIds.includes(actor.accountId);
}
