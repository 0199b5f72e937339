import type { Actor, OrganisationStatus } from "../accounts/account.schema.ts";
import type { OfferStatus } from "./offer.schema.ts";

export function canManageOffers(actor: Actor, organisation: OrganisationStatus | null): boolean {
  return actor.role === "employer" && organisation === "approved";
}

/** Its company at any time; everybody else while it is open. Missing and hidden give the same answer. */
export function canReadOffer(actor: Actor, offer: { companyId: string; status: OfferStatus }): boolean {
  if (actor.role === "employer") return offer.companyId === actor.organisationId;
  return offer.status === "open";
}

export function canEditOffer(actor: Actor, offer: { companyId: string; status: OfferStatus }): boolean {
  return actor.role === "employer" && offer.companyId === actor.organisationId && offer.status !== "closed";
}
