import { z } from "zod";
import { idSchema } from "../platform/primitives.schema.ts";
import { route } from "../platform/route.ts";
import {
  declarationsInputSchema,
  experienceInputSchema,
  portfolioSchema,
  preferencesInputSchema,
  visibilitySchema,
} from "./portfolio.schema.ts";

const own = { roles: ["trainee"] } as const;

export const portfolioContract = {
  readMine: route("GET", "/portfolio", own, "One's own portfolio").output(portfolioSchema),
  readFollowed: route(
    "GET",
    "/portfolios/{traineeId}",
    { roles: ["trainer", "providerAdmin"] },
    "The portfolio of a trainee one follows, without their preferences for work",
  )
    .input(z.object({ traineeId: idSchema }))
    .output(portfolioSchema.omit({ preferences: true, visibility: true, revision: true })),
  saveExperience: route(
    "PUT",
    "/portfolio/experiences/{id}",
    own,
    "Add or change an experience; its competencies are declared with it",
  )
    .input(experienceInputSchema)
    .output(portfolioSchema),
  removeExperience: route(
    "DELETE",
    "/portfolio/experiences/{id}",
    own,
    "Remove an experience; what was declared with it is withdrawn",
  )
    .input(z.object({ id: idSchema }))
    .output(portfolioSchema),
  declare: route(
    "POST",
    "/portfolio/declarations",
    own,
    "Declare competencies with a level; declaring again changes the level",
  )
    .input(declarationsInputSchema)
    .output(portfolioSchema),
  withdrawDeclaration: route(
    "POST",
    "/portfolio/competencies/{competencyId}/withdrawal",
    own,
    "Withdraw what one declared of a competency; proof by others stays",
  )
    .input(z.object({ competencyId: idSchema }))
    .output(portfolioSchema),
  savePreferences: route(
    "PUT",
    "/portfolio/preferences",
    own,
    "Place, radius, availability, contracts, occupations",
  )
    .input(preferencesInputSchema)
    .output(portfolioSchema),
  saveVisibility: route("PUT", "/portfolio/visibility", own, "Who may find this portfolio")
    .input(z.object({ visibility: visibilitySchema }))
    .output(portfolioSchema),
  printCv: route("GET", "/portfolio/cv", own, "CV in PDF: what is proven, acquired and coming")
    .input(z.object({ locale: z.enum(["fr", "en"]).default("fr") }))
    .output(z.file()),
};
