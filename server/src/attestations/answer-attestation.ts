import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { SignedIn } from "../platform/http/api.ts";
import type { AttestationsContext } from "./attestations-context.ts";

/**
 * The trainee accepts or contests an attestation, and may change their mind while it is not revoked; the same
 * answer twice is one. Errors: not_found, wrong_state once revoked.
 */
export async function answerAttestation(
  { kernel, portfolio }: AttestationsContext,
  actor: SignedIn,
  input: { evidenceId: string; answer: "accepted" | "contested"; comment: string },
): Promise<void> {
  const { evidenceId, answer, comment } = input;
  await portfolio.changeEvidence(actor.accountId, (evidence) => {
    const attestation = evidence.find((item) => item.id === evidenceId && item.kind === "attestation");
    if (!attestation) throw new DomainError("not_found", { field: "evidenceId" });
    if (attestation.withdrawal) throw new DomainError("wrong_state", { field: "evidenceId" });
    if (attestation.answer?.answer === answer && attestation.answer.comment === comment) return null;
    const answered = { ...attestation, answer: { answer, comment, on: kernel.clock.today() } };
    const data = { traineeId: actor.accountId, evidenceId };
    return {
      evidence: evidence.map((item) => (item === attestation ? answered : item)),
      events:
        answer === "contested"
          ? [{ id: kernel.newId(), type: "attestation.contested", data, at: kernel.clock.now() }]
          : [],
    };
  });
}
