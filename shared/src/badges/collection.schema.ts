import { z } from "zod";
import { daySchema, idSchema, levelSchema } from "../platform/primitives.schema.ts";
import { badgeContentSchema, checkSchema, recognisedAsSchema, verdictSchema } from "./verifier.schema.ts";

/** Why a badge proves nothing, the first that applies in this order; the verdict and the checks tell more. */
export const notProofSchema = z.enum([
  "revoked",
  "expired",
  "notYetValid",
  /** Could not be checked for longer than the grace (UNREACHABLE_GRACE_DAYS). */
  "unreachable",
  /** Any other verdict but `valid`. */
  "notValid",
  /** Awarded to another e-mail address than that of the account. */
  "otherRecipient",
  /** Names its holder by no e-mail address. */
  "unknownRecipient",
  "notRecognised",
  /** Recognised, but what it says has changed since. */
  "contentChanged",
  /** Recognised, but for another issuer: an achievement copied into somebody else's badge. */
  "otherIssuer",
]);
export type NotProof = z.infer<typeof notProofSchema>;

/** What a badge gives to the portfolio; `reason` is null exactly when it proves. */
export const badgeProofSchema = z.object({
  reason: notProofSchema.nullable(),
  competencies: z.array(
    z.object({ id: idSchema, label: z.string(), labelEn: z.string().nullable(), level: levelSchema }),
  ),
  /** Last day it counts while it can't be checked; null when it was checked in time. */
  graceEndsOn: daySchema.nullable(),
});

/** One badge of a collection, as its holder and those who may read the portfolio see it. */
export const collectedBadgeSchema = z.object({
  id: idSchema,
  source: z.enum(["issued", "imported"]),
  /** What is kept of it: the file as given, or what its address answered. Null while an address gave nothing. */
  format: z.enum(["png", "svg", "json", "jwt"]).nullable(),
  link: z.string().nullable(),
  addedOn: daySchema,
  /** Null while an address has given nothing that can be read. */
  badge: badgeContentSchema.nullable(),
  /** Path of its picture, always served as a file apart; null without one. */
  image: z.string().nullable(),
  verdict: verdictSchema,
  checks: z.array(checkSchema),
  /** When its verdict was last established; null when it never was. */
  lastVerifiedAt: z.iso.datetime().nullable(),
  nextCheckOn: daySchema.nullable(),
  recognisedAs: recognisedAsSchema.nullable(),
  proof: badgeProofSchema,
  shown: z.boolean(),
  /** Whether it may be shown: never somebody else's badge, nor what is no proven badge. */
  canShow: z.boolean(),
});
export type CollectedBadge = z.infer<typeof collectedBadgeSchema>;

/** What the import did: a badge one has already is replaced by a newer one, and kept otherwise. */
export const importOutcomeSchema = z.enum(["added", "replaced", "known"]);

/** Badges one person may hold. */
export const MAX_COLLECTED = 500;

export const badgeFormSchema = z.enum(["original", "json", "png", "svg"]);
export type BadgeForm = z.infer<typeof badgeFormSchema>;

/** zip: images and JSON; clr: 1EdTech Comprehensive Learner Record 2.0; elm: European Learning Model 3, whole portfolio. */
export const exportFormatSchema = z.enum(["zip", "clr", "elm"]);
export type ExportFormat = z.infer<typeof exportFormatSchema>;
