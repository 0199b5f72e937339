import { api } from "../platform/http/api.ts";
import { answerAttestation } from "./answer-attestation.ts";
import { attestCompetency } from "./attest-competency.ts";
import { attestGroup } from "./attest-group.ts";
import type { AttestationsContext } from "./attestations-context.ts";
import { declineRequest } from "./decline-request.ts";
import { listRequests } from "./list-requests.ts";
import { requestAttestation } from "./request-attestation.ts";
import { revokeAttestation } from "./revoke-attestation.ts";

const done = { done: true } as const;

export function attestationsRouter(context: AttestationsContext) {
  return {
    listMyTrainers: api.attestations.listMyTrainers.handler(({ context: { actor } }) =>
      context.training.trainersOf(actor.accountId),
    ),
    request: api.attestations.request.handler(async ({ context: { actor }, input }) => {
      await requestAttestation(context, actor, input);
      return done;
    }),
    listRequests: api.attestations.listRequests.handler(({ context: { actor } }) =>
      listRequests(context, actor),
    ),
    decline: api.attestations.decline.handler(async ({ context: { actor }, input }) => {
      await declineRequest(context, actor, input);
      return done;
    }),
    attest: api.attestations.attest.handler(async ({ context: { actor }, input }) => {
      await attestCompetency(context, actor, input);
      return done;
    }),
    attestGroup: api.attestations.attestGroup.handler(({ context: { actor }, input }) =>
      attestGroup(context, actor, input),
    ),
    revoke: api.attestations.revoke.handler(async ({ context: { actor }, input }) => {
      await revokeAttestation(context, actor, input);
      return done;
    }),
    answer: api.attestations.answer.handler(async ({ context: { actor }, input }) => {
      await answerAttestation(context, actor, input);
      return done;
    }),
  };
}
