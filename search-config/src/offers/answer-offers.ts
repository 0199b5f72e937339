import type { CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { distanceKm } from "@acquis/shared/candidates/distance.rules.ts";
import { judge } from "@acquis/shared/candidates/ranking.rules.ts";
import type { PublishedSince } from "@acquis/shared/offers/offer.schema.ts";
import { compareOfferRanked, type OfferRanked, offerKeys } from "@acquis/shared/offers/offer-order.rules.ts";
import { addDays, monthOf } from "@acquis/shared/platform/dates.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import { bucketsOf } from "../candidates/facets.ts";
import type { OfferAnswer, OfferFacets, OfferProfile, OfferQuery } from "./offer-profile.ts";
import { answersText, piecesOf } from "./offer-text.ts";

/** Days back of each period of publication. */
export const PERIOD_DAYS: Record<PublishedSince, number> = { day: 1, week: 7, month: 31 };

/** The first day of a period that ends today. */
export function firstDayOf(period: PublishedSince, today: Day): Day {
  return addDays(today, -PERIOD_DAYS[period]);
}

/** The narrowest period that holds a day. */
export function periodOf(publishedOn: Day, today: Day): PublishedSince | "older" {
  for (const period of ["day", "week", "month"] as const)
    if (publishedOn >= firstDayOf(period, today)) return period;
  return "older";
}

/** What an offer asks, as the rule of candidates is asked. */
export function questionOf(offer: OfferProfile, today: Day): CandidateQuery {
  const { essential, useful, place, neededBy } = offer;
  return { essential, useful, place, neededBy: monthOf(neededBy), today };
}

/** Whether an offer passes the filters of a query; filters never order. */
export function offerFilter(query: OfferQuery): (offer: OfferProfile) => boolean {
  const pieces = query.text ? piecesOf(query.text) : [];
  const { near, maxDistanceKm, publishedSince } = query;
  const listed = <T>(values: readonly T[] | undefined, value: T | null) =>
    !values?.length || (value !== null && values.includes(value));
  return (offer) =>
    listed(query.contracts, offer.contract) &&
    listed(query.areas, offer.place.area) &&
    listed(query.occupations, offer.occupation) &&
    (!query.neededBefore || offer.neededBy <= query.neededBefore) &&
    (!publishedSince || offer.publishedOn >= firstDayOf(publishedSince, query.today)) &&
    (maxDistanceKm === undefined || (near !== null && distanceKm(near, offer.place) <= maxDistanceKm)) &&
    answersText(offer.words, pieces);
}

/** The offers in the order asked. */
export function orderOffers(offers: readonly OfferProfile[], query: OfferQuery): OfferProfile[] {
  const ranked = offers.map((offer): { offer: OfferProfile; ranked: OfferRanked } => {
    const km = query.near ? distanceKm(query.near, offer.place) : null;
    const counts = query.sort === "match" ? judge(query.person, questionOf(offer, query.today)).counts : null;
    const keys = offerKeys(query.sort, counts, offer.essential.length, km);
    return { offer, ranked: { keys, publishedOn: offer.publishedOn, id: offer.id } };
  });
  return ranked.sort((a, b) => compareOfferRanked(a.ranked, b.ranked)).map(({ offer }) => offer);
}

/** How many of the offers there are by value. */
export function offerFacets(offers: readonly OfferProfile[], today: Day): OfferFacets {
  const count = (read: (offer: OfferProfile) => string | null) => {
    const counts = new Map<string, number>();
    for (const offer of offers) {
      const value = read(offer);
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return bucketsOf(counts);
  };
  return {
    contracts: count((offer) => offer.contract),
    areas: count((offer) => offer.place.area),
    occupations: count((offer) => offer.occupation),
    published: count((offer) => periodOf(offer.publishedOn, today)),
  };
}

/** The answer every engine must give, by looking at every open offer. */
export function answerOffers(
  offers: Iterable<OfferProfile>,
  query: OfferQuery,
  page: number,
  pageSize: number,
): OfferAnswer {
  const found = [...offers].filter(offerFilter(query));
  return {
    total: found.length,
    ids: orderOffers(found, query)
      .slice((page - 1) * pageSize, page * pageSize)
      .map((offer) => offer.id),
    facets: offerFacets(found, query.today),
  };
}
