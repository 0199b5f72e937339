import { metaBadgeContentSchema } from "@acquis/shared/badges/framework.schema.ts";
import { insertAggregate } from "../../platform/database/aggregate.ts";
import type { BadgesContext } from "../badges-context.ts";
import type { MetaBadgeDocument } from "./framework.store.ts";
import { digital } from "./starter/digital.ts";
import type { StarterMetaBadge } from "./starter/starter.types.ts";
import { technical } from "./starter/technical.ts";
import { transversal } from "./starter/transversal.ts";

export const STARTER: readonly StarterMetaBadge[] = [...transversal, ...technical, ...digital];

const bilingual = ([fr, en]: readonly [string, string]) => ({ fr, en });

/** The first meta-badges of the Région, published; planted once, what the steward does with them stays. */
export async function plantFramework({
  kernel,
  metaBadges,
}: Pick<BadgesContext, "kernel" | "metaBadges">): Promise<void> {
  if (await metaBadges.exists({})) return;
  for (const [order, starter] of STARTER.entries()) {
    const content = metaBadgeContentSchema.parse({
      name: bilingual(starter.name),
      summary: bilingual(starter.summary),
      kind: starter.kind,
      motif: starter.motif,
      competencyIds: starter.competencyIds,
      levels: Object.entries(starter.levels).map(([level, criteria]) => ({
        level: Number(level),
        criteria: criteria.map((text, index) => ({
          id: `${starter.id}-${level}-${index + 1}`,
          text: bilingual(text),
        })),
      })),
    });
    await insertAggregate<MetaBadgeDocument>(metaBadges, {
      _id: starter.id,
      versions: [{ ...content, version: 1, publishedOn: kernel.clock.today() }],
      draft: null,
      retired: null,
      order,
    });
  }
}
