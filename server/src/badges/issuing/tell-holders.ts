import type { BadgesContext } from "../badges-context.ts";
import { revokedMail } from "./badge-mails.ts";
import { pageUrl } from "./issued.presenter.ts";
import type { IssuedDocument } from "./issued.store.ts";

/** The person learns what was taken back, and why; what they receive, their collection tells. */
export async function tellRevoked(context: BadgesContext, badgeId: string): Promise<void> {
  const badge = await context.issued.findById(badgeId).lean<IssuedDocument>();
  if (!badge?.traineeId || !badge.revoked) return;
  const [people, issuer] = await Promise.all([
    context.accounts.people([badge.traineeId]),
    context.issuers.read(badge.issuerId),
  ]);
  const to = people.get(badge.traineeId);
  if (!to) return;
  const about = {
    badge: badge.described.name,
    issuer: issuer?.name ?? "",
    reason: badge.revoked.reason,
  };
  await context.kernel.mailer.send(revokedMail(to, about, pageUrl(context, badgeId)));
}
