import { canDecideRecognition } from "@acquis/shared/badges/badges.policy.ts";
import { mayDecide, recognitionStatus } from "@acquis/shared/badges/recognition.rules.ts";
import type { RecognitionDecision } from "@acquis/shared/badges/recognition.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate } from "../../platform/database/aggregate.ts";
import type { DomainEvent } from "../../platform/delivery/delivery.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import { factId } from "../../portfolio/index.ts";
import type { BadgesContext } from "../badges-context.ts";
import { factOf } from "./ask-recognition.ts";
import { signEndorsement } from "./endorsement.ts";
import { readRecognition } from "./read-recognitions.ts";
import type { RecognitionDocument } from "./recognitions.store.ts";

const KINDS = { recognise: "recognised", askMore: "moreAsked", refuse: "refused" } as const;

function requireRegion(actor: SignedIn): void {
  if (!canDecideRecognition(actor, actor.organisationStatus))
    throw new DomainError("organisation_not_approved");
}

function eventsOf(
  { kernel }: BadgesContext,
  { _id, achievementId, history }: RecognitionDocument,
  type: "recognition.given" | "recognition.withdrawn" | null,
  reason: string,
): DomainEvent[] {
  const at = kernel.clock.now();
  const told = { recognitionId: _id, fact: history.length };
  const effect = type ? [{ id: kernel.newId(), type, data: { achievementId, reason }, at }] : [];
  return [...effect, { id: kernel.newId(), type: "recognition.decided", data: told, at }];
}

/**
 * The Région recognises (and signs an endorsement of the content it compared), asks for more, or refuses.
 * Errors: organisation_not_approved, not_found, stale_revision (the content is no longer what was compared),
 * wrong_state (nobody waits), unknown_meta_badge (retired since).
 */
export async function decideRecognition(
  context: BadgesContext,
  actor: SignedIn,
  { id, decision, reason, contentHash }: RecognitionDecision,
): Promise<RecognitionDocument> {
  requireRegion(actor);
  const { recognition, badge, metaBadge } = await readRecognition(context, actor, id);
  if (badge.contentHash !== contentHash) throw new DomainError("stale_revision", { field: "contentHash" });
  const kind = KINDS[decision];
  const last = recognition.history.at(-1);
  if (last?.kind === kind && last.by.id === actor.accountId && last.contentHash === contentHash)
    return recognition;
  if (!mayDecide(recognitionStatus(recognition.history, contentHash))) throw new DomainError("wrong_state");
  if (kind === "recognised" && metaBadge.retired) throw new DomainError("unknown_meta_badge");
  const fact = await factOf(context, actor, kind, reason, contentHash);
  const version = metaBadge.versions.find((one) => one.version === recognition.metaVersion);
  const endorsement =
    kind === "recognised"
      ? await signEndorsement(context, {
          id: factId("e", id, contentHash, recognition.history.length),
          achievementId: recognition.achievementId,
          contentHash,
          metaVersion: recognition.metaVersion,
          comment: `Reconnu par la Région : ${version?.name.fr ?? metaBadge._id}, niveau ${recognition.level}.`,
        })
      : null;
  return changeAggregate(context.recognitions, id, (current) => {
    // Decided by somebody else meanwhile: what was signed is never published.
    if (current.revision !== recognition.revision) throw new DomainError("stale_revision");
    return {
      next: {
        ...current,
        history: [...current.history, fact],
        endorsements: endorsement ? [...current.endorsements, endorsement] : current.endorsements,
      },
      events: eventsOf(context, current, endorsement ? "recognition.given" : null, reason),
    };
  });
}

/**
 * The Région takes a recognition back: its endorsements are revoked, and it counts nowhere. Errors:
 * organisation_not_approved, not_found, wrong_state (nothing is recognised).
 */
export async function withdrawRecognition(
  context: BadgesContext,
  actor: SignedIn,
  { id, reason }: { id: string; reason: string },
): Promise<RecognitionDocument> {
  requireRegion(actor);
  const { recognition, badge } = await readRecognition(context, actor, id);
  const fact = await factOf(context, actor, "withdrawn", reason, badge.contentHash);
  // Revoked first: a crash in between withdraws too much for a moment, and the command is sent again.
  for (const { statusEntry } of recognition.endorsements) await context.statusEntries.revoke(statusEntry);
  return changeAggregate(context.recognitions, id, (current) => {
    if (current.history.at(-1)?.kind === "withdrawn") return null;
    if (current.endorsements.length === 0) throw new DomainError("wrong_state");
    return {
      next: { ...current, history: [...current.history, fact], endorsements: [] },
      events: eventsOf(context, current, "recognition.withdrawn", reason),
    };
  });
}
