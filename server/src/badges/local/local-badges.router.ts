import { api } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import { describeElsewhere, readElsewhereAgain } from "./describe-elsewhere.ts";
import { presentLocalBadge, presentLocalBadges } from "./local-badges.presenter.ts";
import { listLocalBadges, readLocalBadge } from "./read-local-badges.ts";
import { saveLocalBadge } from "./save-local-badge.ts";
import { sendImage } from "./send-image.ts";

export function localBadgesRouter(context: BadgesContext) {
  const { local } = api.badges;
  return {
    listMine: local.listMine.handler(async ({ context: { actor } }) =>
      presentLocalBadges(context, await listLocalBadges(context, actor)),
    ),
    read: local.read.handler(async ({ context: { actor }, input }) =>
      presentLocalBadge(context, await readLocalBadge(context, actor, input.id)),
    ),
    save: local.save.handler(async ({ context: { actor }, input }) => {
      const saved = await saveLocalBadge(context, actor, input);
      context.kernel.delivery.nudge();
      return presentLocalBadge(context, saved);
    }),
    sendImage: local.sendImage.handler(async ({ context: { actor }, input }) =>
      presentLocalBadge(context, await sendImage(context, actor, input)),
    ),
    describeFromAddress: local.describeFromAddress.handler(async ({ context: { actor }, input }) =>
      presentLocalBadge(context, await describeElsewhere(context, actor, input)),
    ),
    describeFromFile: local.describeFromFile.handler(async ({ context: { actor }, input }) =>
      presentLocalBadge(context, await describeElsewhere(context, actor, input)),
    ),
    readAgain: local.readAgain.handler(async ({ context: { actor }, input }) => {
      const read = await readElsewhereAgain(context, actor, input.id);
      context.kernel.delivery.nudge();
      return presentLocalBadge(context, read);
    }),
  };
}
