import { z } from "zod";
import {
  askedSchema,
  countsSchema,
  MAX_ESSENTIAL,
  MAX_USEFUL,
  shownVerdictSchema,
} from "../candidates/candidate.schema.ts";
import {
  communeCodeSchema,
  daySchema,
  givenDaySchema,
  idSchema,
  lineSchema,
  placeSchema,
  textSchema,
} from "../platform/primitives.schema.ts";
import { contractKindSchema } from "../portfolio/portfolio.schema.ts";

/** draft: only its company sees it; open: published; closed: no longer shown. */
export const offerStatusSchema = z.enum(["draft", "open", "closed"]);
export type OfferStatus = z.infer<typeof offerStatusSchema>;

export const offerInputSchema = z.object({
  id: idSchema,
  title: lineSchema(120),
  occupationCode: idSchema.nullable(),
  description: textSchema(4000).default(""),
  contract: contractKindSchema,
  insee: communeCodeSchema,
  neededBy: givenDaySchema,
  essential: z.array(askedSchema).min(1).max(MAX_ESSENTIAL),
  useful: z.array(askedSchema).max(MAX_USEFUL).default([]),
  revision: z.number().int().min(0),
});

const labelledAskedSchema = askedSchema.extend({ label: z.string(), labelEn: z.string().nullable() });

export const offerSchema = z.object({
  id: idSchema,
  companyId: idSchema,
  companyName: z.string(),
  title: z.string(),
  occupationCode: idSchema.nullable(),
  occupationLabel: z.string().nullable(),
  occupationLabelEn: z.string().nullable(),
  description: z.string(),
  contract: contractKindSchema,
  place: placeSchema,
  neededBy: daySchema,
  essential: z.array(labelledAskedSchema),
  useful: z.array(labelledAskedSchema),
  status: offerStatusSchema,
  publishedOn: daySchema.nullable(),
  revision: z.number().int(),
});
export type Offer = z.infer<typeof offerSchema>;

/** How a trainee's offers are ordered: by the public rule, the newest first, the nearest first. */
export const offerSortSchema = z.enum(["match", "date", "distance"]);
export type OfferSort = z.infer<typeof offerSortSchema>;

/** Published within a day, a week, a month. */
export const publishedSinceSchema = z.enum(["day", "week", "month"]);
export type PublishedSince = z.infer<typeof publishedSinceSchema>;

/** Parts of a text, each from a position (included) to another (excluded), in UTF-16 units. */
const rangesSchema = z.array(z.tuple([z.number().int(), z.number().int()]));

/** What of an offer answers the words typed; the excerpt is of its description. */
export const offerHighlightsSchema = z.object({
  title: rangesSchema,
  companyName: rangesSchema,
  occupationLabel: rangesSchema,
  excerpt: z.object({ text: z.string(), ranges: rangesSchema }).nullable(),
});
export type OfferHighlights = z.infer<typeof offerHighlightsSchema>;

const bucketSchema = z.object({
  value: z.string(),
  label: z.string(),
  labelEn: z.string().nullable().optional(),
  count: z.number().int(),
});

/** How many of the offers found there are by value, most first; each offer once in `published` (`older` beyond a month). */
export const offerFacetsSchema = z.object({
  contracts: z.array(bucketSchema),
  areas: z.array(bucketSchema),
  occupations: z.array(bucketSchema),
  published: z.array(bucketSchema),
});
export type OfferFacets = z.infer<typeof offerFacetsSchema>;

/** An offer seen from the trainee's side: their own verdicts by the same rule, and what is missing. */
export const offerMatchSchema = z.object({
  offer: offerSchema,
  counts: countsSchema,
  essential: z.array(shownVerdictSchema),
  useful: z.array(shownVerdictSchema),
  distanceKm: z.number().int().nullable(),
  /** Null when no word was typed. */
  highlights: offerHighlightsSchema.nullable(),
});
export type OfferMatch = z.infer<typeof offerMatchSchema>;
