import { z } from "zod";
import { daySchema, idSchema, levelSchema, lineSchema, textSchema } from "../platform/primitives.schema.ts";
import { badgeIdSchema, motifSchema } from "./framework.schema.ts";

export const localCriterionSchema = z.object({ id: idSchema, text: lineSchema(400) });
export type LocalCriterion = z.infer<typeof localCriterionSchema>;

/** Which level of which meta-badge a badge says it meets; `criterionId` names one criterion of it. */
export const alignmentInputSchema = z.object({
  metaBadgeId: idSchema,
  level: levelSchema,
  criterionId: idSchema.nullable().default(null),
});
export type AlignmentInput = z.infer<typeof alignmentInputSchema>;

/** A drawing of ours; an image sent apart stays as it is with `kept`. */
export const localImageInputSchema = z.union([
  z.object({ kind: z.literal("motif"), motif: motifSchema }),
  z.object({ kind: z.literal("kept") }),
]);

export const localBadgeInputSchema = z.object({
  /** Addresses of achievements are of everybody: those of attestations are taken (attestation-as-badge.ts). */
  id: badgeIdSchema.regex(/^(?!attestation-)/, "id"),
  name: lineSchema(120),
  description: textSchema(1000).min(1),
  criteria: z.array(localCriterionSchema).min(1).max(12),
  alignments: z.array(alignmentInputSchema).max(16).default([]),
  image: localImageInputSchema,
  /** The one that was read, 0 for a new badge. */
  revision: z.number().int().min(0),
});
export type LocalBadgeInput = z.infer<typeof localBadgeInputSchema>;

/** An alignment as the badge says it; `metaBadgeId` is null when it leads elsewhere than to our framework. */
export const alignmentSchema = z.object({
  targetName: z.string(),
  targetUrl: z.string(),
  metaBadgeId: idSchema.nullable(),
  level: levelSchema.nullable(),
  criterionId: idSchema.nullable(),
});
export type Alignment = z.infer<typeof alignmentSchema>;

/** Whether the issuer of a badge from elsewhere answers at the address that the badge names. */
export const issuerConfirmationSchema = z.enum(["ours", "confirmed", "unconfirmed"]);
export type IssuerConfirmation = z.infer<typeof issuerConfirmationSchema>;

export const localBadgeSchema = z.object({
  id: idSchema,
  organisation: z.object({ id: idSchema, name: z.string() }),
  /** own: described and issued here; elsewhere: read from a file or an address, issued there. */
  source: z.enum(["own", "elsewhere"]),
  /** The id of its achievement (3.0) or badge class (2.0): what is recognised. */
  achievementId: z.string(),
  name: z.string(),
  description: z.string(),
  criteria: z.array(localCriterionSchema),
  alignments: z.array(alignmentSchema),
  /** `url` answers an image of ours; `motif` is null for an image that was sent or fetched. */
  image: z.object({ motif: motifSchema.nullable(), url: z.string() }).nullable(),
  contentHash: z.string(),
  issuer: z.object({ id: z.string(), name: z.string(), confirmation: issuerConfirmationSchema }),
  /** When it comes from an address: where, and the day it was last read there. */
  origin: z.object({ url: z.string().nullable(), readOn: daySchema }).nullable(),
  recognitions: z.array(
    z.object({
      recognitionId: idSchema,
      metaBadgeId: idSchema,
      metaBadgeName: z.object({ fr: z.string(), en: z.string() }),
      level: levelSchema,
      /** As `recognitionStatusSchema`. */
      status: z.string(),
    }),
  ),
  issuedCount: z.number().int(),
  changedOn: daySchema,
  revision: z.number().int(),
});
export type LocalBadge = z.infer<typeof localBadgeSchema>;

export const MAX_IMAGE_BYTES = 1024 * 1024;
export const MAX_DESCRIPTION_BYTES = 2 * 1024 * 1024;
