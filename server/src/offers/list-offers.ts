import { canReadOffer } from "@acquis/shared/offers/offers.policy.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { SignedIn } from "../platform/http/api.ts";
import type { OfferDocument } from "./offers.store.ts";
import type { OffersContext } from "./offers-context.ts";

const MAX_OWN_OFFERS = 200;

interface OwnOffer {
  offer: OfferDocument;
  /** Null while the search cannot tell: nobody and unknown are not the same news. */
  found: number | null;
  allReady: number | null;
}

/** A company's offers, newest first, with whom each finds today. */
export async function listOwnOffers(context: OffersContext, actor: SignedIn): Promise<OwnOffer[]> {
  if (!actor.organisationId) return [];
  const offers = await context.offers
    .find({ companyId: actor.organisationId })
    .sort({ createdAt: -1 })
    .limit(MAX_OWN_OFFERS)
    .lean<OfferDocument[]>();
  return Promise.all(
    offers.map(async (offer) => {
      const nobody = { found: 0, allReady: 0 };
      if (offer.status === "closed" || actor.organisationStatus !== "approved") return { offer, ...nobody };
      const counted = await context.candidates.countFor(context.candidates.queryFor(offer));
      return { offer, ...(counted ?? { found: null, allReady: null }) };
    }),
  );
}

/** Errors: not_found, also for what the actor may not read. */
export async function readOffer(context: OffersContext, actor: SignedIn, id: string): Promise<OfferDocument> {
  const offer = await context.offers.findById(id).lean<OfferDocument>();
  const company = offer && (await context.accounts.organisation(offer.companyId));
  if (!offer || !canReadOffer(actor, offer, company?.status ?? null)) throw new DomainError("not_found");
  return offer;
}

/** What the database calls on show: open, and not of a company suspended since. */
export async function onShow({ accounts }: Pick<OffersContext, "accounts">) {
  const suspended = await accounts.suspendedCompanies();
  return { status: "open" as const, ...(suspended.length > 0 ? { companyId: { $nin: suspended } } : {}) };
}

export async function listOpenOffers(
  context: OffersContext,
  filter: { occupation?: string | undefined; page: number; pageSize: number },
): Promise<{ total: number; offers: OfferDocument[] }> {
  const where = {
    ...(await onShow(context)),
    ...(filter.occupation ? { occupationCode: filter.occupation } : {}),
  };
  const [total, offers] = await Promise.all([
    context.offers.countDocuments(where),
    context.offers
      .find(where)
      .sort({ publishedOn: -1, _id: 1 })
      .skip((filter.page - 1) * filter.pageSize)
      .limit(filter.pageSize)
      .lean<OfferDocument[]>(),
  ]);
  return { total, offers };
}
