import { verdictAt } from "@acquis/shared/badges/collection.rules.ts";
import { changeAggregate, isDuplicateKey } from "../../platform/database/aggregate.ts";
import { bytesOf } from "./badge-files.ts";
import type { CollectedBadgeDocument } from "./collection.store.ts";
import type { CollectionContext } from "./collection-context.ts";
import { afterCheck, isSameBadge, judgedEvent, keepFile, keyOf } from "./keep-badge.ts";
import { nextCheckOf } from "./next-check.ts";
import { type ReadBadge, readBadge } from "./read-badge.ts";

/** Its address tells more than a copy (a badge withdrawn there); the copy is judged when another badge is found there. */
async function readAgain(
  context: CollectionContext,
  badge: CollectedBadgeDocument,
): Promise<ReadBadge | null> {
  const person = (await context.accounts.people([badge.traineeId])).get(badge.traineeId);
  if (badge.link !== null) {
    const read = await readBadge(context, badge.link, person?.email, !badge.fileId);
    if (isSameBadge(badge, read) && read.verified.verdict !== "notABadge") return read;
    if (!badge.fileId) return read;
  }
  const bytes = await bytesOf(context, badge.fileId);
  return bytes && readBadge(context, bytes, person?.email, false);
}

/** An address answered at last: its badge gets its file and its name, unless one has that badge already. */
async function arrived(context: CollectionContext, badge: CollectedBadgeDocument, read: ReadBadge) {
  if (badge.fileId || !read.file) return {};
  const fileId = await keepFile(context, badge._id, read.file);
  const isPicture = read.format === "png" || read.format === "svg";
  return {
    fileId,
    imageId: isPicture ? fileId : await keepFile(context, badge._id, read.image),
    format: read.format,
    key: keyOf(badge.traineeId, read, badge.link),
  };
}

/** Checks a badge again, asking the world. What it proves follows in the delivery. */
export async function checkBadge(
  context: CollectionContext,
  badge: CollectedBadgeDocument,
): Promise<CollectedBadgeDocument> {
  const { kernel, store } = context;
  const read = await readAgain(context, badge);
  if (!read) return badge;
  const more = await arrived(context, badge, read);
  try {
    const checked = await changeAggregate(store.badges, badge._id, (current) =>
      current.removed
        ? null
        : {
            next: { ...afterCheck(context, current, read), ...more },
            events: [judgedEvent(context, current._id)],
          },
    );
    kernel.delivery.nudge();
    return checked;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    await store.badges.deleteOne({ _id: badge._id });
    await store.files.deleteMany({ badgeId: badge._id });
    return badge;
  }
}

/** A badge whose end has come is judged by its date, without asking anybody. */
export async function checkByDate(
  context: CollectionContext,
  badge: CollectedBadgeDocument,
): Promise<CollectedBadgeDocument> {
  const { kernel, store } = context;
  const now = kernel.clock.now();
  const checked = await changeAggregate(store.badges, badge._id, (current) => {
    if (current.removed) return null;
    const facts = { ...current.facts, verdict: "expired" as const };
    const next: CollectedBadgeDocument = { ...current, facts, checks: current.checks.map(expired) };
    const { unreachable } = current;
    const fromLink = current.link !== null;
    const nextCheckAt = nextCheckOf({ id: current._id, fromLink, unreachable, ...facts }, now.getTime());
    if (nextCheckAt) next.nextCheckAt = nextCheckAt;
    return { next, events: [judgedEvent(context, current._id)] };
  });
  kernel.delivery.nudge();
  return checked;
}

const expired = (check: CollectedBadgeDocument["checks"][number]) =>
  check.name === "dates"
    ? { ...check, outcome: "failed" as const, code: "dates.expired", detail: "Its last day has passed." }
    : check;

/** Whether the date alone says that a badge which counted is over. */
export function isOverByDate({ kernel }: CollectionContext, badge: CollectedBadgeDocument): boolean {
  const facts = { ...badge.facts, id: "", name: "", issuerName: "", graceEndsOn: null };
  const moment = { now: kernel.clock.now().getTime(), today: kernel.clock.today() };
  return badge.facts.verdict !== "expired" && verdictAt(facts, moment) === "expired";
}
