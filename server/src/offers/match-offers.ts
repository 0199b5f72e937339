import type { OfferAnswer, OfferQuery } from "@acquis/search-config/offers/offer-profile.ts";
import { distanceKm } from "@acquis/shared/candidates/distance.rules.ts";
import { judge } from "@acquis/shared/candidates/ranking.rules.ts";
import type { OfferFacets, OfferMatch } from "@acquis/shared/offers/offer.schema.ts";
import type { matchesInputSchema } from "@acquis/shared/offers/offers.contract.ts";
import { isOnShow } from "@acquis/shared/offers/offers.policy.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { z } from "zod";
import type { JudgedPerson } from "../candidates/index.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { companiesOf, presentOffers } from "./offers.presenter.ts";
import type { OfferDocument } from "./offers.store.ts";
import type { OffersContext } from "./offers-context.ts";
import { highlighter } from "./present-highlights.ts";

type Near = OfferQuery["near"];

/**
 * Open offers for one trainee, by the same counts seen from the other side (offer-order.rules), or by date, or by
 * distance from a place, their own by default. Errors: not_found, unknown_place, search_unavailable.
 */
export async function matchOffers(
  context: OffersContext,
  actor: SignedIn,
  input: z.output<typeof matchesInputSchema>,
  signal?: AbortSignal,
): Promise<{ total: number; matches: OfferMatch[]; facets: OfferFacets }> {
  const { engine, referential, kernel } = context;
  const self = await context.candidates.profileOf(actor.accountId);
  const near = input.insee ? referential.requirePlace(input.insee, "insee") : self.profile.place;
  context.requireReady();
  const query: OfferQuery = {
    text: input.q,
    contracts: input.contract && [input.contract],
    areas: input.area ? [input.area] : undefined,
    occupations: input.occupation ? [input.occupation] : undefined,
    neededBefore: input.neededBefore,
    publishedSince: input.publishedSince,
    near,
    maxDistanceKm: input.maxDistanceKm,
    sort: input.sort,
    person: self.profile,
    today: kernel.clock.today(),
  };
  const answer = await engine.search(query, input.page, input.pageSize, signal);
  const stored = await context.offers.find({ _id: { $in: answer.ids } }).lean<OfferDocument[]>();
  const found = new Map(stored.map((offer) => [offer._id, offer]));
  const companies = await companiesOf(context, stored);
  // One may have closed, or been suspended, since the index was written: what is kept decides.
  const shown = answer.ids.flatMap((id) => {
    const offer = found.get(id);
    return offer && isOnShow(offer, companies.get(offer.companyId)?.status ?? null) ? [offer] : [];
  });
  return {
    total: answer.total,
    matches: await explain(context, self, shown, near, input.q),
    facets: labelled(context, answer.facets),
  };
}

/** One offer with one's own verdicts. Errors: not_found when it is not on show. */
export async function matchOffer(context: OffersContext, actor: SignedIn, id: string): Promise<OfferMatch> {
  const offer = await context.offers.findById(id).lean<OfferDocument>();
  const company = offer && (await context.accounts.organisation(offer.companyId));
  if (!offer || !isOnShow(offer, company?.status ?? null)) throw new DomainError("not_found");
  const self = await context.candidates.profileOf(actor.accountId);
  const [match] = await explain(context, self, [offer], self.profile.place);
  return match as OfferMatch;
}

function labelled({ referential }: OffersContext, facets: OfferAnswer["facets"]): OfferFacets {
  const occupations = referential.occupations(facets.occupations.map((bucket) => bucket.value));
  const plain = (buckets: OfferAnswer["facets"]["areas"]) =>
    buckets.map((bucket) => ({ ...bucket, label: bucket.value }));
  return {
    contracts: plain(facets.contracts),
    areas: facets.areas.map((bucket) => ({ ...bucket, label: referential.areaLabel(bucket.value) })),
    occupations: facets.occupations.map((bucket) => ({
      ...bucket,
      label: occupations.get(bucket.value)?.label ?? bucket.value,
      labelEn: occupations.get(bucket.value)?.labelEn ?? null,
    })),
    published: plain(facets.published),
  };
}

async function explain(
  context: OffersContext,
  self: JudgedPerson,
  offers: OfferDocument[],
  near: Near,
  text?: string,
): Promise<OfferMatch[]> {
  const highlight = text ? highlighter(text) : null;
  const presented = await presentOffers(context, offers);
  return presented.flatMap((shown, index) => {
    const offer = offers[index];
    if (!offer) return [];
    const query = context.candidates.queryFor(offer);
    const judgement = judge(self.profile, query);
    return {
      offer: shown,
      counts: judgement.counts,
      ...context.candidates.explain(self, query, judgement),
      distanceKm: near ? Math.round(distanceKm(near, offer.place)) : null,
      highlights: highlight ? highlight(shown) : null,
    };
  });
}
