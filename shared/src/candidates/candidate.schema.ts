import { z } from "zod";
import {
  communeCodeSchema,
  daySchema,
  givenDaySchema,
  idSchema,
  levelSchema,
  monthSchema,
  pageSchema,
} from "../platform/primitives.schema.ts";
import { contractKindSchema } from "../portfolio/portfolio.schema.ts";
import { occupationRefSchema } from "../referential/referential.schema.ts";

/** A competency asked, with the level below which it does not count. */
export const askedSchema = z.object({ competencyId: idSchema, level: levelSchema });
export type Asked = z.infer<typeof askedSchema>;

export const MAX_ESSENTIAL = 6;
export const MAX_USEFUL = 8;

/** How far ahead "needed by" may lie, in months: promises beyond are not made. */
export const HORIZON_MONTHS = 24;

export const availabilitySchema = z.enum(["now", "month1", "month3", "later"]);
export type Availability = z.infer<typeof availabilitySchema>;

export const candidateFiltersSchema = z.object({
  maxDistanceKm: z.number().int().min(1).max(500).optional(),
  contracts: z.array(contractKindSchema).max(6).optional(),
  availableBy: givenDaySchema.optional(),
  occupations: z.array(idSchema).max(20).optional(),
  areas: z.array(z.string().max(12)).max(30).optional(),
  text: z.string().trim().max(200).optional(),
});
export type CandidateFilters = z.infer<typeof candidateFiltersSchema>;

/** What an employer asks: 1 to 6 essential competencies, 0 to 8 useful ones, by a date, around a place. */
export const candidateSearchSchema = z
  .object({
    essential: z.array(askedSchema).min(1).max(MAX_ESSENTIAL),
    useful: z.array(askedSchema).max(MAX_USEFUL).default([]),
    neededBy: givenDaySchema,
    insee: communeCodeSchema.nullable().default(null),
    filters: candidateFiltersSchema.default({}),
    ...pageSchema,
  })
  .superRefine((query, context) => {
    const seen = new Set<string>();
    for (const [list, items] of [
      ["essential", query.essential],
      ["useful", query.useful],
    ] as const)
      items.forEach((item, index) => {
        if (seen.has(item.competencyId))
          context.addIssue({ code: "custom", message: "asked_twice", path: [list, index, "competencyId"] });
        seen.add(item.competencyId);
      });
  });
export type CandidateSearch = z.infer<typeof candidateSearchSchema>;

/** One verdict per competency asked (DESIGN section 3); `level` is what is held or coming, `later` a month after neededBy. */
export const verdictSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("proven"), level: levelSchema }),
  z.object({ kind: z.literal("acquired"), level: levelSchema }),
  z.object({ kind: z.literal("upcoming"), level: levelSchema, month: monthSchema }),
  z.object({ kind: z.literal("close"), competencyId: idSchema }),
  z.object({ kind: z.literal("missing") }),
]);
export type Verdict = z.infer<typeof verdictSchema>;

export const countsSchema = z.object({
  ready: z.number().int(),
  proven: z.number().int(),
  close: z.number().int(),
  useful: z.number().int(),
});
export type Counts = z.infer<typeof countsSchema>;

/** A verdict as a screen shows it: what was asked, and for what is coming, from which training. */
export const shownVerdictSchema = z.object({
  competencyId: idSchema,
  label: z.string(),
  labelEn: z.string().nullable(),
  level: levelSchema,
  verdict: verdictSchema,
  /** Label of the near competency, when close. */
  closeLabel: z.string().nullable(),
  closeLabelEn: z.string().nullable(),
  /** Programme that teaches it, when upcoming. */
  training: z.string().nullable(),
  /** Held below the level asked: at which level. */
  heldLevel: levelSchema.nullable(),
  /** Coming, but after the date needed: when. */
  later: monthSchema.nullable(),
});
export type ShownVerdict = z.infer<typeof shownVerdictSchema>;

export const candidateResultSchema = z.object({
  id: idSchema,
  /** Null for anonymous profiles. */
  name: z.string().nullable(),
  /** Distance in whole steps of 10 km: 0 is under 10 km; null without a place. */
  distanceStep: z.number().int().nullable(),
  area: z.string().nullable(),
  availableFrom: daySchema.nullable(),
  contracts: z.array(contractKindSchema),
  occupations: z.array(occupationRefSchema),
  counts: countsSchema,
  essential: z.array(shownVerdictSchema),
  useful: z.array(shownVerdictSchema),
});
export type CandidateResult = z.infer<typeof candidateResultSchema>;

const bucketSchema = z.object({
  value: z.string(),
  label: z.string(),
  labelEn: z.string().nullable().optional(),
  count: z.number().int(),
});

export const candidatePageSchema = z.object({
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  /** People with every essential competency ready: "who can do this". */
  allReady: z.number().int(),
  results: z.array(candidateResultSchema),
  facets: z.object({
    contracts: z.array(bucketSchema),
    areas: z.array(bucketSchema),
    occupations: z.array(bucketSchema),
    availability: z.array(bucketSchema),
  }),
});
export type CandidatePage = z.infer<typeof candidatePageSchema>;

/** One person's answer to a search, by the same rule as the list. */
export const candidateJudgementSchema = candidateResultSchema.pick({
  id: true,
  counts: true,
  essential: true,
  useful: true,
});
export type CandidateJudgement = z.infer<typeof candidateJudgementSchema>;

/** People with every essential competency ready by the end of a month. */
export const monthCountSchema = z.object({ month: monthSchema, ready: z.number().int() });
export type MonthCount = z.infer<typeof monthCountSchema>;

/** What an employer may read of one person: the result, every visible competency, never the identity unless named. */
export const candidateSheetSchema = z.object({
  id: idSchema,
  name: z.string().nullable(),
  area: z.string().nullable(),
  radiusKm: z.number().int(),
  availableFrom: daySchema.nullable(),
  contracts: z.array(contractKindSchema),
  occupations: z.array(occupationRefSchema),
  competencies: z.array(
    z.object({
      competencyId: idSchema,
      label: z.string(),
      labelEn: z.string().nullable(),
      familyLabel: z.string().nullable(),
      familyLabelEn: z.string().nullable(),
      mark: z.enum(["proven", "acquired", "upcoming"]),
      level: levelSchema,
      month: monthSchema.nullable(),
      /** Who proved it (organisation, never a person) or which training brings it. */
      source: z.string().nullable(),
    }),
  ),
  experiences: z.array(
    z.object({ kind: z.string(), title: z.string(), startsOn: monthSchema, endsOn: monthSchema.nullable() }),
  ),
});
export type CandidateSheet = z.infer<typeof candidateSheetSchema>;
