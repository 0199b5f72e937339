import { canManageBadge } from "@acquis/shared/badges/badges.policy.ts";
import type { LocalBadgeInput } from "@acquis/shared/badges/local-badge.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate, insertAggregate } from "../../platform/database/aggregate.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import { born, withContent } from "./badge-content.ts";
import type { LocalBadgeDocument } from "./local-badges.store.ts";

/** Who acts for an organisation that describes badges. Errors: organisation_not_approved, forbidden. */
export function requireManager(actor: SignedIn, organisationId = actor.organisationId): string {
  if (!organisationId || actor.organisationStatus !== "approved")
    throw new DomainError("organisation_not_approved");
  if (!canManageBadge(actor, actor.organisationStatus, { organisationId }))
    throw new DomainError("not_found");
  return organisationId;
}

/**
 * Describes a badge of one's organisation, or changes it; a recognition of the former content then no longer
 * counts for what is issued next. Errors: organisation_not_approved, unknown_meta_badge, stale_revision,
 * already_exists, wrong_state (described elsewhere), not_found (somebody else's).
 */
export async function saveLocalBadge(
  context: BadgesContext,
  actor: SignedIn,
  input: LocalBadgeInput,
): Promise<LocalBadgeDocument> {
  const organisationId = requireManager(actor);
  const { kernel, localBadges } = context;
  const known = await localBadges.findById(input.id).lean<LocalBadgeDocument>();
  if (known) requireManager(actor, known.organisationId);
  if (known?.elsewhere) throw new DomainError("wrong_state");
  const { name, description, criteria, alignments } = input;
  const image = input.image.kind === "motif" ? { motif: input.image.motif } : (known?.image ?? null);
  const next = await withContent(context, {
    ...(known ?? born(input.id, organisationId, kernel.clock.now())),
    name,
    description,
    criteria,
    alignments,
    image,
    changedOn: kernel.clock.today(),
    changedBy: actor.accountId,
  });
  if (known) return change(context, next, input.revision, actor);
  if (input.revision !== 0) throw new DomainError("not_found");
  const { revision: _revision, pendingEvents: _events, ...document } = next;
  if (await insertAggregate<LocalBadgeDocument>(localBadges, document)) return next;
  return saveLocalBadge(context, actor, input);
}

function change(
  { kernel, localBadges }: BadgesContext,
  next: LocalBadgeDocument,
  revision: number,
  actor: SignedIn,
): Promise<LocalBadgeDocument> {
  const said = ({ name, description, criteria, alignments, image }: LocalBadgeDocument) =>
    JSON.stringify([name, description, criteria, alignments, image]);
  return changeAggregate(localBadges, next._id, (current) => {
    if (said(current) === said(next)) return null;
    if (revision === 0) throw new DomainError("already_exists", { field: "id" });
    if (current.revision !== revision) throw new DomainError("stale_revision");
    const data = { localBadgeId: next._id, by: actor.accountId };
    const events =
      current.contentHash === next.contentHash
        ? []
        : [{ id: kernel.newId(), type: "localBadge.changed", data, at: kernel.clock.now() }];
    return { next, events };
  });
}
