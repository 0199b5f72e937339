import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate, insertAggregate } from "../../platform/database/aggregate.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import { readAchievementId } from "../public/addresses.ts";
import { idOf, textOf } from "../validator/json.ts";
import type { LocalBadgeDocument } from "./local-badges.store.ts";
import {
  alignmentsOf,
  criteriaOf,
  type ReadElsewhere,
  readFromAddress,
  readFromBytes,
} from "./read-elsewhere.ts";
import { readLocalBadge } from "./read-local-badges.ts";
import { born, requireManager } from "./save-local-badge.ts";

const clean = (text: string | undefined, most: number) =>
  (text ?? "")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .trim()
    .slice(0, most);

function withRead(
  { kernel }: BadgesContext,
  badge: LocalBadgeDocument,
  read: ReadElsewhere,
  url: string | null,
  by: string,
): LocalBadgeDocument {
  const { achievement, achievementId, contentHash, issuer, confirmed } = read;
  const [name, description] = [
    clean(textOf(achievement.name), 200),
    clean(textOf(achievement.description), 2000),
  ];
  const criteria = criteriaOf(achievement);
  const described = {
    key: badge._id,
    name,
    description,
    criteria: criteria.map(({ text }) => text),
    alignments: [],
    imageKey: "",
  };
  const today = kernel.clock.today();
  return {
    ...badge,
    achievementId,
    name,
    description,
    criteria,
    contentHash,
    versions: [
      ...badge.versions.filter((one) => one.contentHash !== contentHash),
      { contentHash, described },
    ],
    elsewhere: {
      url,
      issuer: { id: issuer.id, name: clean(issuer.name, 200) },
      confirmation: confirmed ? "confirmed" : "unconfirmed",
      readOn: today,
      alignments: alignmentsOf(achievement),
      image: idOf(achievement.image) ?? null,
    },
    changedOn: today,
    changedBy: by,
  };
}

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
