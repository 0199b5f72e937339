import type { IssueInput } from "@acquis/shared/badges/issuing.schema.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import { factId } from "../../portfolio/index.ts";
import type { BadgesContext } from "../badges-context.ts";
import { chooseBadge, requireRecipient } from "./choose-badge.ts";
import type { IssuedDocument } from "./issued.store.ts";
import { signBadge } from "./sign-badge.ts";
import { writeBadge } from "./write-badge.ts";

/**
 * Issues a badge to one person; the same id twice issues once. Errors: organisation_not_approved, not_found,
 * unknown_meta_badge, wrong_state, unknown_recipient, trainee_not_followed, already_exists.
 */
export async function issueBadge(
  context: BadgesContext,
  actor: SignedIn,
  input: IssueInput,
): Promise<IssuedDocument> {
  const what = await chooseBadge(context, actor, input.badge);
  const recipient = await requireRecipient(context, actor, what, input.recipient);
  const written = await writeBadge(context, what, {
    id: factId("b", actor.organisationId, input.id),
    recipient,
    narrative: input.narrative,
    issuedFor: "person",
    issuedBy: actor.accountId,
    batchId: null,
  });
  try {
    return await signBadge(context, written);
  } catch (error) {
    // Written is promised: the outbox signs it in a moment.
    context.kernel.log.error({ err: error, badge: written._id }, "badge not signed yet");
    return written;
  }
}
