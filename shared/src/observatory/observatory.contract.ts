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
