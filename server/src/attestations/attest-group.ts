import type { GroupAttestation } from "@acquis/shared/attestations/attestation.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { requireActive } from "../accounts/index.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { factId } from "../portfolio/index.ts";
import { attesterFor, giveAttestation, requireObserved } from "./attest-competency.ts";
import type { AttestationsContext } from "./attestations-context.ts";

/** One row's outcome: null when it is attested, else the code of what stopped it. */
export interface GroupRow {
  traineeId: string;
  code: string | null;
}

/**
 * Attests one competency to several trainees of a session, each with a level and a note; a row that fails
 * stops no other, and the whole may be sent again. Errors: not_found (session), unknown_competency, date_in_future.
 */
export async function attestGroup(
  context: AttestationsContext,
  actor: SignedIn,
  input: GroupAttestation,
): Promise<GroupRow[]> {
  requireActive(actor);
  const attendees = await context.training.attendeesOf(actor, input.sessionId);
  if (!attendees) throw new DomainError("not_found", { field: "sessionId" });
  requireObserved(context, input);
  const by = await attesterFor(context, actor);
  const { competencyId, observedOn, context: seenIn } = input;
  const seen = new Set<string>();
  const outcomes: GroupRow[] = [];
  for (const { traineeId, level, comment } of input.rows) {
    let code: string | null = null;
    if (seen.has(traineeId)) code = "already_exists";
    else if (!attendees.has(traineeId)) code = "trainee_not_followed";
    else {
      const id = factId("ga", input.id, traineeId);
      try {
        await giveAttestation(context, by, {
          id,
          traineeId,
          competencyId,
          level,
          comment,
          observedOn,
          context: seenIn,
        });
      } catch (error) {
        if (!(error instanceof DomainError)) context.kernel.log.error({ err: error }, "group row failed");
        code = error instanceof DomainError ? error.code : "internal";
      }
    }
    seen.add(traineeId);
    outcomes.push({ traineeId, code });
  }
  return outcomes;
}
