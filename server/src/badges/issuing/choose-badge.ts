import { canIssueMetaBadge, canIssueTo, type RecipientFacts } from "@acquis/shared/badges/badges.policy.ts";
import type { BadgeChoice } from "@acquis/shared/badges/issuing.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { Person } from "../../accounts/index.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import { contentHashOf } from "../described.ts";
import { describeLevel, type FrameworkLevel, requireLevel } from "../framework/describe-level.ts";
import { readLocalBadge } from "../local/read-local-badges.ts";
import { achievementOf } from "./credential.ts";
import { type Issuable, issuerRef } from "./write-badge.ts";

/** A level of a meta-badge, issued by the Région. */
export async function issuableLevel(context: BadgesContext, level: FrameworkLevel): Promise<Issuable> {
  const issuer = await context.issuers.region();
  const described = describeLevel(level);
  return {
    issuer: issuerRef(issuer),
    organisationId: issuer._id,
    described,
    contentHash: contentHashOf(achievementOf(described, issuer)),
    localBadgeId: null,
    metaBadgeId: level.metaBadge._id,
    level: level.level,
  };
}

/**
 * What somebody may issue, as described today. Errors: organisation_not_approved, not_found (another
 * organisation's badge, or a meta-badge for who is not the Région), unknown_meta_badge, wrong_state (a badge
 * described from elsewhere is issued there).
 */
export async function chooseBadge(
  context: BadgesContext,
  actor: SignedIn,
  choice: BadgeChoice,
): Promise<Issuable> {
  if (actor.organisationStatus !== "approved") throw new DomainError("organisation_not_approved");
  if (choice.kind === "meta") {
    if (!canIssueMetaBadge(actor, actor.organisationStatus))
      throw new DomainError("not_found", { field: "badge.metaBadgeId" });
    const level = await requireLevel(context, choice.metaBadgeId, choice.level, "badge.metaBadgeId");
    return { ...(await issuableLevel(context, level)), organisationId: actor.organisationId ?? "" };
  }
  const badge = await readLocalBadge(context, actor, choice.localBadgeId);
  if (badge.organisationId !== actor.organisationId)
    throw new DomainError("not_found", { field: "badge.localBadgeId" });
  const version = badge.versions.at(-1);
  if (badge.elsewhere || !version) throw new DomainError("wrong_state", { field: "badge.localBadgeId" });
  return {
    issuer: issuerRef(await context.issuers.forOrganisation(badge.organisationId)),
    organisationId: badge.organisationId,
    ...version,
    localBadgeId: badge._id,
    metaBadgeId: null,
    level: null,
  };
}

/** The person a badge goes to. Errors: unknown_recipient, trainee_not_followed. */
export async function requireRecipient(
  { accounts, training }: BadgesContext,
  actor: SignedIn,
  what: Issuable,
  recipient: { traineeId: string } | { email: string },
): Promise<Person> {
  const byAddress = "email" in recipient;
  const person = byAddress
    ? await accounts.findByEmail(recipient.email)
    : ((await accounts.people([recipient.traineeId])).get(recipient.traineeId) ?? null);
  const trainee = person?.role === "trainee" ? person : null;
  const facts: RecipientFacts = {
    followed: trainee !== null && (await training.follows(actor, trainee.id)),
    addressKnown: byAddress,
  };
  if (!canIssueTo(actor, actor.organisationStatus, what, facts))
    throw new DomainError("trainee_not_followed", { field: "recipient" });
  if (!trainee) throw new DomainError("unknown_recipient", { field: "recipient" });
  return trainee;
}
