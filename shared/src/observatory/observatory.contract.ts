import { z } from "zod";
import { idSchema, monthSchema } from "../platform/primitives.schema.ts";
import { route } from "../platform/route.ts";
import { competencyRefSchema } from "../referential/referential.schema.ts";

const steward = { roles: ["steward", "advisor"] } as const;

export const supplySchema = competencyRefSchema.extend({
  proven: z.number().int(),
  /** Acquired, proven or not. */
  acquired: z.number().int(),
  upcoming: z.array(z.object({ month: monthSchema, count: z.number().int() })),
  /** Open offers that ask for it as essential. */
  demand: z.number().int(),
});
export type Supply = z.infer<typeof supplySchema>;

const timeSchema = z.iso.datetime();

/** How true each search index is: what waits to be found, what was refused and why, since when it fails. */
export const searchStateSchema = z.object({
  engine: z.enum(["embedded", "meilisearch"]),
  indexes: z.array(
    z.object({
      index: z.enum(["candidates", "offers", "competencies", "occupations"]),
      ok: z.boolean(),
      /** Documents that can be found; null when the engine does not answer. */
      documents: z.number().int().nullable(),
      behind: z.number().int(),
      refused: z.number().int(),
      /** The last refused, at most 20. */
      refusedDocuments: z.array(z.object({ id: z.string(), reason: z.string(), since: timeSchema })),
      /** Of the server that answers; null before the first. */
      lastSuccess: timeSchema.nullable(),
      failingSince: timeSchema.nullable(),
      failure: z.string().nullable(),
    }),
  ),
});
export type SearchState = z.infer<typeof searchStateSchema>;

export const observatoryContract = {
  readOverview: route("GET", "/observatory/overview", steward, "The territory in figures").output(
    z.object({
      people: z.number().int(),
      inTraining: z.number().int(),
      providers: z.number().int(),
      companies: z.number().int(),
      pendingOrganisations: z.number().int(),
      openOffers: z.number().int(),
    }),
  ),
  readSearch: route(
    "GET",
    "/observatory/search",
    { roles: ["steward"] },
    "How true the search is: engine, delay of each index, documents refused",
  ).output(searchStateSchema),
  readSupply: route(
    "GET",
    "/observatory/occupations/{code}",
    steward,
    "For each competency of an occupation: who has it, who will and when, and how many offers ask for it",
  )
    .input(z.object({ code: idSchema }))
    .output(
      z.object({
        label: z.string(),
        labelEn: z.string().nullable(),
        months: z.array(monthSchema),
        supply: z.array(supplySchema),
      }),
    ),
};
