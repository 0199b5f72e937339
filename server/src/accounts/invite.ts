import { type invitationSchema, organisationKindOf } from "@acquis/shared/accounts/account.schema.ts";
import { canInvite } from "@acquis/shared/accounts/accounts.policy.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { z } from "zod";
import type { SignedIn } from "../platform/http/api.ts";
import type { AccountDocument } from "./accounts.store.ts";
import type { AccountsContext } from "./accounts-context.ts";
import { requireActive } from "./require-active.ts";
import { sendLink } from "./send-link.ts";

/**
 * Invites somebody by mail. Errors: forbidden, organisation_not_approved, not_found (organisation, session),
 * already_exists (address); to an employer, for people of their own company only.
 */
export async function invite(
  context: AccountsContext,
  actor: SignedIn,
  input: z.output<typeof invitationSchema>,
): Promise<void> {
  const { store, organisations } = context;
  const kind = organisationKindOf[input.role];
  const organisationId = kind ? (input.organisationId ?? actor.organisationId) : null;
  if (!canInvite(actor, input.role, organisationId)) throw new DomainError("forbidden", { field: "role" });
  requireActive(actor);
  if (organisationId && (await organisations.find(organisationId))?.kind !== kind)
    throw new DomainError("not_found", { field: "organisationId" });
  if (input.sessionId && !(await context.canInviteTo(actor, input.sessionId)))
    throw new DomainError("not_found", { field: "sessionId" });
  const known = await store.accounts.findOne({ email: input.email }).lean<AccountDocument>();
  if (known && (actor.role !== "employer" || known.organisationId === organisationId))
    throw new DomainError("already_exists", { field: "email" });
  const inviter = await store.accounts.findById(actor.accountId).lean<AccountDocument>();
  await sendLink(context, {
    id: input.id,
    purpose: "invitation",
    email: input.email,
    role: input.role,
    firstName: input.firstName,
    lastName: input.lastName,
    locale: inviter?.locale ?? "fr",
    organisationId,
    sessionId: input.role === "trainee" ? (input.sessionId ?? null) : null,
    invitedBy: { id: actor.accountId, name: inviter ? `${inviter.firstName} ${inviter.lastName}` : "" },
  });
}
