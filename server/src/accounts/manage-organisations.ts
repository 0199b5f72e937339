import type { Actor, OrganisationKind, OrganisationStatus } from "@acquis/shared/accounts/account.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate, insertAggregate } from "../platform/database/aggregate.ts";
import type { OrganisationDocument } from "./accounts.store.ts";
import type { AccountsContext } from "./accounts-context.ts";

const MAX_LISTED = 500;

function escapeForRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Organisations, those waiting for a decision first, then by name, 500 at most; with how many people each has. */
export async function listOrganisations(
  context: AccountsContext,
  filter: {
    kind?: OrganisationKind | undefined;
    status?: OrganisationStatus | undefined;
    search?: string | undefined;
  },
): Promise<{ organisation: OrganisationDocument; members: number }[]> {
  const { store } = context;
  const where = {
    ...(filter.kind ? { kind: filter.kind } : {}),
    ...(filter.search ? { name: { $regex: escapeForRegex(filter.search), $options: "i" } } : {}),
  };
  const list = (status: object, limit: number) =>
    store.organisations
      .find({ ...where, status } as typeof where)
      .sort({ name: 1, _id: 1 })
      .limit(limit)
      .lean<OrganisationDocument[]>();
  const isAsked = (status: OrganisationStatus) => !filter.status || filter.status === status;
  const found = isAsked("pending") ? await list({ $eq: "pending" }, MAX_LISTED) : [];
  if (found.length < MAX_LISTED)
    found.push(
      ...(await list(
        { $in: (["approved", "suspended"] as const).filter(isAsked) },
        MAX_LISTED - found.length,
      )),
    );
  const members = new Map<string, number>();
  const counted = await store.accounts.aggregate<{ _id: string; count: number }>([
    { $match: { organisationId: { $in: found.map((one) => one._id) } } },
    { $group: { _id: "$organisationId", count: { $sum: 1 } } },
  ]);
  for (const row of counted) members.set(row._id, row.count);
  return found.map((organisation) => ({ organisation, members: members.get(organisation._id) ?? 0 }));
}

/** Added by the Région, so approved at once; sent twice, it is one. Errors: already_exists for another of that id. */
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
  if (await insertAggregate(context.store.organisations, document))
    return { ...document, revision: 1, pendingEvents: [] };
  const stored = await context.store.organisations.findById(input.id).lean<OrganisationDocument>();
  if (stored?.kind !== document.kind || stored.name !== document.name || stored.siret !== document.siret)
    throw new DomainError("already_exists", { field: "id" });
  return stored;
}

/**
 * Deciding the same twice changes nothing and tells nobody twice. Errors: not_found; wrong_state for one's own
 * organisation, which would leave nobody to undo it.
 */
export async function decideOrganisation(
  context: AccountsContext,
  actor: Actor,
  input: { id: string; decision: "approved" | "suspended"; reason: string },
): Promise<OrganisationDocument> {
  const { kernel, store, organisations } = context;
  if (input.id === actor.organisationId) throw new DomainError("wrong_state", { field: "id" });
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
