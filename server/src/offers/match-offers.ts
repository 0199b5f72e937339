import { distanceKm } from "@acquis/shared/candidates/distance.rules.ts";
import { judge } from "@acquis/shared/candidates/ranking.rules.ts";
import type { OfferMatch } from "@acquis/shared/offers/offer.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { ContractKind } from "@acquis/shared/portfolio/portfolio.schema.ts";
import type { JudgedPerson } from "../candidates/index.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { presentOffers } from "./offers.presenter.ts";
import type { OfferDocument } from "./offers.store.ts";
import type { OffersContext } from "./offers-context.ts";

export interface MatchFilter {
  contract?: ContractKind | undefined;
  occupation?: string | undefined;
  maxDistanceKm?: number | undefined;
  neededBefore?: string | undefined;
  page: number;
  pageSize: number;
}

interface Seen {
  offer: OfferDocument;
  order: number[];
  distance: number | null;
}

/**
 * Open offers for one trainee, by the same counts seen from the other side: share of the essential ready,
 * then proven, close, useful, then distance, newest, id.
 */
export async function matchOffers(
  context: OffersContext,
  actor: SignedIn,
  filter: MatchFilter,
): Promise<{ total: number; matches: OfferMatch[] }> {
  const self = await context.candidates.profileOf(actor.accountId);
  const { profile } = self;
  const open = await context.offers
    .find({
      status: "open",
      ...(filter.contract ? { contract: filter.contract } : {}),
      ...(filter.occupation ? { occupationCode: filter.occupation } : {}),
      ...(filter.neededBefore ? { neededBy: { $lte: filter.neededBefore } } : {}),
    })
    .sort({ publishedOn: -1, _id: 1 })
    .lean<OfferDocument[]>();
  const seen: Seen[] = [];
  for (const offer of open) {
    const distance = profile.place ? distanceKm(profile.place, offer.place) : null;
    if (filter.maxDistanceKm !== undefined && (distance === null || distance > filter.maxDistanceKm))
      continue;
    const { counts } = judge(profile, context.candidates.queryFor(offer));
    const asked = offer.essential.length;
    seen.push({
      offer,
      distance,
      order: [
        counts.ready / asked,
        counts.proven / asked,
        counts.close / asked,
        counts.useful,
        -Math.floor((distance ?? 1e6) / 10),
      ],
    });
  }
  seen.sort((a, b) => compareOrder(b.order, a.order));
  const start = (filter.page - 1) * filter.pageSize;
  return {
    total: seen.length,
    matches: await explain(context, self, seen.slice(start, start + filter.pageSize)),
  };
}

/** One offer with one's own verdicts. Errors: not_found when it is not open. */
export async function matchOffer(context: OffersContext, actor: SignedIn, id: string): Promise<OfferMatch> {
  const offer = await context.offers.findById(id).lean<OfferDocument>();
  if (offer?.status !== "open") throw new DomainError("not_found");
  const self = await context.candidates.profileOf(actor.accountId);
  const distance = self.profile.place ? distanceKm(self.profile.place, offer.place) : null;
  const [match] = await explain(context, self, [{ offer, order: [], distance }]);
  return match as OfferMatch;
}

function compareOrder(a: number[], b: number[]): number {
  for (let index = 0; index < a.length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

async function explain(context: OffersContext, self: JudgedPerson, seen: Seen[]): Promise<OfferMatch[]> {
  const presented = await presentOffers(
    context,
    seen.map((one) => one.offer),
  );
  return seen.flatMap(({ offer, distance }, index) => {
    const shown = presented[index];
    if (!shown) return [];
    const query = context.candidates.queryFor(offer);
    const judgement = judge(self.profile, query);
    return {
      offer: shown,
      counts: judgement.counts,
      ...context.candidates.explain(self, query, judgement),
      distanceKm: distance === null ? null : Math.round(distance),
    };
  });
}
