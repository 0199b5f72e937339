import { createHash } from "node:crypto";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate } from "../../platform/database/aggregate.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import { pngSize } from "../public/images.ts";
import { withContent } from "./badge-content.ts";
import type { LocalBadgeDocument } from "./local-badges.store.ts";
import { readLocalBadge } from "./read-local-badges.ts";
import { requireManager } from "./save-local-badge.ts";

const SIDES = { least: 90, most: 2_000 };

/** A square PNG, kept by its hash. Errors: not_found, wrong_state (described elsewhere), image_unreadable. */
export async function sendImage(
  context: BadgesContext,
  actor: SignedIn,
  { id, file }: { id: string; file: File },
): Promise<LocalBadgeDocument> {
  const badge = await readLocalBadge(context, actor, id);
  requireManager(actor, badge.organisationId);
  if (badge.elsewhere) throw new DomainError("wrong_state");
  const png = Buffer.from(await file.arrayBuffer());
  const size = pngSize(png);
  // Cut short on its way, it says its size and shows nothing.
  const whole = png.includes("IDAT") && png.includes("IEND");
  const square =
    whole && size && size.width === size.height && size.width >= SIDES.least && size.width <= SIDES.most;
  if (!square) throw new DomainError("image_unreadable", { field: "file" });
  const hash = createHash("sha256").update(png).digest("base64url");
  await context.sentImages.collection.updateOne(
    { _id: hash as never },
    { $setOnInsert: { png } },
    { upsert: true },
  );
  const next = await withContent(context, { ...badge, image: { sent: hash } });
  return changeAggregate(context.localBadges, id, (current) => {
    if (current.image && "sent" in current.image && current.image.sent === hash) return null;
    if (current.revision !== badge.revision) throw new DomainError("stale_revision");
    return { next };
  });
}
