import { api } from "../platform/http/api.ts";
import { listOpenOffers, listOwnOffers, readOffer } from "./list-offers.ts";
import { matchOffer, matchOffers } from "./match-offers.ts";
import { presentOffer, presentOffers } from "./offers.presenter.ts";
import type { OffersContext } from "./offers-context.ts";
import { closeOffer, publishOffer } from "./publish-offer.ts";
import { saveOffer } from "./save-offer.ts";

export function offersRouter(context: OffersContext) {
  const { offers } = api;
  return {
    listMine: offers.listMine.handler(async ({ context: { actor } }) => {
      const own = await listOwnOffers(context, actor);
      const presented = await presentOffers(
        context,
        own.map((one) => one.offer),
      );
      return presented.map((offer, index) => ({
        ...offer,
        found: own[index]?.found ?? null,
        allReady: own[index]?.allReady ?? null,
      }));
    }),
    read: offers.read.handler(async ({ context: { actor }, input }) =>
      presentOffer(context, await readOffer(context, actor, input.id)),
    ),
    save: offers.save.handler(async ({ context: { actor }, input }) =>
      presentOffer(context, await saveOffer(context, actor, input)),
    ),
    publish: offers.publish.handler(async ({ context: { actor }, input }) =>
      presentOffer(context, await publishOffer(context, actor, input.id)),
    ),
    close: offers.close.handler(async ({ context: { actor }, input }) =>
      presentOffer(context, await closeOffer(context, actor, input.id)),
    ),
    listOpen: offers.listOpen.handler(async ({ input }) => {
      const { total, offers: open } = await listOpenOffers(context, input);
      return { total, offers: await presentOffers(context, open) };
    }),
    listMatches: offers.listMatches.handler(({ context: { actor }, input, signal }) =>
      matchOffers(context, actor, input, signal),
    ),
    readMatch: offers.readMatch.handler(({ context: { actor }, input }) =>
      matchOffer(context, actor, input.id),
    ),
  };
}
