import { canRevoke } from "@acquis/shared/attestations/attestations.policy.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { requireActive } from "../accounts/index.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { attesterFor } from "./attest-competency.ts";
import type { AttestationsContext } from "./attestations-context.ts";

/**
 * The trainer who gave it, or their provider, revokes an attestation and says why; twice is once.
 * Errors: not_found, the same for one that does not exist and one that isn't theirs.
 */
export async function revokeAttestation(
  context: AttestationsContext,
  actor: SignedIn,
  input: { traineeId: string; evidenceId: string; reason: string },
): Promise<void> {
  const { kernel, portfolio } = context;
  requireActive(actor);
  const found = (await portfolio.read(input.traineeId))?.evidence.find(
    (item) => item.id === input.evidenceId,
  );
  if (
    found?.kind !== "attestation" ||
    !found.by ||
    !canRevoke(actor, { givenBy: found.by.id, organisationId: found.by.organisationId })
  )
    throw new DomainError("not_found");
  const by = await attesterFor(context, actor);
  await portfolio.withdrawEvidence(
    input.traineeId,
    input.evidenceId,
    { on: kernel.clock.today(), by: by.id, byName: by.name, kind: "revoked", reason: input.reason },
    [
      {
        id: kernel.newId(),
        type: "attestation.revoked",
        data: { traineeId: input.traineeId, evidenceId: input.evidenceId },
        at: kernel.clock.now(),
      },
    ],
  );
}
