import { MAX_COLLECTED } from "@acquis/shared/badges/collection.schema.ts";
import type { BadgeSource, Verdict } from "@acquis/shared/badges/verifier.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate, insertAggregate } from "../../platform/database/aggregate.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import { readSource } from "../verifier/read-source.ts";
import type { CollectedBadgeDocument } from "./collection.store.ts";
import type { CollectionContext } from "./collection-context.ts";
import { afterCheck, judgedEvent, keepFile, keyOf } from "./keep-badge.ts";
import { type ReadBadge, readBadge } from "./read-badge.ts";

export type ImportOutcome = "added" | "replaced" | "known";

export interface Keeping {
  traineeId: string;
  source: CollectedBadgeDocument["source"];
  link: string | null;
}

/** A copy that somebody spoilt never takes the place of a good one. */
const isGood = (verdict: Verdict) => ["valid", "validIssuerUnconfirmed", "expired"].includes(verdict);

function replaces(read: ReadBadge, kept: CollectedBadgeDocument): boolean {
  if (kept.facts.verdict === "unreachable" && kept.lastVerifiedAt === null) return true;
  if (isGood(kept.facts.verdict) && !isGood(read.facts.verdict)) return false;
  if (!isGood(kept.facts.verdict) && isGood(read.facts.verdict)) return true;
  return read.facts.validFrom > kept.facts.validFrom;
}

/** Adds a badge that was read, or replaces the older of two same ones. Errors: wrong_state when one holds too many. */
export async function keepBadge(
  context: CollectionContext,
  read: ReadBadge,
  { traineeId, source, link }: Keeping,
): Promise<{ outcome: ImportOutcome; badge: CollectedBadgeDocument }> {
  const { kernel, store } = context;
  const key = keyOf(traineeId, read, link);
  const known = await store.badges.findOne({ key }).lean<CollectedBadgeDocument>();
  if (known && !replaces(read, known)) return { outcome: "known", badge: known };
  if (!known && (await store.badges.countDocuments({ traineeId })) >= MAX_COLLECTED)
    throw new DomainError("wrong_state", { field: "collection", max: MAX_COLLECTED });

  const id = known?._id ?? kernel.newId();
  const fileId = await keepFile(context, id, read.file);
  const isPicture = read.format === "png" || read.format === "svg";
  const imageId = isPicture ? fileId : await keepFile(context, id, read.image);
  const held = { key, source, link, fileId, imageId, format: read.format };
  const events = [judgedEvent(context, id, true)];
  if (known) {
    const badge = await changeAggregate(store.badges, id, (current) =>
      current.removed
        ? null
        : { next: { ...afterCheck(context, { ...current, ...held }, read), ...held }, events },
    );
    kernel.delivery.nudge();
    return { outcome: "replaced", badge };
  }
  const blank: CollectedBadgeDocument = {
    ...held,
    _id: id,
    traineeId,
    addedOn: kernel.clock.today(),
    shown: false,
    content: null,
    facts: { ...read.facts, recipient: "unknown" },
    checks: [],
    lastVerifiedAt: null,
    unreachable: null,
    revision: 1,
    pendingEvents: [],
  };
  const { revision: _revision, pendingEvents: _events, ...document } = afterCheck(context, blank, read);
  // Imported twice at once: the other one was faster, and it is the same badge.
  if (!(await insertAggregate(store.badges, document, events)))
    return keepBadge(context, read, { traineeId, source, link });
  kernel.delivery.nudge();
  return { outcome: "added", badge: { ...document, revision: 1, pendingEvents: events } };
}

/**
 * A trainee keeps a badge from elsewhere. An address that gives nothing yet is kept and tried again; what is no
 * badge is not kept. Errors: not_a_badge, wrong_state, too_many_requests.
 */
export async function importBadge(
  context: CollectionContext,
  actor: SignedIn,
  source: BadgeSource,
): Promise<{ outcome: ImportOutcome; badge: CollectedBadgeDocument }> {
  const input = await readSource(source);
  const person = (await context.accounts.people([actor.accountId])).get(actor.accountId);
  const read = await readBadge(context, input, person?.email);
  const { verdict, checks } = read.verified;
  if (verdict === "notABadge") {
    const format = checks.find(({ name, outcome }) => name === "format" && outcome === "failed");
    throw new DomainError("not_a_badge", {
      field: source.link === undefined ? "file" : "link",
      check: format?.code ?? "format.unknown",
    });
  }
  return keepBadge(context, read, {
    traineeId: actor.accountId,
    source: "imported",
    link: source.link ?? null,
  });
}
