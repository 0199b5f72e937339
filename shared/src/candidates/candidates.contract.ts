import { z } from "zod";
import { idSchema } from "../platform/primitives.schema.ts";
import { route } from "../platform/route.ts";
import { candidatePageSchema, candidateSearchSchema, candidateSheetSchema } from "./candidate.schema.ts";

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
};
