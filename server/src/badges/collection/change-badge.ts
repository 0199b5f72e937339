import { canKeepCollected } from "@acquis/shared/badges/collection.policy.ts";
import { canShowBadge } from "@acquis/shared/badges/collection.rules.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate } from "../../platform/database/aggregate.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import { checkBadge } from "./check-badge.ts";
import type { CollectedBadgeDocument } from "./collection.store.ts";
import type { CollectionContext } from "./collection-context.ts";
import { judgedEvent } from "./keep-badge.ts";

/** One's own badge. Errors: not_found, the same for somebody else's. */
export async function requireOwnBadge(
  { store }: Pick<CollectionContext, "store">,
  actor: SignedIn,
  id: string,
): Promise<CollectedBadgeDocument> {
  const badge = await store.badges.findById(id).lean<CollectedBadgeDocument>();
  if (!badge || !canKeepCollected(actor, { ...badge, removed: badge.removed === true }))
    throw new DomainError("not_found", { field: "id" });
  return badge;
}

const BETWEEN_CHECKS_MS = 10_000;

/** Checks one's badge now; asked again within ten seconds, the answer is the same. Errors: not_found, too_many_requests. */
export async function checkOwnBadge(
  context: CollectionContext,
  actor: SignedIn,
  id: string,
): Promise<CollectedBadgeDocument> {
  const badge = await requireOwnBadge(context, actor, id);
  const since = context.kernel.clock.now().getTime() - (badge.lastVerifiedAt?.getTime() ?? 0);
  return since < BETWEEN_CHECKS_MS ? badge : checkBadge(context, badge);
}

/** Shows a badge, or hides it. Errors: not_found, wrong_state for one that may not be shown. */
export async function showBadge(
  context: CollectionContext,
  actor: SignedIn,
  { id, shown }: { id: string; shown: boolean },
): Promise<CollectedBadgeDocument> {
  await requireOwnBadge(context, actor, id);
  return changeAggregate(context.store.badges, id, (current) => {
    if (current.removed) throw new DomainError("not_found", { field: "id" });
    if (shown && !canShowBadge(current.facts)) throw new DomainError("wrong_state", { field: "shown" });
    return current.shown === shown ? null : { next: { ...current, shown } };
  });
}

/** Removes a badge; it goes with its files once what it proved is withdrawn. Done twice, it is done. */
export async function removeBadge(context: CollectionContext, actor: SignedIn, id: string): Promise<void> {
  const { store, kernel } = context;
  const badge = await store.badges.findById(id).lean<CollectedBadgeDocument>();
  if (!badge || badge.traineeId !== actor.accountId) return;
  await changeAggregate(store.badges, id, (current) => {
    if (current.removed) return null;
    // Its key is free again: the same badge may be imported once more.
    const { key: _key, nextCheckAt: _nextCheckAt, ...rest } = current;
    const next = { ...rest, removed: true } as CollectedBadgeDocument;
    return { next, events: [judgedEvent(context, id)] };
  });
  kernel.delivery.nudge();
}
