import { DomainError } from "@acquis/shared/platform/errors.ts";
import { api, publicApi } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import { presentMetaBadge, presentMetaBadges } from "./framework.presenter.ts";
import type { MetaBadgeDocument } from "./framework.store.ts";
import { dropDraft, readMetaBadge, saveDraft } from "./prepare-version.ts";
import { publishVersion, retireMetaBadge } from "./publish-version.ts";

export function frameworkRouter(context: BadgesContext) {
  const { framework } = api.badges;
  const open = publicApi.badges.framework;
  const listed = (where: object) =>
    context.metaBadges.find(where).sort({ order: 1, _id: 1 }).lean<MetaBadgeDocument[]>();
  return {
    list: open.list.handler(async ({ input }) => {
      const published = await listed({
        "versions.0": { $exists: true },
        ...(input.withRetired ? {} : { retired: null }),
      });
      const ofKind = published.filter(({ versions }) => !input.kind || versions.at(-1)?.kind === input.kind);
      return presentMetaBadges(context, ofKind, false);
    }),
    read: open.read.handler(async ({ input }) => {
      const found = await readMetaBadge(context, input.id);
      if (found.versions.length === 0) throw new DomainError("not_found");
      return presentMetaBadge(context, found, false);
    }),
    listAll: framework.listAll.handler(async () => presentMetaBadges(context, await listed({}), true)),
    saveDraft: framework.saveDraft.handler(async ({ context: { actor }, input }) =>
      presentMetaBadge(context, await saveDraft(context, actor, input), true),
    ),
    dropDraft: framework.dropDraft.handler(async ({ context: { actor }, input }) => {
      const left = await dropDraft(context, actor, input.id);
      return left && presentMetaBadge(context, left, true);
    }),
    publish: framework.publish.handler(async ({ context: { actor }, input }) =>
      presentMetaBadge(context, await publishVersion(context, actor, input), true),
    ),
    retire: framework.retire.handler(async ({ context: { actor }, input }) =>
      presentMetaBadge(context, await retireMetaBadge(context, actor, input), true),
    ),
  };
}
