import { z } from "zod";
import { daySchema, idSchema, levelSchema } from "../platform/primitives.schema.ts";

/** What a badge is found to be, heaviest last (server/src/badges/validator); never a bare boolean. */
export const verdictSchema = z.enum([
  "valid",
  "validIssuerUnconfirmed",
  "expired",
  "notYetValid",
  "revoked",
  "tampered",
  "unsupportedProof",
  "notConformant",
  "unreachable",
  "notABadge",
]);
export type Verdict = z.infer<typeof verdictSchema>;

/** One check of each name, always in this order. `code` is stable, for the screens; `detail` is for whoever investigates. */
export const checkSchema = z.object({
  name: z.enum([
    "format",
    "conformance",
    "proof",
    "issuer",
    "refresh",
    "status",
    "dates",
    "recipient",
    "endorsements",
    "recognition",
  ]),
  /** `unknown`: could not be established. `notApplicable`: nothing to check, or not asked. */
  outcome: z.enum(["passed", "warning", "failed", "unknown", "notApplicable"]),
  code: z.string(),
  detail: z.string(),
});
export type Check = z.infer<typeof checkSchema>;

/** 2 MB, as for an address that is read. */
export const MAX_BADGE_BYTES = 2 * 1024 * 1024;

export const badgeLinkSchema = z
  .string()
  .trim()
  .max(2000)
  .regex(/^https:\/\/[^\s/]+/i, "https_link");

const badgeFileSchema = z.file().min(1, "empty_file").max(MAX_BADGE_BYTES, "file_too_large");

/** A badge to read: a file (PNG, SVG, JSON, JWT) or an https address, one of the two. */
export const badgeSourceSchema = z
  .object({ file: badgeFileSchema.optional(), link: badgeLinkSchema.optional() })
  .superRefine(({ file, link }, context) => {
    if ((file === undefined) === (link === undefined))
      context.addIssue({ code: "custom", message: "file_or_link", path: ["file"] });
  });
export type BadgeSource = z.infer<typeof badgeSourceSchema>;

/** What a badge says of itself, as plain text; nothing of it was written by us. Days are the territory's. */
export const badgeContentSchema = z.object({
  version: z.enum(["3.0", "2.0"]),
  id: z.string().nullable(),
  name: z.string(),
  description: z.string(),
  criteria: z.object({ narrative: z.string(), url: z.string().nullable() }),
  achievementId: z.string().nullable(),
  issuer: z.object({ id: z.string().nullable(), name: z.string(), url: z.string().nullable() }),
  issuedOn: daySchema.nullable(),
  expiresOn: daySchema.nullable(),
  /** What its issuer says it corresponds to elsewhere: a claim of theirs. */
  alignments: z.array(z.object({ name: z.string(), url: z.string().nullable(), framework: z.string() })),
});
export type BadgeContent = z.infer<typeof badgeContentSchema>;

/** The meta-badge a badge counts as: given by the Région itself, or recognised by it. */
export const recognisedAsSchema = z.object({
  how: z.enum(["framework", "recognition"]),
  metaBadgeId: idSchema,
  name: z.object({ fr: z.string(), en: z.string() }),
  level: levelSchema,
});
export type RecognisedAs = z.infer<typeof recognisedAsSchema>;

/** A badge judged: the verdict, each check, what it says, what the Région recognises in it. */
export const verificationSchema = z.object({
  verdict: verdictSchema,
  checks: z.array(checkSchema),
  badge: badgeContentSchema.nullable(),
  recognisedAs: recognisedAsSchema.nullable(),
  /** Now: a verification says what is true when it is made. */
  checkedAt: z.iso.datetime(),
});
export type VerificationView = z.infer<typeof verificationSchema>;
