import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate, insertAggregate } from "../../platform/database/aggregate.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import { readAchievementId } from "../public/addresses.ts";
import { born, withRead } from "./badge-content.ts";
import type { LocalBadgeDocument } from "./local-badges.store.ts";
import { readFromAddress, readFromBytes } from "./read-elsewhere.ts";
import { readLocalBadge } from "./read-local-badges.ts";
import { requireManager } from "./save-local-badge.ts";

/**
 * A badge issued elsewhere, described by its address or its file. Errors: organisation_not_approved, not_a_badge
 * (also one of ours, which needs no description), badge_unreachable, already_exists.
 */
export async function describeElsewhere(
  context: BadgesContext,
  actor: SignedIn,
  input: { id: string; url: string } | { id: string; file: File },
): Promise<LocalBadgeDocument> {
  const organisationId = requireManager(actor);
  const { kernel, localBadges, web } = context;
  const now = kernel.clock.now();
  const url = "url" in input ? input.url : null;
  const read =
    "url" in input
      ? await readFromAddress(input.url, web, now)
      : await readFromBytes(Buffer.from(await input.file.arrayBuffer()), web, now);
  if (readAchievementId(read.achievementId, await context.issuers.origins()))
    throw new DomainError("not_a_badge");
  const badge = withRead(context, born(input.id, organisationId, now), read, url, actor.accountId);
  const { revision: _revision, pendingEvents: _events, ...document } = badge;
  if (await insertAggregate<LocalBadgeDocument>(localBadges, document)) return badge;
  const known = await readLocalBadge(context, actor, input.id);
  if (known.achievementId !== badge.achievementId) throw new DomainError("already_exists", { field: "id" });
  return known;
}

/** Reads it again where it was found. Errors: not_found, wrong_state (no address), badge_unreachable, not_a_badge. */
export async function readElsewhereAgain(
  context: BadgesContext,
  actor: SignedIn,
  id: string,
): Promise<LocalBadgeDocument> {
  const { kernel, localBadges, web } = context;
  const known = await readLocalBadge(context, actor, id);
  requireManager(actor, known.organisationId);
  const url = known.elsewhere && (known.elsewhere.url ?? known.achievementId);
  if (!url) throw new DomainError("wrong_state");
  const read = await readFromAddress(url, web, kernel.clock.now());
  // Another badge at the same address is not this one changed.
  if (read.achievementId !== known.achievementId) throw new DomainError("not_a_badge");
  return changeAggregate(localBadges, id, (current) => {
    const next = withRead(context, current, read, current.elsewhere?.url ?? null, actor.accountId);
    const data = { localBadgeId: id, by: actor.accountId };
    const changed = current.contentHash !== next.contentHash;
    return {
      next,
      events: changed
        ? [{ id: kernel.newId(), type: "localBadge.changed", data, at: kernel.clock.now() }]
        : [],
    };
  });
}
