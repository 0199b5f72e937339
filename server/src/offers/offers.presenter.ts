import type { Asked } from "@acquis/shared/candidates/candidate.schema.ts";
import type { Offer } from "@acquis/shared/offers/offer.schema.ts";
import type { OfferDocument } from "./offers.store.ts";
import type { OffersContext } from "./offers-context.ts";

/** The companies of offers, by id. */
export async function companiesOf({ accounts }: OffersContext, offers: readonly OfferDocument[]) {
  const ids = [...new Set(offers.map((offer) => offer.companyId))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await accounts.organisation(id)] as const)));
}

/** Offers as every role reads them; who wrote them inside the company is nobody's concern. */
export async function presentOffers(context: OffersContext, offers: OfferDocument[]): Promise<Offer[]> {
  const { referential } = context;
  const companies = await companiesOf(context, offers);
  const asked = offers.flatMap((offer) => [...offer.essential, ...offer.useful]);
  const labels = referential.competencies(asked.map((one) => one.competencyId));
  const occupations = referential.occupations(offers.flatMap((offer) => offer.occupationCode ?? []));
  const withLabel = (one: Asked) => ({
    ...one,
    label: labels.get(one.competencyId)?.label ?? one.competencyId,
    labelEn: labels.get(one.competencyId)?.labelEn ?? null,
  });
  const occupationOf = (offer: OfferDocument) =>
    offer.occupationCode ? occupations.get(offer.occupationCode) : undefined;
  return offers.map((offer) => ({
    id: offer._id,
    companyId: offer.companyId,
    companyName: companies.get(offer.companyId)?.name ?? "",
    title: offer.title,
    occupationCode: offer.occupationCode,
    occupationLabel: occupationOf(offer)?.label ?? null,
    occupationLabelEn: occupationOf(offer)?.labelEn ?? null,
    description: offer.description,
    contract: offer.contract,
    place: offer.place,
    neededBy: offer.neededBy,
    essential: offer.essential.map(withLabel),
    useful: offer.useful.map(withLabel),
    status: offer.status,
    publishedOn: offer.publishedOn,
    revision: offer.revision,
  }));
}

export async function presentOffer(context: OffersContext, offer: OfferDocument): Promise<Offer> {
  const [presented] = await presentOffers(context, [offer]);
  return presented as Offer;
}
