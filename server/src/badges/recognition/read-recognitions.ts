import { canReadRecognition } from "@acquis/shared/badges/badges.policy.ts";
import { recognitionStatus } from "@acquis/shared/badges/recognition.rules.ts";
import type { RecognitionStatus } from "@acquis/shared/badges/recognition.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import type { MetaBadgeDocument } from "../framework/framework.store.ts";
import type { LocalBadgeDocument } from "../local/local-badges.store.ts";
import type { RecognitionDocument } from "./recognitions.store.ts";

/** A recognition with what it is between. */
export interface Recognising {
  recognition: RecognitionDocument;
  badge: LocalBadgeDocument;
  metaBadge: MetaBadgeDocument;
}

const MOST = 1_000;

export async function withSides(
  { localBadges, metaBadges }: Pick<BadgesContext, "localBadges" | "metaBadges">,
  found: readonly RecognitionDocument[],
): Promise<Recognising[]> {
  const [badges, metas] = await Promise.all([
    localBadges.find({ _id: { $in: found.map((one) => one.localBadgeId) } }).lean<LocalBadgeDocument[]>(),
    metaBadges.find({ _id: { $in: found.map((one) => one.metaBadgeId) } }).lean<MetaBadgeDocument[]>(),
  ]);
  return found.flatMap((recognition) => {
    const badge = badges.find(({ _id }) => _id === recognition.localBadgeId);
    const metaBadge = metas.find(({ _id }) => _id === recognition.metaBadgeId);
    return badge && metaBadge ? [{ recognition, badge, metaBadge }] : [];
  });
}

export const statusNow = ({ recognition, badge }: Recognising): RecognitionStatus =>
  recognitionStatus(recognition.history, badge.contentHash);

/** Errors: not_found, also for what the actor may not read. */
export async function readRecognition(
  context: BadgesContext,
  actor: SignedIn,
  id: string,
): Promise<Recognising> {
  const found = await context.recognitions.findById(id).lean<RecognitionDocument>();
  const [read] = found ? await withSides(context, [found]) : [];
  if (!read || !canReadRecognition(actor, read.recognition)) throw new DomainError("not_found");
  return read;
}

const WAITING: Record<RecognitionStatus, number> = {
  asked: 0,
  changed: 1,
  moreAsked: 2,
  recognised: 3,
  refused: 4,
  withdrawn: 5,
};

/** A structure's own; for the Région everybody's: those that wait for it first, then the newest. */
export async function listRecognitions(
  context: BadgesContext,
  actor: SignedIn,
  status?: RecognitionStatus,
): Promise<Recognising[]> {
  const where = actor.role === "steward" ? {} : { organisationId: actor.organisationId ?? "" };
  const found = await context.recognitions
    .find(where)
    .sort({ createdAt: -1 })
    .limit(MOST)
    .lean<RecognitionDocument[]>();
  const all = await withSides(context, found);
  return all
    .filter((one) => !status || statusNow(one) === status)
    .sort((a, b) => WAITING[statusNow(a)] - WAITING[statusNow(b)]);
}
