import { z } from "zod";
import {
  communeCodeSchema,
  daySchema,
  givenDaySchema,
  idSchema,
  levelSchema,
  lineSchema,
  placeSchema,
  textSchema,
} from "../platform/primitives.schema.ts";
import { competencyRefSchema } from "../referential/referential.schema.ts";

const taughtSchema = z.object({ competencyId: idSchema, level: levelSchema });
const labelledTaughtSchema = taughtSchema.extend({ label: z.string(), labelEn: z.string().nullable() });

export const moduleSchema = z.object({ id: idSchema, name: z.string(), teaches: z.array(taughtSchema) });
export type TrainingModule = z.infer<typeof moduleSchema>;

/** A programme is modules; a module teaches competencies at a level. */
export const programmeSchema = z.object({
  id: idSchema,
  providerId: idSchema,
  providerName: z.string(),
  name: z.string(),
  occupationCode: idSchema.nullable(),
  modules: z.array(moduleSchema.extend({ teaches: z.array(labelledTaughtSchema) })),
  revision: z.number().int(),
});
export type Programme = z.infer<typeof programmeSchema>;

/** Reports each item whose key was seen before, at `path` in the input. */
function refuseTwice(
  keys: readonly string[],
  path: (index: number) => (string | number)[],
  context: z.RefinementCtx,
): void {
  keys.forEach((key, index) => {
    if (keys.indexOf(key) < index)
      context.addIssue({ code: "custom", message: "given_twice", path: path(index) });
  });
}

export const programmeInputSchema = z
  .object({
    id: idSchema,
    name: lineSchema(120),
    occupationCode: idSchema.nullable(),
    modules: z
      .array(z.object({ id: idSchema, name: lineSchema(120), teaches: z.array(taughtSchema).min(1).max(30) }))
      .min(1)
      .max(30),
    /** 0 for a new one; else the revision that was read. */
    revision: z.number().int().min(0),
  })
  .superRefine((programme, context) => {
    refuseTwice(
      programme.modules.map((module) => module.id),
      (index) => ["modules", index, "id"],
      context,
    );
    programme.modules.forEach((module, index) => {
      refuseTwice(
        module.teaches.map((taught) => taught.competencyId),
        (taught) => ["modules", index, "teaches", taught, "competencyId"],
        context,
      );
    });
  });
export type ProgrammeInput = z.infer<typeof programmeInputSchema>;

/** A session runs a programme between two days; each module ends on a day inside them, the last one if not said. */
export const sessionInputSchema = z
  .object({
    id: idSchema,
    programmeId: idSchema,
    startsOn: givenDaySchema,
    endsOn: givenDaySchema,
    insee: communeCodeSchema,
    trainerIds: z.array(idSchema).max(20),
    moduleEnds: z.array(z.object({ moduleId: idSchema, endsOn: givenDaySchema })).max(30),
    revision: z.number().int().min(0),
  })
  .superRefine((session, context) => {
    refuseTwice(session.trainerIds, (index) => ["trainerIds", index], context);
    refuseTwice(
      session.moduleEnds.map((end) => end.moduleId),
      (index) => ["moduleEnds", index, "moduleId"],
      context,
    );
  });
export type SessionInput = z.infer<typeof sessionInputSchema>;

export const enrolmentEndSchema = z.enum(["completed", "leftForWork", "left", "moved"]);
export type EnrolmentEnd = z.infer<typeof enrolmentEndSchema>;

export const enrolmentSchema = z.object({
  id: idSchema,
  sessionId: idSchema,
  traineeId: idSchema,
  openedOn: daySchema,
  closedOn: daySchema.nullable(),
  end: enrolmentEndSchema.nullable(),
  skippedModuleIds: z.array(idSchema),
  passedModuleIds: z.array(idSchema),
  revision: z.number().int(),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** A session in a list; `modules` say when each one ends, in the order of the programme. */
export const sessionSummarySchema = z.object({
  id: idSchema,
  programmeId: idSchema,
  programmeName: z.string(),
  providerId: idSchema,
  providerName: z.string(),
  startsOn: daySchema,
  endsOn: daySchema,
  place: placeSchema,
  trainers: z.array(z.object({ id: idSchema, name: z.string() })),
  modules: z.array(z.object({ id: idSchema, name: z.string(), endsOn: daySchema })),
  /** Enrolments open today. */
  enrolled: z.number().int(),
  revision: z.number().int(),
});
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

export const sessionModuleSchema = moduleSchema.extend({
  endsOn: daySchema,
  teaches: z.array(labelledTaughtSchema),
});

export const sessionSheetSchema = sessionSummarySchema.extend({
  modules: z.array(sessionModuleSchema),
  enrolments: z.array(
    enrolmentSchema.extend({
      firstName: z.string(),
      lastName: z.string(),
      /** Competencies of the session already proven, of those it teaches. */
      proven: z.number().int(),
      taught: z.number().int(),
    }),
  ),
});
export type SessionSheet = z.infer<typeof sessionSheetSchema>;

/** What positioning shows for one module: what the trainee has already proven of it. */
export const positioningSchema = z.object({
  traineeName: z.string(),
  modules: z.array(
    z.object({
      moduleId: idSchema,
      name: z.string(),
      skipped: z.boolean(),
      passed: z.boolean(),
      competencies: z.array(
        competencyRefSchema.extend({
          level: levelSchema,
          provenLevel: levelSchema.nullable(),
          heldLevel: levelSchema.nullable(),
        }),
      ),
    }),
  ),
});

export type Positioning = z.infer<typeof positioningSchema>;

export const enrolInputSchema = z.object({
  id: idSchema,
  sessionId: idSchema,
  traineeId: idSchema,
  openedOn: givenDaySchema,
});

export type EnrolInput = z.infer<typeof enrolInputSchema>;

export const closeEnrolmentSchema = z.object({
  enrolmentId: idSchema,
  closedOn: givenDaySchema,
  end: enrolmentEndSchema,
});
export type CloseEnrolment = z.infer<typeof closeEnrolmentSchema>;

export const passModuleSchema = z.object({
  enrolmentId: idSchema,
  moduleId: idSchema,
  observedOn: givenDaySchema,
  comment: textSchema(1000).default(""),
});
export type PassModule = z.infer<typeof passModuleSchema>;
