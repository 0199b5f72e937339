import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import type { DomainEvent } from "../../platform/delivery/delivery.ts";
import { factId } from "../../portfolio/index.ts";
import { sameId } from "../validator/json.ts";
import type { CollectedBadgeDocument } from "./collection.store.ts";
import type { CollectionContext } from "./collection-context.ts";
import { nextCheckOf } from "./next-check.ts";
import type { Bytes, ReadBadge } from "./read-badge.ts";

/** The badge was judged again, or removed: what it proves is to be derived. */
export const JUDGED = "collectedBadge.judged";

/** `quiet`: the holder just did it, or is told otherwise, and needs no mail to know that it proves. */
export function judgedEvent(
  { kernel }: Pick<CollectionContext, "kernel">,
  badgeId: string,
  quiet = false,
): DomainEvent {
  return { id: kernel.newId(), type: JUDGED, data: { badgeId, quiet, reason: "" }, at: kernel.clock.now() };
}

const plainId = (id: string) => {
  try {
    return decodeURIComponent(id.trim());
  } catch {
    return id.trim();
  }
};

/** Equal issuer and credential ids make the same badge; without them its address, else its very bytes. */
export function keyOf(
  traineeId: string,
  read: Pick<ReadBadge, "verified" | "file">,
  link: string | null,
): string {
  const { content } = read.verified.described ?? {};
  if (content?.id && content.issuer.id)
    return factId("badge", traineeId, plainId(content.issuer.id), plainId(content.id));
  if (link !== null) return factId("link", traineeId, link);
  return factId("file", traineeId, Buffer.from(read.file?.bytes ?? []).toString("base64"));
}

/** Nobody answered, the issuer or its list: what was established before stands for a while. */
const isInconclusive = ({ verified: { verdict, checks } }: ReadBadge) =>
  verdict === "unreachable" ||
  (verdict === "validIssuerUnconfirmed" && checks.some(({ code }) => code === "issuer.unreachable"));

/** Whether what was read is the badge that is kept, and not another one found at its address. */
export function isSameBadge(current: CollectedBadgeDocument, { verified }: ReadBadge): boolean {
  const [kept, found] = [current.content, verified.described?.content];
  if (!kept || !found) return true;
  // An address that is gone says no more than that.
  if (found.id === null) return verified.verdict === "revoked";
  const sameIssuer = found.issuer.id === null || sameId(kept.issuer.id ?? "", found.issuer.id);
  return sameId(kept.id ?? "", found.id) && sameIssuer;
}

/** A badge withdrawn at its address no longer tells what it was: what was read before is kept. */
function foundIn(current: CollectedBadgeDocument, { verified, facts }: ReadBadge) {
  const found = verified.described?.content ?? null;
  const isBare = current.content !== null && verified.verdict === "revoked" && !found?.issuer.id;
  return isBare
    ? { content: current.content, facts: { ...current.facts, verdict: facts.verdict } }
    : { content: found ?? current.content, facts };
}

/** The badge after a check: new facts, or those established before while nobody answers. */
export function afterCheck(
  context: Pick<CollectionContext, "kernel">,
  current: CollectedBadgeDocument,
  read: ReadBadge,
): CollectedBadgeDocument {
  const now = context.kernel.clock.now();
  const today = context.kernel.clock.today();
  const inconclusive = isInconclusive(read);
  const established = current.lastVerifiedAt !== null;
  const since: Day = current.unreachable?.since ?? today;
  const unreachable = inconclusive ? { since, tries: (current.unreachable?.tries ?? 0) + 1 } : null;
  // Awarded to the address one had then: an address changed later takes nothing away.
  const recipient =
    current.facts.recipient === "confirmed" && isSameBadge(current, read)
      ? "confirmed"
      : read.facts.recipient;
  const found = foundIn(current, read);
  const facts = inconclusive && established ? current.facts : { ...found.facts, recipient };
  const next: CollectedBadgeDocument = {
    ...current,
    content: inconclusive && current.content ? current.content : found.content,
    facts,
    checks: read.verified.checks,
    lastVerifiedAt: inconclusive ? current.lastVerifiedAt : now,
    unreachable,
  };
  const nextCheckAt = nextCheckOf(
    { id: next._id, fromLink: next.link !== null, unreachable, ...facts },
    now.getTime(),
  );
  if (nextCheckAt) next.nextCheckAt = nextCheckAt;
  else delete next.nextCheckAt;
  return next;
}

/** Writes a file apart, before the badge that will name it. */
export async function keepFile(
  { kernel, store }: Pick<CollectionContext, "kernel" | "store">,
  badgeId: string,
  file: Bytes | null,
): Promise<string | null> {
  if (!file) return null;
  const id = kernel.newId();
  await store.files.collection.insertOne({
    _id: id as never,
    badgeId,
    type: file.type,
    bytes: Buffer.from(file.bytes) as never,
    createdAt: kernel.clock.now(),
  });
  return id;
}
