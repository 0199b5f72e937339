import type { Actor, OrganisationStatus } from "../accounts/account.schema.ts";
import type { OfferStatus } from "./offer.schema.ts";

export function canManageOffers(actor: Actor, organisation: OrganisationStatus | null): boolean {
  return actor.role === "employer" && organisation === "approved";
}

/** Whether an offer is on show: open, of a company that the Région has not suspended since. */
export function isOnShow(offer: { status: OfferStatus }, company: OrganisationStatus | null): boolean {
  return offer.status === "open" && company === "approved";
}

/** Its company at any time; everybody else while it is on show. Missing and hidden give the same answer. */
export function canReadOffer(
  actor: Actor,
  offer: { companyId: string; status: OfferStatus },
  company: OrganisationStatus | null,
): boolean {
  if (actor.role === "employer") return offer.companyId === actor.organisationId;
  return isOnShow(offer, company);
}

export function canEditOffer(actor: Actor, offer: { companyId: string; status: OfferStatus }): boolean {
  return actor.role === "employer" && offer.companyId === actor.organisationId && offer.status !== "closed";
}
