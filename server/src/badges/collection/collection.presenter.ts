import { canShowBadge, type Recognised, verdictAt } from "@acquis/shared/badges/collection.rules.ts";
import type { CollectedBadge } from "@acquis/shared/badges/collection.schema.ts";
import { presentRecognised, recognise } from "../verifier/recognise.ts";
import type { CollectedBadgeDocument } from "./collection.store.ts";
import type { CollectionContext } from "./collection-context.ts";
import { factsOfBadge, proofOfBadge } from "./derive-evidence.ts";
import { graceEndOf } from "./next-check.ts";

type Presenting = Pick<CollectionContext, "kernel" | "referential" | "standsFor">;

const parisDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });

function presentBadge(
  context: Presenting,
  badge: CollectedBadgeDocument,
  candidates: readonly Recognised[],
): CollectedBadge {
  const { clock } = context.kernel;
  const moment = { now: clock.now().getTime(), today: clock.today() };
  const { reason, recognised: proven } = proofOfBadge(context, badge, candidates);
  const { recognised, check } = recognise(badge.facts, candidates, moment);
  const known = context.referential.competencies(proven?.competencyIds ?? []);
  return {
    id: badge._id,
    source: badge.source,
    format: badge.format,
    link: badge.link,
    addedOn: badge.addedOn,
    badge: badge.content,
    image: badge.imageId && `/api/v1/badges/collected/${badge._id}/image`,
    verdict: verdictAt(factsOfBadge(badge), moment),
    checks: badge.checks.map(({ name, outcome, code, detail }) =>
      name === "recognition" ? check : { name, outcome, code, detail },
    ),
    lastVerifiedAt: badge.lastVerifiedAt?.toISOString() ?? null,
    nextCheckOn: badge.nextCheckAt ? parisDay.format(badge.nextCheckAt) : null,
    recognisedAs: recognised && presentRecognised(recognised),
    proof: {
      reason,
      competencies: (proven?.competencyIds ?? []).map((id) => ({
        id,
        label: known.get(id)?.label ?? id,
        labelEn: known.get(id)?.labelEn ?? null,
        level: proven?.level ?? 1,
      })),
      graceEndsOn: graceEndOf(badge.unreachable),
    },
    shown: badge.shown,
    canShow: canShowBadge(badge.facts),
  };
}

/** Badges as people read them; an achievement held by several is looked up once. */
export async function presentBadges(
  context: Presenting,
  badges: readonly CollectedBadgeDocument[],
): Promise<CollectedBadge[]> {
  const ids = new Set(badges.flatMap(({ facts }) => (facts.achievementId ? [facts.achievementId] : [])));
  const found = await Promise.all([...ids].map(async (id) => [id, await context.standsFor(id)] as const));
  const candidates = new Map(found);
  return badges.map((badge) =>
    presentBadge(context, badge, candidates.get(badge.facts.achievementId ?? "") ?? []),
  );
}

export async function presentOne(
  context: Presenting,
  badge: CollectedBadgeDocument,
): Promise<CollectedBadge> {
  const [presented] = await presentBadges(context, [badge]);
  if (!presented) throw new Error("a badge was not presented");
  return presented;
}

/** What others see: not where a private link leads. */
export function presentShown(badge: CollectedBadge): CollectedBadge {
  return { ...badge, link: null };
}
