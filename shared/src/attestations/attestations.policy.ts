import type { Actor } from "../accounts/account.schema.ts";

export interface AttestationFacts {
  givenBy: string;
  /** The provider the trainer acted for. */
  organisationId: string | null;
}

/** The trainer who gave it, or their provider. */
export function canRevoke(actor: Actor, attestation: AttestationFacts): boolean {
  if (actor.role === "trainer") return attestation.givenBy === actor.accountId;
  return (
    actor.role === "providerAdmin" &&
    attestation.organisationId !== null &&
    attestation.organisationId === actor.organisationId
  );
}
