import { z } from "zod";
import { daySchema, idSchema, levelSchema, lineSchema, textSchema } from "../platform/primitives.schema.ts";
import { competencyRefSchema } from "../referential/referential.schema.ts";
import { MOTIFS } from "./motifs.ts";

export const metaBadgeKindSchema = z.enum(["transversal", "technical", "digital"]);
export type MetaBadgeKind = z.infer<typeof metaBadgeKindSchema>;

/** One of our own drawings (`motifs.ts`), readable in black and white. */
export const motifSchema = z.enum(MOTIFS);

/** Ids that become part of a public address: no dot, which tells a version or a level from what is before it. */
export const badgeIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{1,63}$/, "id");

/** The same text in both languages of the product; the French one is what the Région signs. */
export const bilingualLineSchema = (max: number) => z.object({ fr: lineSchema(max), en: lineSchema(max) });
export const bilingualTextSchema = (max: number) =>
  z.object({ fr: textSchema(max).min(1), en: textSchema(max).min(1) });
export type Bilingual = { fr: string; en: string };

/** Something one can see somebody do, in plain words. */
export const metaCriterionSchema = z.object({ id: idSchema, text: bilingualLineSchema(240) });
export type MetaCriterion = z.infer<typeof metaCriterionSchema>;

export const metaLevelSchema = z.object({
  level: levelSchema,
  criteria: z.array(metaCriterionSchema).min(1).max(8),
});
export type MetaLevel = z.infer<typeof metaLevelSchema>;

const ascending = (levels: readonly { level: number }[]) =>
  levels.every((one, index) => index === 0 || one.level > (levels[index - 1]?.level ?? 0));
const distinct = (ids: readonly string[]) => new Set(ids).size === ids.length;

/** What a meta-badge says in one version: its levels go up, and each proves `competencyIds` at that level. */
export const metaBadgeContentSchema = z.object({
  name: bilingualLineSchema(80),
  summary: bilingualTextSchema(600),
  kind: metaBadgeKindSchema,
  motif: motifSchema,
  levels: z.array(metaLevelSchema).min(1).max(4).refine(ascending, "levels_not_ascending"),
  competencyIds: z.array(idSchema).min(1).max(12).refine(distinct, "given_twice"),
});
export type MetaBadgeContent = z.infer<typeof metaBadgeContentSchema>;

export const metaBadgeVersionSchema = metaBadgeContentSchema.extend({
  version: z.number().int().min(1),
  publishedOn: daySchema,
});
export type MetaBadgeVersion = z.infer<typeof metaBadgeVersionSchema>;

/** draft: never published; published: its last version is in force; retired: no longer recognised nor issued. */
export const metaBadgeStatusSchema = z.enum(["draft", "published", "retired"]);
export type MetaBadgeStatus = z.infer<typeof metaBadgeStatusSchema>;

export const metaBadgeSchema = z.object({
  id: idSchema,
  status: metaBadgeStatusSchema,
  /** Oldest first; each is frozen. The last one is in force. */
  versions: z.array(
    metaBadgeVersionSchema.extend({
      /** The public address of each level: what badges and alignments name. */
      achievements: z.array(z.object({ level: levelSchema, url: z.string() })),
    }),
  ),
  /** Named by the last version, and by the draft for who sees it. */
  competencies: z.array(competencyRefSchema),
  /** What the steward prepares; null for everybody else. */
  draft: metaBadgeContentSchema.nullable(),
  retired: z.object({ on: daySchema, reason: z.string() }).nullable(),
  revision: z.number().int(),
});
export type MetaBadge = z.infer<typeof metaBadgeSchema>;

/** `revision` is the one that was read, 0 for a new meta-badge. */
export const metaBadgeDraftInputSchema = z.object({
  id: badgeIdSchema,
  content: metaBadgeContentSchema,
  revision: z.number().int().min(0),
});
export type MetaBadgeDraftInput = z.infer<typeof metaBadgeDraftInputSchema>;
