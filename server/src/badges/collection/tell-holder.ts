import { notProofSchema } from "@acquis/shared/badges/collection.schema.ts";
import { z } from "zod";
import type { DomainEvent } from "../../platform/delivery/delivery.ts";
import type { CollectedBadgeDocument } from "./collection.store.ts";
import type { CollectionContext } from "./collection-context.ts";
import { type BadgeNews, badgeMail } from "./collection-mails.ts";

const proofChangedSchema = z.object({ badgeId: z.string(), reason: notProofSchema.nullable() });
/** Page of the client that mails lead to. */
const PAGE = "/stagiaire/badges";

async function tell(
  { accounts, kernel, store }: CollectionContext,
  badgeId: string,
  news: BadgeNews,
): Promise<void> {
  const badge = await store.badges.findById(badgeId).lean<CollectedBadgeDocument>();
  const person = badge && (await accounts.people([badge.traineeId])).get(badge.traineeId);
  // Somebody who left has nothing to be told, nor of a badge that they removed.
  if (!person || badge.removed) return;
  const { name = "", issuer } = badge.content ?? {};
  const about = {
    badge: name,
    issuer: issuer?.name || (issuer?.id ?? ""),
    url: `${kernel.settings.publicUrl}${PAGE}`,
  };
  await kernel.mailer.send(badgeMail(person, news, about));
}

export function tellReceived(context: CollectionContext, badgeId: string): Promise<void> {
  return tell(context, badgeId, { kind: "received" });
}

/** Proof came or went: the reason is there exactly when it went. */
export async function tellProof(context: CollectionContext, event: DomainEvent): Promise<void> {
  const { badgeId, reason } = proofChangedSchema.parse(event.data);
  await tell(context, badgeId, reason === null ? { kind: "proves" } : { kind: "ended", reason });
}
