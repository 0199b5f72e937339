import type { Actor } from "../accounts/account.schema.ts";

export interface CollectedFacts {
  traineeId: string;
  shown: boolean;
  removed: boolean;
}

/** Its holder; those who follow them, when it is shown. */
export function canReadCollected(actor: Actor, badge: CollectedFacts, follows: boolean): boolean {
  if (badge.removed) return false;
  if (actor.role === "trainee") return badge.traineeId === actor.accountId;
  return badge.shown && follows;
}

/** Only its holder checks, shows, removes and takes a badge away. */
export function canKeepCollected(actor: Actor, badge: CollectedFacts): boolean {
  return !badge.removed && actor.role === "trainee" && badge.traineeId === actor.accountId;
}
