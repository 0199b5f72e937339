import { isOrganisationActive } from "@acquis/shared/accounts/accounts.policy.ts";
import { canReadCollected } from "@acquis/shared/badges/collection.policy.ts";
import type { CollectedBadge } from "@acquis/shared/badges/collection.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import { readFile } from "./badge-files.ts";
import { presentBadges, presentShown } from "./collection.presenter.ts";
import type { CollectedBadgeDocument } from "./collection.store.ts";
import type { CollectionContext } from "./collection-context.ts";

/** Every badge of somebody, the latest first; those removed are going. */
export async function badgesOf(
  { store }: Pick<CollectionContext, "store">,
  traineeId: string,
): Promise<CollectedBadgeDocument[]> {
  const badges = await store.badges
    .find({ traineeId })
    .sort({ addedOn: -1, _id: 1 })
    .lean<CollectedBadgeDocument[]>();
  return badges.filter(({ removed }) => !removed);
}

export async function readCollection(context: CollectionContext, actor: SignedIn): Promise<CollectedBadge[]> {
  const badges = await presentBadges(context, await badgesOf(context, actor.accountId));
  // What a silent address has not given yet comes after what can be read.
  return badges.sort((a, b) => Number(a.badge === null) - Number(b.badge === null));
}

/** Errors: organisation_not_approved; trainee_not_followed, the same for somebody who does not exist. */
export async function readShown(
  context: CollectionContext,
  actor: SignedIn,
  traineeId: string,
): Promise<CollectedBadge[]> {
  if (!isOrganisationActive(actor, actor.organisationStatus))
    throw new DomainError("organisation_not_approved");
  if (!(await context.training.follows(actor, traineeId)))
    throw new DomainError("trainee_not_followed", { field: "traineeId" });
  const shown = (await badgesOf(context, traineeId)).filter((badge) => badge.shown);
  return (await presentBadges(context, shown)).filter(({ canShow }) => canShow).map(presentShown);
}

const EXTENSIONS: Record<string, string> = { "image/png": "png", "image/svg+xml": "svg" };

/** The picture of a badge one may see. Errors: not_found, the same when one may not. */
export async function readPicture(context: CollectionContext, actor: SignedIn, id: string): Promise<File> {
  const badge = await context.store.badges.findById(id).lean<CollectedBadgeDocument>();
  const follows =
    badge !== null &&
    actor.role !== "trainee" &&
    isOrganisationActive(actor, actor.organisationStatus) &&
    (await context.training.follows(actor, badge.traineeId));
  if (!badge || !canReadCollected(actor, { ...badge, removed: badge.removed === true }, follows))
    throw new DomainError("not_found", { field: "id" });
  const file = await readFile(context, badge.imageId);
  const extension = EXTENSIONS[file?.type ?? ""];
  if (!file || !extension) throw new DomainError("not_found", { field: "id" });
  return new File([new Uint8Array(file.bytes)], `badge.${extension}`, { type: file.type });
}
