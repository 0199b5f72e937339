import { projectOffer } from "@acquis/search-config/offers/project-offer.ts";
import { isOnShow } from "@acquis/shared/offers/offers.policy.ts";
import { keepIndex } from "../platform/search/keep-index.ts";
import type { OfferEngine } from "./offer-engine.ts";
import type { OfferDocument } from "./offers.store.ts";
import type { OffersContext } from "./offers-context.ts";

export type Projecting = Pick<OffersContext, "referential"> & {
  accounts: Pick<OffersContext["accounts"], "organisation">;
};

/** The profile of a stored offer with the words of all it names, in French and in English; null when not on show. */
export async function projectStoredOffer({ accounts, referential }: Projecting, offer: OfferDocument) {
  const ids = [...offer.essential, ...offer.useful].map((one) => one.competencyId);
  const competencies = [...referential.competencies(ids).values()];
  const occupation = offer.occupationCode
    ? referential.occupations([offer.occupationCode]).get(offer.occupationCode)
    : undefined;
  const company = offer.status === "open" ? await accounts.organisation(offer.companyId) : null;
  if (!isOnShow(offer, company?.status ?? null)) return null;
  return projectOffer(
    { ...offer, id: offer._id },
    [company?.name, ...[occupation, ...competencies].flatMap((one) => [one?.label, one?.labelEn])],
    referential.familyOf,
  );
}

/** Keeps the engine equal to the open offers. */
export function createOfferIndexer(
  context: Pick<OffersContext, "kernel" | "offers" | "accounts" | "referential">,
  engine: OfferEngine,
) {
  return keepIndex({
    index: "offers",
    kernel: context.kernel,
    model: context.offers,
    project: (offer) => projectStoredOffer(context, offer),
    engine,
  });
}
