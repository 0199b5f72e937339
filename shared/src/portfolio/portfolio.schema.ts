import { z } from "zod";
import {
  communeCodeSchema,
  daySchema,
  givenDaySchema,
  idSchema,
  levelSchema,
  lineSchema,
  monthSchema,
  placeSchema,
  textSchema,
} from "../platform/primitives.schema.ts";
import { competencyRefSchema, occupationRefSchema } from "../referential/referential.schema.ts";
import { evidenceSchema } from "./evidence.schema.ts";

export const experienceKindSchema = z.enum(["work", "association", "personal", "training"]);
export type ExperienceKind = z.infer<typeof experienceKindSchema>;

export const experienceSchema = z.object({
  id: idSchema,
  kind: experienceKindSchema,
  title: z.string(),
  organisation: z.string(),
  startsOn: monthSchema,
  endsOn: monthSchema.nullable(),
  description: z.string(),
  competencyIds: z.array(idSchema),
});
export type Experience = z.infer<typeof experienceSchema>;

const declaredSchema = z.object({ competencyId: idSchema, level: levelSchema });
export type Declared = z.infer<typeof declaredSchema>;

/** One competency has one level in one command. */
function refuseTwice(items: readonly Declared[], field: string, context: z.RefinementCtx): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    if (seen.has(item.competencyId))
      context.addIssue({ code: "custom", message: "given_twice", path: [field, index, "competencyId"] });
    seen.add(item.competencyId);
  });
}

export const experienceInputSchema = z
  .object({
    id: idSchema,
    kind: experienceKindSchema,
    title: lineSchema(120),
    organisation: textSchema(120).default(""),
    startsOn: monthSchema,
    endsOn: monthSchema.nullable(),
    description: textSchema(2000).default(""),
    /** The competencies used there, declared with their level. */
    competencies: z.array(declaredSchema).max(30),
  })
  .superRefine(({ competencies }, context) => refuseTwice(competencies, "competencies", context));
export type ExperienceInput = z.infer<typeof experienceInputSchema>;

export const contractKindSchema = z.enum([
  "permanent",
  "fixedTerm",
  "temporary",
  "apprenticeship",
  "seasonal",
  "partTime",
]);
export type ContractKind = z.infer<typeof contractKindSchema>;
export const CONTRACT_KINDS = contractKindSchema.options;

export const preferencesSchema = z.object({
  place: placeSchema.nullable(),
  radiusKm: z.number().int().min(0).max(200),
  availableFrom: daySchema.nullable(),
  /** Empty: any contract. */
  contracts: z.array(contractKindSchema),
  occupations: z.array(occupationRefSchema),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const preferencesInputSchema = z.object({
  insee: communeCodeSchema.nullable(),
  radiusKm: z.number().int().min(0).max(200),
  availableFrom: givenDaySchema.nullable(),
  contracts: z.array(contractKindSchema).max(6),
  occupationCodes: z.array(idSchema).max(5),
});
export type PreferencesInput = z.infer<typeof preferencesInputSchema>;

/** private: in no search; anonymous: found without a name; named: found with first and last name. */
export const visibilitySchema = z.enum(["private", "anonymous", "named"]);
export type Visibility = z.infer<typeof visibilitySchema>;

export const upcomingSchema = z.object({
  level: levelSchema,
  month: monthSchema,
  expectedOn: daySchema,
  from: z.string(),
});

/** One competency of a portfolio: its standing today, derived, and the evidence behind it. */
export const portfolioCompetencySchema = competencyRefSchema.extend({
  mark: z.enum(["proven", "acquired", "upcoming", "missing"]),
  heldLevel: levelSchema.nullable(),
  provenLevel: levelSchema.nullable(),
  upcoming: z.array(upcomingSchema),
  evidence: z.array(evidenceSchema),
  /** An attestation was asked for and not answered yet. */
  requested: z.boolean(),
});
export type PortfolioCompetency = z.infer<typeof portfolioCompetencySchema>;

export const portfolioSchema = z.object({
  traineeId: idSchema,
  firstName: z.string(),
  lastName: z.string(),
  experiences: z.array(experienceSchema),
  competencies: z.array(portfolioCompetencySchema),
  /** `areaLabel`: the group of communes, all that an employer is told of the place. */
  preferences: preferencesSchema.extend({ areaLabel: z.string().nullable() }),
  visibility: visibilitySchema,
  revision: z.number().int(),
});
export type Portfolio = z.infer<typeof portfolioSchema>;

export const declarationsInputSchema = z
  .object({ items: z.array(declaredSchema).min(1).max(60) })
  .superRefine(({ items }, context) => refuseTwice(items, "items", context));
