import { metaBadgeContentSchema } from "@acquis/shared/badges/framework.schema.ts";
import { insertAggregate } from "../../platform/database/aggregate.ts";
import type { BadgesContext } from "../badges-context.ts";
import type { MetaBadgeDocument } from "./framework.store.ts";
import { digital } from "./starter/digital.ts";
import type { StarterMetaBadge } from "./starter/starter.types.ts";
import { technical } from "./starter/technical.ts";
import { transversal } from "./starter/transversal.ts";

export const starter: readonly StarterMetaBadge[] = [...transversal, ...technical, ...digital];

const bilingual = ([fr, en]: readonly [string, string]) => ({ fr, en });

/** The first meta-badges of the Région, published; planted once, what the steward does with them stays. */
export async function plantFramework({
  kernel,
  metaBadges,
}: Pick<BadgesContext, "kernel" | "metaBadges">): Promise<void> {
  if (await metaBadges.exists({})) return;
  for (const [order, one] of starter.entries()) {
    const content = metaBadgeContentSchema.parse({
      name: bilingual(one.name),
      summary: bilingual(one.summary),
      kind: one.kind,
      motif: one.motif,
      competencyIds: one.competencyIds,
      levels: Object.entries(one.levels).map(([level, criteria]) => ({
        level: Number(level),
        criteria: criteria.map((text, index) => ({
          id: `${one.id}-${level}-${index + 1}`,
          text: bilingual(text),
        })),
      })),
    });
    await insertAggregate<MetaBadgeDocument>(metaBadges, {
      _id: one.id,
      versions: [{ ...content, version: 1, publishedOn: kernel.clock.today() }],
      draft: null,
      retired: null,
      order,
    });
  }
}
