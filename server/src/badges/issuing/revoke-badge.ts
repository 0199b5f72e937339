import { canRevokeBadge } from "@acquis/shared/badges/badges.policy.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate } from "../../platform/database/aggregate.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import type { IssuedDocument } from "./issued.store.ts";

/** Revokes, once. The list says so first: after a crash in between, the command sent again does the rest. */
export async function revokeIssued(
  context: BadgesContext,
  id: string,
  by: string,
  reason: string,
): Promise<IssuedDocument> {
  const { issued, kernel, statusEntries } = context;
  const known = await issued.findById(id).lean<IssuedDocument>();
  if (!known) throw new DomainError("not_found");
  await statusEntries.revoke(known.statusEntry);
  return changeAggregate(issued, id, (current) => {
    if (current.revoked) return null;
    const { heldKey: _heldKey, ...kept } = current;
    const at = kernel.clock.now();
    const data = { badgeId: id, traineeId: current.traineeId };
    return {
      next: { ...kept, revoked: { on: kernel.clock.today(), at, by, reason } },
      events: [{ id: `${id}-revoked`, type: "badge.revoked", data, at }],
    };
  });
}

/** Errors: not_found, also for what the actor may not revoke; organisation_not_approved. */
export async function revokeBadge(
  context: BadgesContext,
  actor: SignedIn,
  { id, reason }: { id: string; reason: string },
): Promise<IssuedDocument> {
  if (actor.organisationStatus !== "approved") throw new DomainError("organisation_not_approved");
  const known = await context.issued.findById(id).lean<IssuedDocument>();
  if (!known || !canRevokeBadge(actor, actor.organisationStatus, factsOf(actor, known)))
    throw new DomainError("not_found");
  return revokeIssued(context, id, actor.accountId, reason);
}

/** What the Région issued is any steward's: they sign as one. */
function factsOf(
  actor: SignedIn,
  { organisationId, issuedBy, issuerId }: IssuedDocument,
): { organisationId: string; issuedBy: string | null } {
  const asRegion = actor.role === "steward" && issuerId === "region";
  return { organisationId: asRegion ? (actor.organisationId ?? "") : organisationId, issuedBy };
}
