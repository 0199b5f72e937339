import { z } from "zod";
import type { Kernel } from "../platform/kernel.ts";
import { attestationsRouter } from "./attestations.router.ts";
import { createRequestModel } from "./attestations.store.ts";
import type { AttestationsContext, AttestationsDeps } from "./attestations-context.ts";
import { closeRequests } from "./close-requests.ts";
import { requestedBy } from "./list-requests.ts";
import { evidenceOf, tellOfRequest, tellTrainee, tellTrainer } from "./tell-people.ts";

const requestEventSchema = z.object({ requestId: z.string() });
const givenEventSchema = z.object({ traineeId: z.string(), evidenceIds: z.array(z.string()) });
const evidenceEventSchema = z.object({ traineeId: z.string(), evidenceId: z.string() });

/** Attestations: asked, given, declined, revoked, answered; each leaves a mail. */
export function createAttestations(kernel: Kernel, deps: AttestationsDeps) {
  const requests = createRequestModel(kernel.db);
  const context: AttestationsContext = { kernel, requests, ...deps };
  const { delivery } = kernel;

  delivery.watch(requests as never);
  delivery.on("attestation.requested", (event) =>
    tellOfRequest(context, "requested", requestEventSchema.parse(event.data).requestId),
  );
  delivery.on("attestation.declined", (event) =>
    tellOfRequest(context, "declined", requestEventSchema.parse(event.data).requestId),
  );
  // Also when a module was passed: what had been asked of that trainer is answered.
  delivery.on("attestation.given", async (event) => {
    const { traineeId, evidenceIds } = givenEventSchema.parse(event.data);
    const evidence = await evidenceOf(context, traineeId, evidenceIds);
    for (const item of evidence)
      if (item.by)
        await closeRequests(context, {
          traineeId,
          trainerId: item.by.id,
          competencyIds: [item.competencyId],
        });
    await tellTrainee(context, "given", traineeId, evidence);
  });
  delivery.on("attestation.revoked", async (event) => {
    const { traineeId, evidenceId } = evidenceEventSchema.parse(event.data);
    await tellTrainee(context, "revoked", traineeId, await evidenceOf(context, traineeId, [evidenceId]));
  });
  delivery.on("attestation.contested", async (event) => {
    const { traineeId, evidenceId } = evidenceEventSchema.parse(event.data);
    await tellTrainer(context, traineeId, await evidenceOf(context, traineeId, [evidenceId]));
  });

  return {
    requests,
    router: attestationsRouter(context),
    /** Competencies of a trainee with a request still open. */
    requestedBy: (traineeId: string) => requestedBy(context, traineeId),
  };
}
export type Attestations = ReturnType<typeof createAttestations>;
