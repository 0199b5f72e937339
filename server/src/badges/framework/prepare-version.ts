import type { MetaBadgeDraftInput } from "@acquis/shared/badges/framework.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { requireActive } from "../../accounts/index.ts";
import { changeAggregate, insertAggregate } from "../../platform/database/aggregate.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import type { MetaBadgeDocument } from "./framework.store.ts";

type Writing = Pick<BadgesContext, "kernel" | "metaBadges" | "referential">;

/** After the ones of the start. */
const LAST = 1_000;

/**
 * The Région prepares a meta-badge, or its next version. Errors: organisation_not_approved, unknown_competency,
 * stale_revision, already_exists (a new one under a known id), wrong_state (retired).
 */
export async function saveDraft(
  context: Writing,
  actor: SignedIn,
  { id, content, revision }: MetaBadgeDraftInput,
): Promise<MetaBadgeDocument> {
  requireActive(actor);
  context.referential.requireCompetencies(content.competencyIds, "content.competencyIds");
  if (revision === 0) {
    const added = await insertAggregate<MetaBadgeDocument>(context.metaBadges, {
      _id: id,
      versions: [],
      draft: content,
      retired: null,
      order: LAST,
    });
    const found = await readMetaBadge(context, id);
    // Sent twice, it is the same draft.
    if (!added && JSON.stringify(found.draft) !== JSON.stringify(content))
      throw new DomainError("already_exists", { field: "id" });
    return found;
  }
  return changeAggregate(context.metaBadges, id, (current) => {
    if (current.retired) throw new DomainError("wrong_state");
    if (current.revision !== revision) throw new DomainError("stale_revision");
    return { next: { ...current, draft: content } };
  });
}

/** Gives up what was being prepared; answers null when nothing of it is left. */
export async function dropDraft(
  { metaBadges }: Writing,
  actor: SignedIn,
  id: string,
): Promise<MetaBadgeDocument | null> {
  requireActive(actor);
  const { deletedCount } = await metaBadges.deleteOne({ _id: id, versions: { $size: 0 } });
  if (deletedCount > 0) return null;
  return changeAggregate(metaBadges, id, (current) =>
    current.draft === null ? null : { next: { ...current, draft: null } },
  );
}

/** Errors: not_found. */
export async function readMetaBadge(
  { metaBadges }: Pick<BadgesContext, "metaBadges">,
  id: string,
): Promise<MetaBadgeDocument> {
  const found = await metaBadges.findById(id).lean<MetaBadgeDocument>();
  if (!found) throw new DomainError("not_found");
  return found;
}
