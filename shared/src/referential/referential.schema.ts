import { z } from "zod";
import { idSchema, levelSchema } from "../platform/primitives.schema.ts";

export const competencyKindSchema = z.enum(["skill", "transversal", "knowledge", "family"]);
export type CompetencyKind = z.infer<typeof competencyKindSchema>;

/** An item of the referential. `romeOgr` is the ROME `code_ogr`; `familyId` points to an item of kind family. */
export const competencySchema = z.object({
  id: idSchema,
  label: z.string(),
  labelEn: z.string().nullable(),
  kind: competencyKindSchema,
  familyId: idSchema.nullable(),
  romeOgr: z.string().nullable(),
});
export type Competency = z.infer<typeof competencySchema>;

/** A competency as lists show it: label and the label of its family, in French and, when known, in English. */
export const competencyRefSchema = competencySchema.extend({
  familyLabel: z.string().nullable(),
  familyLabelEn: z.string().nullable(),
});
export type CompetencyRef = z.infer<typeof competencyRefSchema>;

/** An occupation; `code` is its ROME code (`F1602`), `parentCode` the ROME parent, itself when it is one. */
export const occupationSchema = z.object({
  code: idSchema,
  label: z.string(),
  labelEn: z.string().nullable(),
  definition: z.string().nullable(),
  parentCode: idSchema.nullable(),
  titles: z.array(z.string()),
  inTension: z.boolean(),
});
export type Occupation = z.infer<typeof occupationSchema>;

/** An occupation as lists name it. */
export const occupationRefSchema = occupationSchema.pick({ code: true, label: true, labelEn: true });
export type OccupationRef = z.infer<typeof occupationRefSchema>;

/** An occupation with what it asks; `level` is the level usually expected, `core` what makes the trade. */
export const occupationSheetSchema = occupationSchema.extend({
  competencies: z.array(competencyRefSchema.extend({ level: levelSchema, core: z.boolean() })),
});
export type OccupationSheet = z.infer<typeof occupationSheetSchema>;

export const suggestionSchema = z.object({
  id: idSchema,
  label: z.string(),
  labelEn: z.string().nullable(),
  /** What was recognised when it is not the label itself: a job title, an English label. */
  matched: z.string().nullable(),
  kind: z.enum(["competency", "occupation"]),
  familyId: idSchema.nullable(),
  familyLabel: z.string().nullable(),
  familyLabelEn: z.string().nullable(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/** Parts of a text, each from a position (included) to another (excluded), in UTF-16 units. */
const rangesSchema = z.array(z.tuple([z.number().int(), z.number().int()]));

/** A suggestion as it is shown: what of it answers what was typed. */
export const shownSuggestionSchema = suggestionSchema.extend({
  highlights: z.object({ label: rangesSchema, matched: rangesSchema }),
});
