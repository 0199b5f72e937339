import { api } from "../../platform/http/api.ts";
import type { ExportMaker } from "../exports/export-collection.ts";
import { readSource } from "../verifier/read-source.ts";
import { presentVerified } from "../verifier/verify-in-public.ts";
import { checkOwnBadge, removeBadge, requireOwnBadge, showBadge } from "./change-badge.ts";
import { presentOne } from "./collection.presenter.ts";
import type { CollectionContext } from "./collection-context.ts";
import { downloadBadge } from "./download-badge.ts";
import { importBadge } from "./import-badge.ts";
import { readBadge } from "./read-badge.ts";
import { readCollection, readPicture, readShown } from "./read-collection.ts";

export function collectionRouter(context: CollectionContext, exportAll: ExportMaker) {
  const routes = api.badges.collection;
  return {
    list: routes.list.handler(({ context: { actor } }) => readCollection(context, actor)),
    preview: routes.preview.handler(async ({ context: { actor }, input }) => {
      const person = (await context.accounts.people([actor.accountId])).get(actor.accountId);
      const { verified } = await readBadge(context, await readSource(input), person?.email, false);
      return presentVerified(context, verified);
    }),
    import: routes.import.handler(async ({ context: { actor }, input }) => {
      const { outcome, badge } = await importBadge(context, actor, input);
      return { outcome, badge: await presentOne(context, badge) };
    }),
    check: routes.check.handler(async ({ context: { actor }, input }) =>
      presentOne(context, await checkOwnBadge(context, actor, input.id)),
    ),
    show: routes.show.handler(async ({ context: { actor }, input }) =>
      presentOne(context, await showBadge(context, actor, input)),
    ),
    remove: routes.remove.handler(async ({ context: { actor }, input }) => {
      await removeBadge(context, actor, input.id);
      return { done: true } as const;
    }),
    download: routes.download.handler(async ({ context: { actor }, input }) =>
      downloadBadge(context, await requireOwnBadge(context, actor, input.id), input.as),
    ),
    export: routes.export.handler(({ context: { actor }, input }) => exportAll(actor, input.format)),
    readFollowed: routes.readFollowed.handler(({ context: { actor }, input }) =>
      readShown(context, actor, input.traineeId),
    ),
    image: routes.image.handler(({ context: { actor }, input }) => readPicture(context, actor, input.id)),
  };
}
