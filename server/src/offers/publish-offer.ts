import { canEditOffer, canManageOffers } from "@acquis/shared/offers/offers.policy.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate } from "../platform/database/aggregate.ts";
import type { SignedIn } from "../platform/http/api.ts";
import type { OfferDocument } from "./offers.store.ts";
import type { OffersContext } from "./offers-context.ts";

/** Shows an offer to trainees. Twice is once. Errors: organisation_not_approved, not_found, wrong_state when closed. */
export function publishOffer(context: OffersContext, actor: SignedIn, id: string): Promise<OfferDocument> {
  return changeOwnOffer(context, actor, id, (current) => {
    if (current.status === "open") return null;
    if (!canEditOffer(actor, current)) throw new DomainError("wrong_state");
    return { next: { ...current, status: "open", publishedOn: context.kernel.clock.today() } };
  });
}

/** Takes an offer away for good. Twice is once. Errors: organisation_not_approved, not_found. */
export function closeOffer(context: OffersContext, actor: SignedIn, id: string): Promise<OfferDocument> {
  return changeOwnOffer(context, actor, id, (current) =>
    current.status === "closed" ? null : { next: { ...current, status: "closed" } },
  );
}

async function changeOwnOffer(
  context: OffersContext,
  actor: SignedIn,
  id: string,
  change: (current: OfferDocument) => { next: OfferDocument } | null,
): Promise<OfferDocument> {
  if (!canManageOffers(actor, actor.organisationStatus)) throw new DomainError("organisation_not_approved");
  const changed = await changeAggregate(context.offers, id, (current) => {
    if (current.companyId !== actor.organisationId) throw new DomainError("not_found");
    const changing = change(current);
    return changing && { next: { ...changing.next, indexPending: true as const } };
  });
  await context.indexSoon();
  return changed;
}
