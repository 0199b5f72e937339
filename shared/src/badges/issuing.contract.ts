import { z } from "zod";
import { idSchema } from "../platform/primitives.schema.ts";
import { route } from "../platform/route.ts";
import {
  badgeVerificationSchema,
  batchInputSchema,
  batchSchema,
  issuedBadgeSchema,
  issuedFilterSchema,
  issueInputSchema,
  publicBadgeSchema,
  revokeBadgeSchema,
} from "./issuing.schema.ts";

const issuers = { roles: ["trainer", "providerAdmin", "employer", "advisor", "steward"] } as const;
const ofSessions = { roles: ["trainer", "providerAdmin"] } as const;
const open = { public: "whoever is shown a badge may read it and verify it" } as const;

export const issuingContract = {
  issue: route("POST", "/badges/issued", issuers, "Issue a badge to one person")
    .input(issueInputSchema)
    .output(issuedBadgeSchema),
  startBatch: route(
    "POST",
    "/badges/batches",
    ofSessions,
    "Issue a badge to people of a session, with a narrative for each; goes on by itself",
  )
    .input(batchInputSchema)
    .output(batchSchema),
  readBatch: route("GET", "/badges/batches/{id}", ofSessions, "How far a batch is")
    .input(z.object({ id: idSchema }))
    .output(batchSchema),
  listBatches: route(
    "GET",
    "/badges/batches",
    ofSessions,
    "Batches of one's organisation, newest first",
  ).output(z.array(batchSchema)),
  list: route(
    "GET",
    "/badges/issued",
    issuers,
    "Badges issued by one's organisation, newest first; a trainer's own",
  )
    .input(issuedFilterSchema)
    .output(z.object({ total: z.number().int(), badges: z.array(issuedBadgeSchema) })),
  revoke: route("POST", "/badges/issued/{id}/revoke", issuers, "Revoke a badge, saying why")
    .input(revokeBadgeSchema)
    .output(issuedBadgeSchema),
  attestationAsBadge: route(
    "POST",
    "/badges/attestations",
    { roles: ["trainee", "trainer"] },
    "Make an attestation a signed credential: for the trainee who received it, or the trainer who gave it",
  )
    .input(z.object({ traineeId: idSchema, evidenceId: idSchema }))
    .output(issuedBadgeSchema),
  readPublic: route("GET", "/badges/public/{id}", open, "A badge as its public page shows it")
    .input(z.object({ id: idSchema }))
    .output(publicBadgeSchema),
  verifyNow: route("POST", "/badges/public/{id}/verify", open, "Verify a badge issued here, now")
    .input(z.object({ id: idSchema }))
    .output(badgeVerificationSchema),
};
