import { canManageBadge } from "@acquis/shared/badges/badges.policy.ts";
import type { AlignmentInput, LocalBadgeInput } from "@acquis/shared/badges/local-badge.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate, insertAggregate } from "../../platform/database/aggregate.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import { contentHashOf, type Described, type SaidAlignment } from "../described.ts";
import { describeLevel, requireLevel } from "../framework/describe-level.ts";
import { achievementOf, FRAMEWORK_NAME } from "../issuing/credential.ts";
import { addressesUnder } from "../public/addresses.ts";
import { imageKeyOf } from "./local-badges.presenter.ts";
import type { LocalBadgeDocument } from "./local-badges.store.ts";

/** Who acts for an organisation that describes badges. Errors: organisation_not_approved, forbidden. */
export function requireManager(actor: SignedIn, organisationId = actor.organisationId): string {
  if (!organisationId || actor.organisationStatus !== "approved")
    throw new DomainError("organisation_not_approved");
  if (!canManageBadge(actor, actor.organisationStatus, { organisationId }))
    throw new DomainError("not_found");
  return organisationId;
}

async function alignmentsOf(
  context: BadgesContext,
  alignments: readonly AlignmentInput[],
): Promise<SaidAlignment[]> {
  const at = addressesUnder((await context.issuers.region()).origin);
  return Promise.all(
    alignments.map(async ({ metaBadgeId, level, criterionId }, index) => {
      const found = await requireLevel(context, metaBadgeId, level, `alignments.${index}`);
      const { key, name } = describeLevel(found);
      const criteria = found.version.levels.find((one) => one.level === level)?.criteria ?? [];
      const criterion = criteria.find(({ id }) => id === criterionId);
      if (criterionId && !criterion)
        throw new DomainError("unknown_meta_badge", { field: `alignments.${index}.criterionId` });
      return {
        targetName: criterion ? `${name} : ${criterion.text.fr}` : name,
        targetUrl: at.achievement(key),
        targetFramework: FRAMEWORK_NAME,
        ...(criterion ? { targetCode: criterion.id } : {}),
      };
    }),
  );
}

/** The content a badge has now; the versions keep what each content said, the last image and alignments of it. */
export async function withContent(
  context: BadgesContext,
  badge: LocalBadgeDocument,
): Promise<LocalBadgeDocument> {
  const described: Described = {
    key: badge._id,
    name: badge.name,
    description: badge.description,
    criteria: badge.criteria.map(({ text }) => text),
    alignments: await alignmentsOf(context, badge.alignments),
    imageKey: imageKeyOf(badge.image),
  };
  const issuer = await context.issuers.forOrganisation(badge.organisationId);
  const contentHash = contentHashOf(achievementOf(described, issuer));
  const versions = badge.versions.filter((one) => one.contentHash !== contentHash);
  return {
    ...badge,
    achievementId: addressesUnder(issuer.origin).achievement(badge._id),
    contentHash,
    versions: [...versions, { contentHash, described }],
  };
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

export const born = (_id: string, organisationId: string, createdAt: Date): LocalBadgeDocument => ({
  _id,
  organisationId,
  achievementId: "",
  name: "",
  description: "",
  criteria: [],
  alignments: [],
  image: null,
  contentHash: "",
  elsewhere: null,
  versions: [],
  changedOn: "",
  changedBy: "",
  createdAt,
  revision: 1,
  pendingEvents: [],
});
