import type { offerInputSchema } from "@acquis/shared/offers/offer.schema.ts";
import { canEditOffer, canManageOffers } from "@acquis/shared/offers/offers.policy.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { z } from "zod";
import { changeAggregate, insertAggregate } from "../platform/database/aggregate.ts";
import type { SignedIn } from "../platform/http/api.ts";
import type { OfferDocument } from "./offers.store.ts";
import type { OffersContext } from "./offers-context.ts";

/**
 * Creates an offer (revision 0) or changes it. Errors: organisation_not_approved, unknown_competency,
 * unknown_occupation, unknown_place, stale_revision, not_found when it is another company's.
 */
export async function saveOffer(
  context: OffersContext,
  actor: SignedIn,
  input: z.output<typeof offerInputSchema>,
): Promise<OfferDocument> {
  const { kernel, offers, referential } = context;
  if (!actor.organisationId || !canManageOffers(actor, actor.organisationStatus))
    throw new DomainError("organisation_not_approved");
  refuseAskedTwice(input);
  referential.requireCompetencies(
    input.essential.map((one) => one.competencyId),
    "essential",
  );
  referential.requireCompetencies(
    input.useful.map((one) => one.competencyId),
    "useful",
  );
  if (input.occupationCode) referential.requireOccupation(input.occupationCode, "occupationCode");
  const fields = {
    title: input.title,
    occupationCode: input.occupationCode,
    description: input.description,
    contract: input.contract,
    place: referential.requirePlace(input.insee, "insee"),
    neededBy: input.neededBy,
    essential: input.essential,
    useful: input.useful,
  };
  if (input.revision === 0) {
    const created = {
      _id: input.id,
      companyId: actor.organisationId,
      createdBy: actor.accountId,
      ...fields,
      status: "draft" as const,
      publishedOn: null,
      createdAt: kernel.clock.now(),
      indexPending: true as const,
    };
    if (await insertAggregate<OfferDocument>(offers, created))
      return { ...created, revision: 1, pendingEvents: [] };
  }
  const saved = await changeAggregate(offers, input.id, (current) => {
    if (!canEditOffer(actor, current)) throw new DomainError("not_found");
    if (isSame(current, fields)) return null;
    if (current.revision !== input.revision) throw new DomainError("stale_revision");
    return { next: { ...current, ...fields, indexPending: true as const } };
  });
  if (saved.status === "open") await context.indexSoon();
  return saved;
}

function isSame(current: OfferDocument, fields: object): boolean {
  return Object.entries(fields).every(
    ([key, value]) => JSON.stringify(current[key as keyof OfferDocument]) === JSON.stringify(value),
  );
}

function refuseAskedTwice(input: z.output<typeof offerInputSchema>): void {
  const seen = new Set<string>();
  for (const list of ["essential", "useful"] as const)
    input[list].forEach((one, index) => {
      if (seen.has(one.competencyId))
        throw new DomainError("invalid_input", {
          field: `${list}.${index}.competencyId`,
          fields: [{ path: `${list}.${index}.competencyId`, rule: "asked_twice" }],
        });
      seen.add(one.competencyId);
    });
}
