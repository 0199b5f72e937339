import type { RequestInput } from "@acquis/shared/attestations/attestation.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { insertAggregate } from "../platform/database/aggregate.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { openKeyOf, type RequestDocument } from "./attestations.store.ts";
import type { AttestationsContext } from "./attestations-context.ts";

/** Requests of one trainee that may wait for one trainer at a time: each is a mail, and somebody's work. */
const MAX_OPEN = 60;

/**
 * A trainee asks a trainer of one of their sessions; the same request twice is one.
 * Errors: unknown_trainer, unknown_competency, already_exists while the same is still open, invalid_input when
 * too many wait.
 */
export async function requestAttestation(
  context: AttestationsContext,
  actor: SignedIn,
  input: RequestInput,
): Promise<void> {
  const { kernel, referential, requests, training } = context;
  referential.requireCompetencies([input.competencyId], "competencyId");
  const trainers = await training.trainersOf(actor.accountId);
  if (!trainers.some((trainer) => trainer.id === input.trainerId))
    throw new DomainError("unknown_trainer", { field: "trainerId" });
  await requireRoom(context, actor.accountId, input);
  const openKey = openKeyOf(actor.accountId, input.competencyId, input.trainerId);
  const inserted = await insertAggregate(
    requests,
    {
      _id: input.id,
      traineeId: actor.accountId,
      trainerId: input.trainerId,
      competencyId: input.competencyId,
      note: input.note,
      askedOn: kernel.clock.today(),
      outcome: null,
      openKey,
    },
    [
      {
        id: kernel.newId(),
        type: "attestation.requested",
        data: { requestId: input.id },
        at: kernel.clock.now(),
      },
    ],
  );
  if (inserted) return kernel.delivery.nudge();
  const stored = await requests.findById(input.id).lean<RequestDocument>();
  if (!stored) throw new DomainError("already_exists", { field: "competencyId" });
  if (openKeyOf(stored.traineeId, stored.competencyId, stored.trainerId) !== openKey)
    throw new DomainError("already_exists", { field: "id" });
}

/** Sent twice, the last one that fits is still one. */
async function requireRoom(
  { requests }: AttestationsContext,
  traineeId: string,
  { id, trainerId }: RequestInput,
): Promise<void> {
  const others = { traineeId, trainerId, outcome: null, _id: { $ne: id } };
  if ((await requests.countDocuments(others)) < MAX_OPEN) return;
  const fields = [{ path: "competencyId", rule: "too_many" }];
  throw new DomainError("invalid_input", { field: "competencyId", fields });
}
