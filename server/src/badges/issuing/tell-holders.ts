import type { BadgesContext } from "../badges-context.ts";
import { type BadgeNews, badgeMail } from "./badge-mails.ts";
import { pageUrl } from "./issued.presenter.ts";
import type { IssuedDocument } from "./issued.store.ts";

/** The person learns what they were given, and what was taken back. */
export async function tellHolder(
  context: BadgesContext,
  kind: BadgeNews["kind"],
  badgeId: string,
): Promise<void> {
  const badge = await context.issued.findById(badgeId).lean<IssuedDocument>();
  // What they asked for themselves (an attestation to take away) is no news.
  if (!badge?.traineeId || (kind === "issued" && badge.issuedFor === "attestation")) return;
  const [people, issuer] = await Promise.all([
    context.accounts.people([badge.traineeId]),
    context.issuers.read(badge.issuerId),
  ]);
  const to = people.get(badge.traineeId);
  if (!to) return;
  const reason = kind === "revoked" ? (badge.revoked?.reason ?? "") : badge.narrative;
  const news = { kind, badge: badge.described.name, issuer: issuer?.name ?? "", reason };
  await context.kernel.mailer.send(badgeMail(to, news, pageUrl(context, badgeId)));
}
