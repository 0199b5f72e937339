import { z } from "zod";
import { doneSchema, idSchema, textSchema } from "../platform/primitives.schema.ts";
import { route } from "../platform/route.ts";
import {
  attestationInputSchema,
  attestationRequestSchema,
  groupAttestationSchema,
  reasonSchema,
  requestInputSchema,
} from "./attestation.schema.ts";

const trainee = { roles: ["trainee"] } as const;
const trainer = { roles: ["trainer"] } as const;

export const attestationsContract = {
  listMyTrainers: route(
    "GET",
    "/attestations/trainers",
    trainee,
    "The trainers one may ask: those of one's sessions, with what they teach",
  ).output(z.array(z.object({ id: idSchema, name: z.string(), sessions: z.array(z.string()) }))),
  request: route("POST", "/attestations/requests", trainee, "Ask a trainer to attest a competency")
    .input(requestInputSchema)
    .output(doneSchema),
  listRequests: route(
    "GET",
    "/attestations/requests",
    { roles: ["trainee", "trainer"] },
    "Requests: those a trainee made, those that wait for a trainer",
  ).output(z.array(attestationRequestSchema)),
  decline: route("POST", "/attestations/requests/{id}/decline", trainer, "Decline a request, saying why")
    .input(z.object({ id: idSchema, reason: reasonSchema }))
    .output(doneSchema),
  attest: route("POST", "/attestations", trainer, "Attest a competency of a trainee one follows")
    .input(attestationInputSchema)
    .output(doneSchema),
  attestGroup: route(
    "POST",
    "/attestations/groups",
    trainer,
    "Attest one competency to several trainees of a session; a row that fails does not stop the others",
  )
    .input(groupAttestationSchema)
    .output(z.array(z.object({ traineeId: idSchema, code: z.string().nullable() }))),
  revoke: route(
    "POST",
    "/attestations/{evidenceId}/revoke",
    { roles: ["trainer", "providerAdmin"] },
    "Revoke an attestation, saying why",
  )
    .input(z.object({ evidenceId: idSchema, traineeId: idSchema, reason: reasonSchema }))
    .output(doneSchema),
  answer: route(
    "POST",
    "/attestations/{evidenceId}/answer",
    trainee,
    "Accept or contest an attestation received",
  )
    .input(
      z.object({
        evidenceId: idSchema,
        answer: z.enum(["accepted", "contested"]),
        comment: textSchema(1000).default(""),
      }),
    )
    .output(doneSchema),
};
