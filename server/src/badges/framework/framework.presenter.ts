import { achievementKey, metaBadgeStatus } from "@acquis/shared/badges/framework.rules.ts";
import type { MetaBadge } from "@acquis/shared/badges/framework.schema.ts";
import type { BadgesContext } from "../badges-context.ts";
import { addressesUnder } from "../public/addresses.ts";
import type { MetaBadgeDocument } from "./framework.store.ts";

type Reading = Pick<BadgesContext, "referential" | "issuers">;

/** Meta-badges as everybody reads them; a draft is shown to the Région only. */
export async function presentMetaBadges(
  { referential, issuers }: Reading,
  found: readonly MetaBadgeDocument[],
  withDraft: boolean,
): Promise<MetaBadge[]> {
  const at = addressesUnder((await issuers.region()).origin);
  return found.map((metaBadge) => {
    const draft = withDraft ? metaBadge.draft : null;
    const inForce = metaBadge.versions.at(-1)?.competencyIds ?? [];
    const ids = [...new Set([...inForce, ...(draft?.competencyIds ?? [])])];
    const known = referential.competencies(ids);
    return {
      id: metaBadge._id,
      status: metaBadgeStatus(metaBadge),
      versions: metaBadge.versions.map((version) => ({
        ...version,
        achievements: version.levels.map(({ level }) => ({
          level,
          url: at.achievement(achievementKey(metaBadge._id, version.version, level)),
        })),
      })),
      competencies: ids.flatMap((id) => known.get(id) ?? []),
      draft,
      retired: metaBadge.retired && { on: metaBadge.retired.on, reason: metaBadge.retired.reason },
      revision: metaBadge.revision,
    };
  });
}

export async function presentMetaBadge(
  context: Reading,
  metaBadge: MetaBadgeDocument,
  withDraft: boolean,
): Promise<MetaBadge> {
  const [presented] = await presentMetaBadges(context, [metaBadge], withDraft);
  return presented as MetaBadge;
}
