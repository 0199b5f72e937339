import type { OrganisationKind, OrganisationStatus } from "@acquis/shared/accounts/account.schema.ts";
import { changeAggregate, insertAggregate } from "../platform/database/aggregate.ts";
import type { OrganisationDocument } from "./accounts.store.ts";
import type { AccountsContext } from "./accounts-context.ts";

const MAX_LISTED = 500;

function escapeForRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Organisations, those waiting for a decision first, then by name; with how many people each has. */
export async function listOrganisations(
  context: AccountsContext,
  filter: {
    kind?: OrganisationKind | undefined;
    status?: OrganisationStatus | undefined;
    search?: string | undefined;
  },
): Promise<{ organisation: OrganisationDocument; members: number }[]> {
  const { store } = context;
  const found = await store.organisations
    .find({
      ...(filter.kind ? { kind: filter.kind } : {}),
      ...(filter.status ? { status: filter.status } : {}),
      ...(filter.search ? { name: { $regex: escapeForRegex(filter.search), $options: "i" } } : {}),
    })
    .sort({ name: 1 })
    .limit(MAX_LISTED)
    .lean<OrganisationDocument[]>();
  const members = new Map<string, number>();
  const counted = await store.accounts.aggregate<{ _id: string; count: number }>([
    { $match: { organisationId: { $in: found.map((one) => one._id) } } },
    { $group: { _id: "$organisationId", count: { $sum: 1 } } },
  ]);
  for (const row of counted) members.set(row._id, row.count);
  return found
    .map((organisation) => ({ organisation, members: members.get(organisation._id) ?? 0 }))
    .sort(
      (a, b) => Number(b.organisation.status === "pending") - Number(a.organisation.status === "pending"),
    );
}

/** Added by the Région, so approved at once; the same id twice is the same organisation. */
export async function createOrganisation(
  context: AccountsContext,
  input: {
    id: string;
    kind: OrganisationKind;
    name: string;
    siret?: string | undefined;
    insee?: string | undefined;
  },
): Promise<OrganisationDocument> {
  const document = {
    _id: input.id,
    kind: input.kind,
    name: input.name,
    siret: input.siret ?? null,
    place: input.insee ? context.places.requirePlace(input.insee, "insee") : null,
    status: "approved" as const,
    statusReason: null,
    createdOn: context.kernel.clock.today(),
  };
  await insertAggregate(context.store.organisations, document);
  return { ...document, revision: 1, pendingEvents: [] };
}

/** Errors: not_found. Deciding the same twice changes nothing and tells nobody twice. */
export async function decideOrganisation(
  context: AccountsContext,
  input: { id: string; decision: "approved" | "suspended"; reason: string },
): Promise<OrganisationDocument> {
  const { kernel, store, organisations } = context;
  const decided = await changeAggregate(store.organisations, input.id, (current) =>
    current.status === input.decision
      ? null
      : {
          next: { ...current, status: input.decision, statusReason: input.reason || null },
          events: [
            {
              id: kernel.newId(),
              type: "organisation.decided",
              at: kernel.clock.now(),
              data: { organisationId: input.id, decision: input.decision, reason: input.reason },
            },
          ],
        },
  );
  organisations.forget(input.id);
  kernel.delivery.nudge();
  return decided;
}
