import { z } from "zod";
import { idSchema, placeSchema } from "../platform/primitives.schema.ts";
import { route } from "../platform/route.ts";
import {
  competencyRefSchema,
  occupationSchema,
  occupationSheetSchema,
  shownSuggestionSchema,
} from "./referential.schema.ts";

/** Families are counted among the competencies, as ROME does; knowledge apart. */
const countsSchema = z.object({
  occupations: z.number(),
  parentOccupations: z.number(),
  titles: z.number(),
  competencies: z.number(),
  families: z.number(),
  knowledge: z.number(),
  links: z.number(),
});

const openData = { public: "the referential is open data, and people look before they sign up" };

export const referentialContract = {
  suggest: route(
    "GET",
    "/referential/suggestions",
    openData,
    "Competencies or occupations, while typing: prefix, accents and case ignored, typos tolerated",
  )
    .input(
      z.object({
        q: z.string().max(100),
        kind: z.enum(["competency", "occupation"]),
        limit: z.coerce.number().int().min(1).max(30).default(10),
      }),
    )
    .output(z.array(shownSuggestionSchema)),
  listOccupations: route("GET", "/referential/occupations", openData, "Occupations, those in tension first")
    .input(z.object({ inTension: z.stringbool().optional() }))
    .output(z.array(occupationSchema.omit({ titles: true, definition: true }))),
  readOccupation: route(
    "GET",
    "/referential/occupations/{code}",
    openData,
    "An occupation and the competencies it asks",
  )
    .input(z.object({ code: idSchema }))
    .output(occupationSheetSchema),
  listTransversal: route(
    "GET",
    "/referential/transversal",
    openData,
    "The transversal competencies under the four meta-badges of the Région",
  ).output(z.array(competencyRefSchema)),
  suggestPlaces: route("GET", "/referential/places", openData, "Communes, while typing a name or a postcode")
    .input(z.object({ q: z.string().max(100), limit: z.coerce.number().int().min(1).max(20).default(8) }))
    .output(z.array(placeSchema.extend({ postcode: z.string() }))),
  readSummary: route(
    "GET",
    "/referential/summary",
    openData,
    "How many occupations, titles, competencies, families, knowledge items and links are held",
  ).output(
    countsSchema.extend({
      romeVersion: z.string().nullable(),
      /** The part that is ROME's, as the last import gave it; null before the first. */
      rome: countsSchema.nullable(),
    }),
  ),
};
