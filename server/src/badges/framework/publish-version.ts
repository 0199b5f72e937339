import { DomainError } from "@acquis/shared/platform/errors.ts";
import { requireActive } from "../../accounts/index.ts";
import { changeAggregate } from "../../platform/database/aggregate.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import type { MetaBadgeDocument } from "./framework.store.ts";

type Writing = Pick<BadgesContext, "kernel" | "metaBadges">;

/**
 * The draft becomes a version, frozen from then on: badges and recognitions name it for ever. Published twice,
 * it is published once. Errors: not_found, organisation_not_approved, stale_revision, wrong_state (no draft).
 */
export function publishVersion(
  { kernel, metaBadges }: Writing,
  actor: SignedIn,
  { id, revision }: { id: string; revision: number },
): Promise<MetaBadgeDocument> {
  requireActive(actor);
  return changeAggregate(metaBadges, id, (current) => {
    if (current.retired) throw new DomainError("wrong_state");
    if (!current.draft) {
      if (current.versions.length > 0 && current.revision === revision + 1) return null;
      throw new DomainError("wrong_state");
    }
    if (current.revision !== revision) throw new DomainError("stale_revision");
    const version = {
      ...current.draft,
      version: current.versions.length + 1,
      publishedOn: kernel.clock.today(),
    };
    return { next: { ...current, versions: [...current.versions, version], draft: null } };
  });
}

/** No longer issued nor recognised; what was given stands. Errors: not_found, wrong_state (never published). */
export function retireMetaBadge(
  { kernel, metaBadges }: Writing,
  actor: SignedIn,
  { id, reason }: { id: string; reason: string },
): Promise<MetaBadgeDocument> {
  requireActive(actor);
  return changeAggregate(metaBadges, id, (current) => {
    if (current.retired) return null;
    if (current.versions.length === 0) throw new DomainError("wrong_state");
    const retired = { on: kernel.clock.today(), by: actor.accountId, reason };
    return { next: { ...current, retired, draft: null } };
  });
}
