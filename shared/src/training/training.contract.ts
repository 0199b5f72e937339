import { z } from "zod";
import { doneSchema, givenDaySchema, idSchema } from "../platform/primitives.schema.ts";
import { route } from "../platform/route.ts";
import {
  closeEnrolmentSchema,
  enrolInputSchema,
  enrolmentSchema,
  passModuleSchema,
  positioningSchema,
  programmeInputSchema,
  programmeSchema,
  sessionInputSchema,
  sessionModuleSchema,
  sessionSheetSchema,
  sessionSummarySchema,
} from "./training.schema.ts";

const provider = { roles: ["trainer", "providerAdmin"] } as const;
const admin = { roles: ["providerAdmin"] } as const;

export const trainingContract = {
  listProgrammes: route("GET", "/programmes", provider, "Programmes of one's provider").output(
    z.array(programmeSchema),
  ),
  saveProgramme: route("PUT", "/programmes/{id}", admin, "Create or change a programme and its modules")
    .input(programmeInputSchema)
    .output(programmeSchema),
  listSessions: route(
    "GET",
    "/sessions",
    provider,
    "Sessions: a trainer's own, a provider admin's whole organisation; the latest 300 that end by a day",
  )
    .input(z.object({ endsBy: givenDaySchema.optional() }).optional())
    .output(z.array(sessionSummarySchema)),
  readSession: route("GET", "/sessions/{id}", provider, "A session, its modules and who attends it")
    .input(z.object({ id: idSchema }))
    .output(sessionSheetSchema),
  saveSession: route("PUT", "/sessions/{id}", admin, "Create or change a session")
    .input(sessionInputSchema)
    .output(sessionSheetSchema),
  listTrainers: route("GET", "/trainers", admin, "Trainers of one's provider").output(
    z.array(z.object({ id: idSchema, name: z.string(), email: z.string() })),
  ),
  findTrainee: route(
    "GET",
    "/trainees",
    admin,
    "Find by exact e-mail address a trainee who already has an account, to enrol them",
  )
    .input(z.object({ email: z.string().max(254) }))
    .output(z.object({ id: idSchema, name: z.string() }).nullable()),
  enrol: route("POST", "/enrolments", admin, "Enrol a trainee in a session, at any time")
    .input(enrolInputSchema)
    .output(enrolmentSchema),
  closeEnrolment: route(
    "POST",
    "/enrolments/{enrolmentId}/close",
    provider,
    "Record that a trainee left the session; what it promised is withdrawn",
  )
    .input(closeEnrolmentSchema)
    .output(doneSchema),
  readPositioning: route(
    "GET",
    "/enrolments/{enrolmentId}/positioning",
    provider,
    "Module by module, what the trainee has already proven",
  )
    .input(z.object({ enrolmentId: idSchema }))
    .output(positioningSchema),
  skipModule: route(
    "POST",
    "/enrolments/{enrolmentId}/modules/{moduleId}/skip",
    provider,
    "Positioning: the trainee may skip this module, or has to attend it after all",
  )
    .input(z.object({ enrolmentId: idSchema, moduleId: idSchema, skipped: z.boolean() }))
    .output(doneSchema),
  passModule: route(
    "POST",
    "/enrolments/{enrolmentId}/modules/{moduleId}/pass",
    { roles: ["trainer"] },
    "The trainee passed the module: each competency it teaches is attested at its level",
  )
    .input(passModuleSchema)
    .output(doneSchema),
  listMyTraining: route(
    "GET",
    "/training/mine",
    { roles: ["trainee"] },
    "The sessions a trainee attends or attended",
  ).output(
    z.array(
      enrolmentSchema.extend({
        session: sessionSummarySchema.extend({ modules: z.array(sessionModuleSchema) }),
      }),
    ),
  ),
};
