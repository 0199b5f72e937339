import { z } from "zod";
import { daySchema, idSchema, levelSchema, textSchema } from "../platform/primitives.schema.ts";

export const evidenceKindSchema = z.enum([
  "declaration",
  "attestation",
  "badge",
  "certification",
  "training",
]);
export type EvidenceKind = z.infer<typeof evidenceKindSchema>;

/** Why an evidence no longer stands; a fact added to it, never a deletion. */
export const withdrawalSchema = z.object({
  on: daySchema,
  by: idSchema,
  byName: z.string(),
  kind: z.enum([
    "withdrawn",
    "revoked",
    "leftSession",
    "passed",
    "skipped",
    "badgeExpired",
    "badgeRevoked",
    "badgeRemoved",
    "badgeReplaced",
    /** The Région no longer recognises it. */
    "badgeUnrecognised",
    /** What it says is no longer what the Région recognised. */
    "badgeChanged",
    "badgeUnverified",
  ]),
  reason: z.string(),
});

export type Withdrawal = z.infer<typeof withdrawalSchema>;

export const answerSchema = z.object({
  answer: z.enum(["accepted", "contested"]),
  comment: textSchema(1000),
  on: daySchema,
});

/** One fact behind a competency. Append-only: what changes is added as `withdrawal` or `answer`. */
export const evidenceSchema = z.object({
  id: idSchema,
  competencyId: idSchema,
  kind: evidenceKindSchema,
  /** Null counts as level 1. */
  level: levelSchema.nullable(),
  addedOn: daySchema,
  /** Who vouches, and from where; null for a declaration. `organisationId` is whose admin may revoke it. */
  by: z
    .object({
      id: idSchema,
      name: z.string(),
      organisation: z.string().nullable(),
      organisationId: idSchema.nullable(),
    })
    .nullable(),
  comment: z.string(),
  context: z.string(),
  observedOn: daySchema.nullable(),
  experienceId: idSchema.nullable(),
  /** For `training`: when it is expected, and from which module. */
  training: z
    .object({
      enrolmentId: idSchema,
      moduleId: idSchema,
      programmeName: z.string(),
      moduleName: z.string(),
      providerName: z.string(),
      expectedOn: daySchema,
    })
    .nullable(),
  /** For `badge`: which one of the collection, as what the Région counts it, and its last day. */
  badge: z
    .object({
      id: idSchema,
      name: z.string(),
      metaBadge: z.object({ fr: z.string(), en: z.string() }),
      expiresOn: daySchema.nullable(),
    })
    .optional(),
  withdrawal: withdrawalSchema.nullable(),
  answer: answerSchema.nullable(),
});
export type Evidence = z.infer<typeof evidenceSchema>;
