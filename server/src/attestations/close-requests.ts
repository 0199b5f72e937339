import { changeAggregate } from "../platform/database/aggregate.ts";
import type { RequestDocument } from "./attestations.store.ts";
import type { AttestationsContext } from "./attestations-context.ts";

/** Closes as attested what a trainee had asked of a trainer for these competencies; nothing open, nothing done. */
export async function closeRequests(
  { kernel, requests }: Pick<AttestationsContext, "kernel" | "requests">,
  answered: { traineeId: string; trainerId: string; competencyIds: readonly string[] },
): Promise<void> {
  const { traineeId, trainerId, competencyIds } = answered;
  const open = await requests
    .find({ traineeId, trainerId, competencyId: { $in: [...competencyIds] }, outcome: null })
    .select("_id")
    .lean<{ _id: string }[]>();
  for (const { _id } of open)
    await changeAggregate(requests, _id, (current: RequestDocument) => {
      if (current.outcome) return null;
      const { openKey: _, ...next } = current;
      const outcome = { kind: "attested" as const, on: kernel.clock.today(), reason: "" };
      return { next: { ...next, outcome } };
    });
}
