import { DomainError } from "@acquis/shared/platform/errors.ts";
import { requireActive } from "../accounts/index.ts";
import { changeAggregate } from "../platform/database/aggregate.ts";
import type { SignedIn } from "../platform/http/api.ts";
import type { AttestationsContext } from "./attestations-context.ts";

/** A trainer declines, saying why; twice is once. Errors: not_found, also when it isn't theirs; wrong_state when attested. */
export async function declineRequest(
  { kernel, requests }: AttestationsContext,
  actor: SignedIn,
  input: { id: string; reason: string },
): Promise<void> {
  requireActive(actor);
  await changeAggregate(requests, input.id, (current) => {
    if (current.trainerId !== actor.accountId) throw new DomainError("not_found");
    if (current.outcome?.kind === "declined") return null;
    if (current.outcome) throw new DomainError("wrong_state", { field: "id" });
    const { openKey: _, ...next } = current;
    const outcome = { kind: "declined" as const, on: kernel.clock.today(), reason: input.reason };
    return {
      next: { ...next, outcome },
      events: [
        {
          id: kernel.newId(),
          type: "attestation.declined",
          data: { requestId: current._id },
          at: kernel.clock.now(),
        },
      ],
    };
  });
  kernel.delivery.nudge();
}
