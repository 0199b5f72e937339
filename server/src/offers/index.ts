import { offersRouter } from "./offers.router.ts";
import { createOffersStore } from "./offers.store.ts";
import type { OffersContext } from "./offers-context.ts";

/** Offers of companies, and how each trainee stands before them. */
export function createOffers(deps: Omit<OffersContext, "offers">) {
  const { kernel } = deps;
  const offers = createOffersStore(kernel.db);
  kernel.delivery.watch(offers as never);
  return {
    store: offers,
    router: offersRouter({ ...deps, offers }),
    countOpen: () => offers.countDocuments({ status: "open" }),
    /** For each competency asked as essential, how many open offers ask for it. */
    async demandFor(competencyIds: readonly string[]): Promise<Map<string, number>> {
      const rows = await offers.aggregate<{ _id: string; count: number }>([
        { $match: { status: "open" } },
        { $unwind: "$essential" },
        { $match: { "essential.competencyId": { $in: competencyIds } } },
        { $group: { _id: "$essential.competencyId", count: { $sum: 1 } } },
      ]);
      return new Map(rows.map((row) => [row._id, row.count]));
    },
  };
}
