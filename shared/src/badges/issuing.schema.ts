import { z } from "zod";
import { emailSchema } from "../accounts/account.schema.ts";
import {
  daySchema,
  idSchema,
  levelSchema,
  lineSchema,
  pageSchema,
  textSchema,
} from "../platform/primitives.schema.ts";
import { checkSchema, verdictSchema } from "./verifier.schema.ts";

/** What is issued: a badge of one's organisation, or (the Région only) a level of a meta-badge. */
export const badgeChoiceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("local"), localBadgeId: idSchema }),
  z.object({ kind: z.literal("meta"), metaBadgeId: idSchema, level: levelSchema }),
]);
export type BadgeChoice = z.infer<typeof badgeChoiceSchema>;

/** Somebody of one's sessions, or the e-mail address of somebody who has a trainee account. */
export const recipientInputSchema = z.union([
  z.object({ traineeId: idSchema }),
  z.object({ email: emailSchema }),
]);

/** What the person did to earn it, in a few words: public with the badge. */
const narrativeSchema = textSchema(1500).default("");

export const issueInputSchema = z.object({
  /** Made by the client, so that issuing twice issues once. */
  id: idSchema,
  badge: badgeChoiceSchema,
  recipient: recipientInputSchema,
  narrative: narrativeSchema,
});
export type IssueInput = z.infer<typeof issueInputSchema>;

export const MAX_BATCH_ROWS = 2_000;

export const batchInputSchema = z.object({
  id: idSchema,
  sessionId: idSchema,
  badge: badgeChoiceSchema,
  rows: z
    .array(z.object({ traineeId: idSchema, narrative: narrativeSchema }))
    .min(1)
    .max(MAX_BATCH_ROWS),
});
export type BatchInput = z.infer<typeof batchInputSchema>;

export const batchSchema = z.object({
  id: idSchema,
  badgeName: z.string(),
  startedAt: z.string(),
  startedBy: z.string(),
  total: z.number().int(),
  /** Rows looked at so far; the batch is over when it reaches `total`. */
  done: z.number().int(),
  issued: z.number().int(),
  /** Rows that gave no badge, with the code of what stopped each. */
  failed: z.array(z.object({ traineeId: idSchema, name: z.string(), code: z.string() })),
  finishedAt: z.string().nullable(),
});
export type Batch = z.infer<typeof batchSchema>;

/** signing: written, its signature is being made (seconds); issued; revoked. */
export const issuedStatusSchema = z.enum(["signing", "issued", "revoked"]);
export type IssuedStatus = z.infer<typeof issuedStatusSchema>;

/** How a badge came to be issued. */
export const issuedForSchema = z.enum(["person", "session", "rule", "attestation"]);
export type IssuedFor = z.infer<typeof issuedForSchema>;

export const issuedBadgeSchema = z.object({
  id: idSchema,
  status: issuedStatusSchema,
  issuedFor: issuedForSchema,
  name: z.string(),
  level: levelSchema.nullable(),
  imageUrl: z.string(),
  issuer: z.object({ id: z.string(), name: z.string() }),
  /** Null once the person used their right to erasure. */
  recipient: z.object({ id: idSchema, name: z.string() }).nullable(),
  narrative: z.string(),
  issuedOn: daySchema,
  /** Where people see it, and the address that other platforms read. */
  pageUrl: z.string(),
  credentialUrl: z.string(),
  batchId: idSchema.nullable(),
  revoked: z.object({ on: daySchema, reason: z.string() }).nullable(),
});
export type IssuedBadge = z.infer<typeof issuedBadgeSchema>;

export const issuedFilterSchema = z.object({
  localBadgeId: idSchema.optional(),
  metaBadgeId: idSchema.optional(),
  batchId: idSchema.optional(),
  ...pageSchema,
});

export const revokeBadgeSchema = z.object({ id: idSchema, reason: lineSchema(500) });

/** A badge as its public page tells it: nothing of who holds it but what the holder shows elsewhere. */
export const publicBadgeSchema = z.object({
  id: idSchema,
  status: issuedStatusSchema,
  name: z.string(),
  description: z.string(),
  criteria: z.array(z.string()),
  narrative: z.string(),
  level: levelSchema.nullable(),
  imageUrl: z.string(),
  issuer: z.object({ id: z.string(), name: z.string() }),
  issuedOn: daySchema,
  revoked: z.object({ on: daySchema, reason: z.string() }).nullable(),
  alignments: z.array(z.object({ targetName: z.string(), targetUrl: z.string() })),
  /** What the Région recognises it as, today. */
  recognition: z
    .object({ metaBadgeId: idSchema, name: z.object({ fr: z.string(), en: z.string() }), level: levelSchema })
    .nullable(),
  links: z.object({
    page: z.string(),
    credential: z.string(),
    json: z.string(),
    png: z.string(),
    svg: z.string(),
    qr: z.string(),
    /** The 2.0 twin: its hosted assertion, the same signed (RS256), and baked. */
    assertion: z.string(),
    signedAssertion: z.string(),
    assertionPng: z.string(),
    linkedIn: z.string(),
  }),
});
export type PublicBadge = z.infer<typeof publicBadgeSchema>;

/** The result of the validator, run now: codes to translate, details for whoever investigates. */
export const badgeVerificationSchema = z.object({
  verdict: verdictSchema,
  checks: z.array(checkSchema),
  verifiedAt: z.string(),
});
