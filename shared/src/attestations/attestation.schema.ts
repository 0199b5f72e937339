import { z } from "zod";
import {
  daySchema,
  givenDaySchema,
  idSchema,
  levelSchema,
  lineSchema,
  textSchema,
} from "../platform/primitives.schema.ts";
import { competencyRefSchema } from "../referential/referential.schema.ts";

/** Where the competency was seen at work. */
export const attestationContextSchema = z.enum(["training", "workplace", "internship", "simulation"]);
export type AttestationContext = z.infer<typeof attestationContextSchema>;

export const attestationInputSchema = z.object({
  /** Made by the client, so that sending twice attests once. */
  id: idSchema,
  traineeId: idSchema,
  competencyId: idSchema,
  level: levelSchema,
  comment: textSchema(1000).default(""),
  observedOn: givenDaySchema,
  context: attestationContextSchema,
  requestId: idSchema.optional(),
});

export type AttestationInput = z.infer<typeof attestationInputSchema>;

export const groupAttestationSchema = z.object({
  id: idSchema,
  sessionId: idSchema,
  competencyId: idSchema,
  observedOn: givenDaySchema,
  context: attestationContextSchema,
  rows: z
    .array(z.object({ traineeId: idSchema, level: levelSchema, comment: textSchema(1000).default("") }))
    .min(1)
    .max(60),
});

export type GroupAttestation = z.infer<typeof groupAttestationSchema>;

export const requestInputSchema = z.object({
  id: idSchema,
  trainerId: idSchema,
  competencyId: idSchema,
  note: textSchema(500).default(""),
});

export type RequestInput = z.infer<typeof requestInputSchema>;

export const attestationRequestSchema = z.object({
  id: idSchema,
  trainee: z.object({ id: idSchema, name: z.string() }),
  trainer: z.object({ id: idSchema, name: z.string() }),
  competency: competencyRefSchema,
  /** What the trainee already says of it. */
  declaredLevel: levelSchema.nullable(),
  note: z.string(),
  askedOn: daySchema,
  outcome: z.object({ kind: z.enum(["attested", "declined"]), on: daySchema, reason: z.string() }).nullable(),
});
export type AttestationRequest = z.infer<typeof attestationRequestSchema>;

export const reasonSchema = lineSchema(500);
