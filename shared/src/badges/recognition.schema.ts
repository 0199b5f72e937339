import { z } from "zod";
import { daySchema, idSchema, levelSchema, lineSchema, textSchema } from "../platform/primitives.schema.ts";
import {
  bilingualLineSchema,
  metaBadgeKindSchema,
  metaCriterionSchema,
  motifSchema,
} from "./framework.schema.ts";
import { localBadgeSchema } from "./local-badge.schema.ts";

/** Which criterion of the badge meets which of the framework. */
export const mappingSchema = z
  .array(z.object({ localCriterionId: idSchema, metaCriterionId: idSchema }))
  .min(1)
  .max(60);
export type Mapping = z.infer<typeof mappingSchema>;

export const recognitionRequestSchema = z.object({
  /** Made by the client, so that asking twice asks once. */
  id: idSchema,
  localBadgeId: idSchema,
  metaBadgeId: idSchema,
  level: levelSchema,
  mapping: mappingSchema,
  note: textSchema(1000).default(""),
});
export type RecognitionRequest = z.infer<typeof recognitionRequestSchema>;

/**
 * asked: the Région must answer; moreAsked: the structure must; recognised; changed: it was recognised, and its
 * content is no longer the one endorsed; refused; withdrawn.
 */
export const recognitionStatusSchema = z.enum([
  "asked",
  "moreAsked",
  "recognised",
  "changed",
  "refused",
  "withdrawn",
]);
export type RecognitionStatus = z.infer<typeof recognitionStatusSchema>;

/** Facts only; the status is derived from the last one and from the content as it is now. */
export const recognitionFactSchema = z.object({
  kind: z.enum(["asked", "moreAsked", "recognised", "refused", "withdrawn"]),
  on: daySchema,
  by: z.object({ id: idSchema, name: z.string() }),
  reason: z.string(),
  /** Of the badge as it was then. */
  contentHash: z.string(),
});
export type RecognitionFact = z.infer<typeof recognitionFactSchema>;

export const recognitionSchema = z.object({
  id: idSchema,
  status: recognitionStatusSchema,
  localBadge: z.object({
    id: idSchema,
    name: z.string(),
    achievementId: z.string(),
    organisation: z.object({ id: idSchema, name: z.string() }),
  }),
  metaBadge: z.object({
    id: idSchema,
    version: z.number().int(),
    name: bilingualLineSchema(80),
    motif: motifSchema,
    kind: metaBadgeKindSchema,
  }),
  level: levelSchema,
  mapping: mappingSchema,
  note: z.string(),
  history: z.array(recognitionFactSchema),
  /** The signed endorsement, while it stands. */
  endorsementUrl: z.string().nullable(),
  revision: z.number().int(),
});
export type Recognition = z.infer<typeof recognitionSchema>;

/** One line of the comparison: a criterion of the framework with those of the badge said to meet it. */
export const comparedCriterionSchema = z.object({
  meta: metaCriterionSchema,
  metBy: z.array(z.object({ id: idSchema, text: z.string() })),
});

/** Side by side, facts only: it is the steward who judges. */
export const comparisonSchema = z.object({
  recognition: recognitionSchema,
  localBadge: localBadgeSchema,
  criteria: z.array(comparedCriterionSchema),
  /** Criteria of the badge that meet none of the framework. */
  besides: z.array(z.object({ id: idSchema, text: z.string() })),
  facts: z.object({
    covered: z.number().int(),
    expected: z.number().int(),
    /** filled: the badge names this level of this meta-badge; other: another of ours; missing: none. */
    alignment: z.enum(["filled", "other", "missing"]),
    issuer: z.enum(["ours", "confirmed", "unconfirmed"]),
    /** Since it was last asked. */
    contentChanged: z.boolean(),
    /** For a badge from elsewhere: how its address answers now. */
    readOn: daySchema.nullable(),
  }),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const recognitionDecisionSchema = z
  .object({
    id: idSchema,
    decision: z.enum(["recognise", "askMore", "refuse"]),
    reason: textSchema(1000).default(""),
    /** The one that was compared: a decision is about what was read. */
    contentHash: z.string().max(100),
  })
  .refine(({ decision, reason }) => decision === "recognise" || reason !== "", {
    path: ["reason"],
    message: "reason_required",
  });
export type RecognitionDecision = z.infer<typeof recognitionDecisionSchema>;

export const withdrawRecognitionSchema = z.object({ id: idSchema, reason: lineSchema(500) });

/** What the Région recognises today, as everybody may read it. */
export const recognisedBadgeSchema = z.object({
  name: z.string(),
  description: z.string(),
  organisationName: z.string(),
  achievementId: z.string(),
  imageUrl: z.string().nullable(),
  metaBadgeId: idSchema,
  metaBadgeName: bilingualLineSchema(80),
  motif: motifSchema,
  kind: metaBadgeKindSchema,
  level: levelSchema,
  recognisedOn: daySchema,
  endorsementUrl: z.string(),
});
export type RecognisedBadge = z.infer<typeof recognisedBadgeSchema>;
