import { z } from "zod";
import { communeCodeSchema, givenDaySchema, idSchema, pageSchema } from "../platform/primitives.schema.ts";
import { route } from "../platform/route.ts";
import { contractKindSchema } from "../portfolio/portfolio.schema.ts";
import {
  offerFacetsSchema,
  offerInputSchema,
  offerMatchSchema,
  offerSchema,
  offerSortSchema,
  publishedSinceSchema,
} from "./offer.schema.ts";

const employer = { roles: ["employer"] } as const;
const trainee = { roles: ["trainee"] } as const;

/** Offers for a trainee: words typed, filters, and the place that "near" is measured from, their own by default. */
export const matchesInputSchema = z.object({
  q: z.string().trim().max(200).optional(),
  contract: contractKindSchema.optional(),
  occupation: idSchema.optional(),
  area: z.string().max(12).optional(),
  insee: communeCodeSchema.optional(),
  maxDistanceKm: z.coerce.number().int().min(1).max(500).optional(),
  neededBefore: givenDaySchema.optional(),
  publishedSince: publishedSinceSchema.optional(),
  sort: offerSortSchema.default("match"),
  ...pageSchema,
});

export const offersContract = {
  listMine: route("GET", "/offers/mine", employer, "Offers of one's company, newest first").output(
    z.array(
      offerSchema.extend({
        /** People with every essential competency ready by the date, and people shown at all; null: not known now. */
        allReady: z.number().int().nullable(),
        found: z.number().int().nullable(),
      }),
    ),
  ),
  read: route("GET", "/offers/{id}", { roles: ["employer", "advisor", "steward"] }, "An offer")
    .input(z.object({ id: idSchema }))
    .output(offerSchema),
  save: route("PUT", "/offers/{id}", employer, "Create or change an offer")
    .input(offerInputSchema)
    .output(offerSchema),
  publish: route("POST", "/offers/{id}/publish", employer, "Publish an offer")
    .input(z.object({ id: idSchema }))
    .output(offerSchema),
  close: route("POST", "/offers/{id}/close", employer, "Close an offer")
    .input(z.object({ id: idSchema }))
    .output(offerSchema),
  listOpen: route(
    "GET",
    "/offers",
    { roles: ["advisor", "steward", "trainer", "providerAdmin"] },
    "Open offers of the territory, newest first",
  )
    .input(z.object({ occupation: idSchema.optional(), ...pageSchema }))
    .output(z.object({ total: z.number().int(), offers: z.array(offerSchema) })),
  listMatches: route(
    "GET",
    "/offers/matches",
    trainee,
    "Open offers with one's own verdicts, ordered by the same counts, seen from the other side",
  )
    .input(matchesInputSchema)
    .output(
      z.object({
        total: z.number().int(),
        matches: z.array(offerMatchSchema),
        facets: offerFacetsSchema,
      }),
    ),
  readMatch: route(
    "GET",
    "/offers/{id}/match",
    trainee,
    "One offer with one's own verdicts and what is missing",
  )
    .input(z.object({ id: idSchema }))
    .output(offerMatchSchema),
};
