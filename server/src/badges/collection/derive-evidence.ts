import {
  type BadgeFacts,
  judgeProof,
  keepBadgeEvidence,
  type Recognised,
} from "@acquis/shared/badges/collection.rules.ts";
import type { NotProof } from "@acquis/shared/badges/collection.schema.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { DomainEvent } from "../../platform/delivery/delivery.ts";
import { factId } from "../../portfolio/index.ts";
import type { CollectedBadgeDocument } from "./collection.store.ts";
import type { CollectionContext } from "./collection-context.ts";
import { JUDGED } from "./keep-badge.ts";
import { graceEndOf } from "./next-check.ts";

/** Leaves with the portfolio: `{badgeId, reason, said}`, the reason null when the badge now proves. */
export const PROOF_CHANGED = "collectedBadge.proofChanged";

/** The badge as the rules judge it. */
export function factsOfBadge({ _id, content, facts, unreachable }: CollectedBadgeDocument): BadgeFacts {
  return {
    ...facts,
    id: _id,
    name: content?.name ?? "",
    issuerName: content?.issuer.name || (content?.issuer.id ?? ""),
    graceEndsOn: graceEndOf(unreachable),
  };
}

export type Proof = { reason: NotProof; recognised: null } | { reason: null; recognised: Recognised };

/** What a badge proves now, recognitions included. */
export function proofOfBadge(
  { kernel }: Pick<CollectionContext, "kernel">,
  badge: CollectedBadgeDocument,
  candidates: readonly Recognised[],
): Proof {
  const { clock } = kernel;
  return judgeProof(factsOfBadge(badge), candidates, { now: clock.now().getTime(), today: clock.today() });
}

const standing = (evidence: readonly Evidence[], badgeId: string) =>
  evidence.some((item) => item.badge?.id === badgeId && item.withdrawal === null);

/** Why it is judged again: quietly when the holder knows already, with what the Région wrote when it did it. */
export interface Cause {
  quiet: boolean;
  reason: string;
}

/** What the person is told: proof that came, or ended, without their removing anything. */
function newsOf(
  { kernel }: CollectionContext,
  badge: CollectedBadgeDocument,
  change: { before: boolean; after: boolean; reason: NotProof | null },
  cause: Cause,
): DomainEvent[] {
  if (badge.removed || change.before === change.after || (change.after && cause.quiet)) return [];
  const data = { badgeId: badge._id, reason: change.reason, said: cause.reason };
  return [{ id: kernel.newId(), type: PROOF_CHANGED, data, at: kernel.clock.now() }];
}

/**
 * Brings the portfolio of its holder in line with one badge. Runs in the delivery, which leases the badge: two
 * servers never derive from the same one at once. A badge removed goes once its proof is withdrawn.
 */
export async function deriveEvidence(
  context: CollectionContext,
  badgeId: string,
  cause: Cause,
): Promise<void> {
  const { store, portfolio, accounts, kernel } = context;
  const badge = await store.badges.findById(badgeId).lean<CollectedBadgeDocument>();
  if (!badge) return;
  const person = (await accounts.people([badge.traineeId])).get(badge.traineeId);
  const { achievementId } = badge.facts;
  const candidates = achievementId && !badge.removed ? await context.standsFor(achievementId) : [];
  const judged = badge.removed
    ? { reason: "removed" as const, recognised: null }
    : proofOfBadge(context, badge, candidates);
  const keeping = {
    today: kernel.clock.today(),
    holder: { id: badge.traineeId, name: person ? `${person.firstName} ${person.lastName}` : "" },
    region: await context.region(),
    reason: cause.reason,
    issuerKey: (issuerId: string) => factId("issuer", issuerId),
    evidenceId: (id: string, competencyId: string, round: number) => factId("bd", id, competencyId, round),
  };
  const held = await portfolio.read(badge.traineeId);
  const known = standing(held?.evidence ?? [], badgeId);
  if (known || judged.recognised)
    await portfolio.changeEvidence(badge.traineeId, (evidence) => {
      const next = keepBadgeEvidence(evidence, factsOfBadge(badge), judged, keeping);
      if (next === evidence) return null;
      const reason = judged.reason === "removed" ? null : judged.reason;
      const change = { before: standing(evidence, badgeId), after: standing(next, badgeId), reason };
      return { evidence: next, events: newsOf(context, badge, change, cause) };
    });
  if (!badge.removed) return;
  await store.files.deleteMany({ badgeId });
  await store.badges.deleteOne({ _id: badgeId });
}

/** A recognition was given or withdrawn: every badge of the achievement is judged again, in its own delivery. */
export async function judgeAgain(
  { store, kernel }: CollectionContext,
  achievementIds: readonly string[],
  event: { id: string; at: Date; reason: string },
): Promise<void> {
  const data = { quiet: false, reason: event.reason };
  const again: DomainEvent = { id: event.id, type: JUDGED, data, at: event.at };
  await store.badges.updateMany(
    { "facts.achievementId": { $in: [...achievementIds] }, "pendingEvents.id": { $ne: event.id } },
    {
      $push: { pendingEvents: again },
      $set: { deliverAt: new Date(0) },
      // Whoever is writing the badge reads it again, and keeps the event.
      $inc: { revision: 1 },
    },
  );
  kernel.delivery.nudge();
}
