import { z } from "zod";
import { idSchema, monthSchema } from "../platform/primitives.schema.ts";
import { route } from "../platform/route.ts";
import {
  candidateJudgementSchema,
  candidatePageSchema,
  candidateSearchSchema,
  candidateSheetSchema,
  HORIZON_MONTHS,
  monthCountSchema,
} from "./candidate.schema.ts";

const seekers = { roles: ["employer", "steward"] } as const;

export const candidatesContract = {
  search: route(
    "POST",
    "/candidates/search",
    seekers,
    "The people who have the competencies, or soon will, in the order of the public rule",
  )
    .input(candidateSearchSchema)
    .output(candidatePageSchema),
  read: route("GET", "/candidates/{id}", seekers, "One person, as their visibility allows")
    .input(z.object({ id: idSchema }))
    .output(candidateSheetSchema),
  judge: route(
    "POST",
    "/candidates/{id}/judgement",
    seekers,
    "One person's verdicts for a search, by the same rule",
  )
    .input(z.object({ id: idSchema, search: candidateSearchSchema }))
    .output(candidateJudgementSchema),
  countByMonth: route(
    "POST",
    "/candidates/months",
    seekers,
    "For each month, how many people will have every essential competency by its end",
  )
    .input(
      z.object({ search: candidateSearchSchema, months: z.array(monthSchema).min(1).max(HORIZON_MONTHS) }),
    )
    .output(z.array(monthCountSchema)),
};
