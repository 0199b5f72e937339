import { isOrganisationActive } from "@acquis/shared/accounts/accounts.policy.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { SignedIn } from "../platform/http/api.ts";

/** The organisation behind an actor must be approved; trainees have none. Errors: organisation_not_approved. */
export function requireActive(actor: SignedIn): void {
  if (!isOrganisationActive(actor, actor.organisationStatus))
    throw new DomainError("organisation_not_approved");
}
