import { notProofSchema } from "@acquis/shared/badges/collection.schema.ts";
import { z } from "zod";
import type { DomainEvent } from "../../platform/delivery/delivery.ts";
import type { CollectedBadgeDocument } from "./collection.store.ts";
import type { CollectionContext } from "./collection-context.ts";
import { type BadgeNews, badgeMail } from "./collection-mails.ts";

const proofChangedSchema = z.object({
  badgeId: z.string(),
  reason: notProofSchema.nullable(),
  said: z.string(),
});
/** Page of the client that mails lead to. */
const PAGE = "/stagiaire/badges";

async function tell(
  { accounts, kernel }: CollectionContext,
  badge: CollectedBadgeDocument,
  news: BadgeNews,
): Promise<void> {
  const person = (await accounts.people([badge.traineeId])).get(badge.traineeId);
  // Somebody who left has nothing to be told.
  if (!person) return;
  const { name = "", issuer } = badge.content ?? {};
  const about = {
    badge: name,
    issuer: issuer?.name || (issuer?.id ?? ""),
    url: `${kernel.settings.publicUrl}${PAGE}`,
  };
  await kernel.mailer.send(badgeMail(person, news, about));
}

export function tellReceived(context: CollectionContext, badge: CollectedBadgeDocument): Promise<void> {
  return tell(context, badge, { kind: "received" });
}

/** Proof came or went; the reason is there exactly when it went. */
export async function tellProof(context: CollectionContext, event: DomainEvent): Promise<void> {
  const { badgeId, reason, said } = proofChangedSchema.parse(event.data);
  const badge = await context.store.badges.findById(badgeId).lean<CollectedBadgeDocument>();
  if (!badge || badge.removed) return;
  // Whoever revokes a badge issued here tells it, with their reason.
  if (reason === "revoked" && badge.source === "issued") return;
  await tell(context, badge, reason === null ? { kind: "proves" } : { kind: "ended", reason, said });
}
