import { z } from "zod";
import {
  communeCodeSchema,
  daySchema,
  idSchema,
  lineSchema,
  placeSchema,
  textSchema,
} from "../platform/primitives.schema.ts";

export const roleSchema = z.enum(["trainee", "trainer", "providerAdmin", "employer", "advisor", "steward"]);
export type Role = z.infer<typeof roleSchema>;
export const ROLES = roleSchema.options;

export const organisationKindSchema = z.enum(["provider", "company", "advisory", "region"]);
export type OrganisationKind = z.infer<typeof organisationKindSchema>;

export const organisationStatusSchema = z.enum(["pending", "approved", "suspended"]);
export type OrganisationStatus = z.infer<typeof organisationStatusSchema>;

/** The kind of organisation each role belongs to; trainees belong to none. */
export const organisationKindOf: Record<Role, OrganisationKind | null> = {
  trainee: null,
  trainer: "provider",
  providerAdmin: "provider",
  employer: "company",
  advisor: "advisory",
  steward: "region",
};

/** Stored and compared in lower case: one person, one account. */
export const emailSchema = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase());

/** Length before composition rules (ANSSI, NIST 800-63B): 12 characters or more. */
export const passwordSchema = z.string().min(12).max(200);

export const localeSchema = z.enum(["fr", "en"]);
export type Locale = z.infer<typeof localeSchema>;

export const organisationSchema = z.object({
  id: idSchema,
  kind: organisationKindSchema,
  name: z.string(),
  siret: z.string().nullable(),
  place: placeSchema.nullable(),
  status: organisationStatusSchema,
  statusReason: z.string().nullable(),
  createdOn: daySchema,
  members: z.number().int().optional(),
});
export type Organisation = z.infer<typeof organisationSchema>;

/** What a signed-in person's screens need to know of them, and nothing secret. */
export const accountSchema = z.object({
  id: idSchema,
  email: z.string(),
  role: roleSchema,
  firstName: z.string(),
  lastName: z.string(),
  locale: localeSchema,
  organisation: z
    .object({
      id: idSchema,
      name: z.string(),
      kind: organisationKindSchema,
      status: organisationStatusSchema,
    })
    .nullable(),
});
export type Account = z.infer<typeof accountSchema>;

/** Who asks: what every policy is given. */
export interface Actor {
  accountId: string;
  role: Role;
  organisationId: string | null;
}

export const siretSchema = z.string().regex(/^\d{14}$/, "siret");

export const registrationSchema = z.object({
  role: z.enum(["trainee", "employer"]),
  email: emailSchema,
  firstName: lineSchema(80),
  lastName: lineSchema(80),
  locale: localeSchema.default("fr"),
  company: z
    .object({ name: lineSchema(120), siret: siretSchema.optional(), insee: communeCodeSchema.optional() })
    .optional(),
});

export const invitationSchema = z.object({
  id: idSchema,
  email: emailSchema,
  role: roleSchema,
  firstName: lineSchema(80),
  lastName: lineSchema(80),
  organisationId: idSchema.optional(),
  /** For a trainee: the session they will be enrolled in when they accept. */
  sessionId: idSchema.optional(),
});

export const linkPurposeSchema = z.enum(["registration", "invitation", "passwordReset"]);
export type LinkPurpose = z.infer<typeof linkPurposeSchema>;

export const linkSchema = z.object({
  purpose: linkPurposeSchema,
  email: z.string(),
  role: roleSchema,
  firstName: z.string(),
  lastName: z.string(),
  organisationName: z.string().nullable(),
});

export const organisationDecisionSchema = z.object({
  id: idSchema,
  decision: z.enum(["approved", "suspended"]),
  reason: textSchema(500).default(""),
});

export const demoMailSchema = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  sentAt: z.string(),
});
