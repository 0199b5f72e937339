import { DomainError } from "@acquis/shared/platform/errors.ts";
import { createOfferIndexer } from "./index-offers.ts";
import { onShow } from "./list-offers.ts";
import { offersRouter } from "./offers.router.ts";
import { createOffersStore } from "./offers.store.ts";
import type { OffersContext } from "./offers-context.ts";

/** Offers of companies, and how each trainee stands before them. */
export function createOffers(deps: Omit<OffersContext, "offers" | "requireReady" | "indexSoon">) {
  const { kernel, engine } = deps;
  const offers = createOffersStore(kernel.db);
  kernel.delivery.watch(offers as never);
  const indexer = createOfferIndexer({ ...deps, offers }, engine);
  // The Région suspended a company, or let it back: what it has open leaves the search, or comes back.
  kernel.delivery.on("organisation.decided", async (event) => {
    await offers.updateMany(
      { companyId: String(event.data.organisationId), status: "open" },
      { $set: { indexPending: true }, $inc: { revision: 1 } },
    );
    await indexer.soon();
  });
  let ready = false;
  const context: OffersContext = {
    ...deps,
    offers,
    requireReady() {
      if (!ready) throw new DomainError("search_unavailable", { retryAfterSeconds: 2 });
    },
    indexSoon: indexer.soon,
  };
  return {
    store: offers,
    engine,
    indexer,
    router: offersRouter(context),
    /** Fills an engine that forgets, then keeps it true; one that remembers is only told what changed. */
    async start(): Promise<void> {
      if (!engine.remembers) await indexer.loadAll();
      ready = true;
      indexer.start();
    },
    countOpen: async () => offers.countDocuments(await onShow(context)),
    /** For each competency asked as essential, how many open offers ask for it. */
    async demandFor(competencyIds: readonly string[]): Promise<Map<string, number>> {
      const rows = await offers.aggregate<{ _id: string; count: number }>([
        { $match: await onShow(context) },
        { $unwind: "$essential" },
        { $match: { "essential.competencyId": { $in: competencyIds } } },
        { $group: { _id: "$essential.competencyId", count: { $sum: 1 } } },
      ]);
      return new Map(rows.map((row) => [row._id, row.count]));
    },
  };
}
