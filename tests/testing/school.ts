import { randomUUID } from "node:crypto";
import { addDays } from "@acquis/shared/platform/dates.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { aPerson, settle, type TestPerson } from "./people.ts";
import { type Product, TODAY } from "./product.ts";

export const ROUEN = "76540";
export const CAEN = "14118";

export interface School {
  admin: TestPerson;
  trainer: TestPerson;
  programmeId: string;
  sessionId: string;
  moduleIds: string[];
  enrol(trainee: TestPerson): Promise<string>;
}

/** A provider with a trainer, and a session under way: one module over last month, one that ends in two months. */
export async function aSchool(
  product: Product,
  taught: { competencyId: string; level: Level }[][],
  options: { ends?: string[] } = {},
): Promise<School> {
  const admin = await aPerson(product, "providerAdmin");
  const organisationId = admin.organisationId ?? "";
  const trainer = await aPerson(product, "trainer", {
    organisationId,
    firstName: "Claire",
    lastName: "Lefèvre",
  });
  const programmeId = randomUUID();
  const moduleIds = taught.map(() => randomUUID());
  await admin.api.training.saveProgramme({
    id: programmeId,
    name: "Titre professionnel",
    occupationCode: null,
    modules: taught.map((teaches, index) => ({
      id: moduleIds[index] ?? "",
      name: `Module ${index + 1}`,
      teaches,
    })),
    revision: 0,
  });
  const sessionId = randomUUID();
  const ends = options.ends ?? [addDays(TODAY, -20), addDays(TODAY, 60)];
  await admin.api.training.saveSession({
    id: sessionId,
    programmeId,
    startsOn: addDays(TODAY, -90),
    endsOn: addDays(TODAY, 90),
    insee: ROUEN,
    trainerIds: [trainer.id],
    moduleEnds: moduleIds.map((moduleId, index) => ({ moduleId, endsOn: ends[index] ?? addDays(TODAY, 90) })),
    revision: 0,
  });
  return {
    admin,
    trainer,
    programmeId,
    sessionId,
    moduleIds,
    async enrol(trainee) {
      const id = randomUUID();
      await admin.api.training.enrol({ id, sessionId, traineeId: trainee.id, openedOn: TODAY });
      await settle(product);
      return id;
    },
  };
}
