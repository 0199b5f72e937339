import { canReadBadge } from "@acquis/shared/badges/badges.policy.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import type { LocalBadgeDocument } from "./local-badges.store.ts";

const MOST = 500;

/** The badges of one's organisation, newest first. */
export async function listLocalBadges(
  { localBadges }: BadgesContext,
  actor: SignedIn,
): Promise<LocalBadgeDocument[]> {
  if (!actor.organisationId) return [];
  return localBadges
    .find({ organisationId: actor.organisationId })
    .sort({ createdAt: -1, _id: 1 })
    .limit(MOST)
    .lean<LocalBadgeDocument[]>();
}

/** Errors: not_found, also for what the actor may not read. */
export async function readLocalBadge(
  { localBadges }: Pick<BadgesContext, "localBadges">,
  actor: SignedIn,
  id: string,
): Promise<LocalBadgeDocument> {
  const badge = await localBadges.findById(id).lean<LocalBadgeDocument>();
  if (!badge || !canReadBadge(actor, badge)) throw new DomainError("not_found");
  return badge;
}
