import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { SignedIn } from "../platform/http/api.ts";

/** The provider an actor works for. Errors: forbidden without one. */
export function requireProvider(actor: SignedIn): string {
  if (actor.organisationId === null) throw new DomainError("forbidden");
  return actor.organisationId;
}
