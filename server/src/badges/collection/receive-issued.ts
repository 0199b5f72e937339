import { checkBadge } from "./check-badge.ts";
import type { CollectedBadgeDocument } from "./collection.store.ts";
import type { CollectionContext } from "./collection-context.ts";
import { keepBadge } from "./import-badge.ts";
import { readBadge } from "./read-badge.ts";
import { tellReceived } from "./tell-holder.ts";

/**
 * A badge issued here enters the collection of its holder by itself; who it was issued to is known, whatever
 * address they have today. Done twice, it is there once. Throws while it cannot be read: the delivery tries again.
 */
export async function receiveIssued(context: CollectionContext, badgeId: string): Promise<void> {
  const issued = await context.issued(badgeId);
  if (!issued) return;
  const person = (await context.accounts.people([issued.traineeId])).get(issued.traineeId);
  const read = await readBadge(context, issued.url, person?.email);
  if (read.verified.verdict === "unreachable" || !read.verified.described)
    throw new Error(`the badge ${badgeId} cannot be read yet`);
  const own = { ...read, facts: { ...read.facts, recipient: "confirmed" as const } };
  const { outcome, badge } = await keepBadge(context, own, {
    traineeId: issued.traineeId,
    source: "issued",
    link: issued.url,
  });
  if (outcome === "added" && !issued.asked) await tellReceived(context, badge);
}

/** A badge issued here was revoked: it is checked at once rather than next week. */
export async function checkRevoked(context: CollectionContext, badgeId: string): Promise<void> {
  const issued = await context.issued(badgeId);
  if (!issued) return;
  const { traineeId, url } = issued;
  const found = await context.store.badges.find({ traineeId }).lean<CollectedBadgeDocument[]>();
  for (const badge of found)
    if (badge.link === url || badge.content?.id === url) await checkBadge(context, badge);
}
