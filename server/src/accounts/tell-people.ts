import { z } from "zod";
import type { DomainEvent } from "../platform/delivery/delivery.ts";
import { decisionMail, knownInviteeMail, linkMail } from "./account-mails.ts";
import type { AccountDocument, LinkDocument } from "./accounts.store.ts";
import type { AccountsContext } from "./accounts-context.ts";

/** For each member of an organisation, once the Région has decided. */
export const MEMBER_TOLD = "organisation.decided.member";

const decisionSchema = z.object({
  organisationId: z.string(),
  decision: z.enum(["approved", "suspended"]),
  reason: z.string(),
});

/**
 * Sends a one-time link. Somebody invited who has an account already learns of it instead: who invites must
 * not, since an employer would read there who looks for work.
 */
export async function tellOfLink(context: AccountsContext, linkId: string): Promise<void> {
  const { kernel, store, tokens } = context;
  const link = await store.links.findById(linkId).lean<LinkDocument>();
  if (!link || link.usedAt || link.expiresAt <= kernel.clock.now()) return;
  const invitedByName = link.invitedBy?.name ?? null;
  const known =
    link.purpose === "invitation"
      ? await store.accounts.findOne({ email: link.email }).lean<AccountDocument>()
      : null;
  const url = `${kernel.settings.publicUrl}/lien/${tokens.link(link._id)}`;
  await kernel.mailer.send(
    known ? knownInviteeMail(known, invitedByName ?? "") : linkMail({ ...link, invitedByName, url }),
  );
}

/** Hands the news to each member, whose mail then fails or is sent again for nobody else. */
export async function spreadDecision(context: AccountsContext, event: DomainEvent): Promise<void> {
  const { organisationId } = decisionSchema.parse(event.data);
  // Decided on another server, it may be remembered here as it was.
  context.organisations.forget(organisationId);
  await context.store.accounts.updateMany(
    { organisationId, "pendingEvents.id": { $ne: event.id } },
    {
      $push: { pendingEvents: { ...event, type: MEMBER_TOLD } },
      $set: { deliverAt: new Date(0) },
      // Whoever is writing the account reads it again, and keeps the event.
      $inc: { revision: 1 },
    },
  );
  context.kernel.delivery.nudge();
}

export async function tellMember(
  context: AccountsContext,
  event: DomainEvent,
  accountId: string,
): Promise<void> {
  const { organisationId, decision, reason } = decisionSchema.parse(event.data);
  const [member, organisation] = await Promise.all([
    context.store.accounts.findById(accountId).lean<AccountDocument>(),
    context.organisations.find(organisationId),
  ]);
  if (!member || !organisation) return;
  await context.kernel.mailer.send(decisionMail(member, organisation.name, decision, reason));
}
