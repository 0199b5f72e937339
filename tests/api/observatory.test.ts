import { randomUUID } from "node:crypto";
import { addDays } from "@acquis/shared/platform/dates.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aPerson } from "../testing/people.ts";
import { type Product, startProduct, TODAY } from "../testing/product.ts";
import { aSchool, ROUEN } from "../testing/school.ts";

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

it("in training today are people, once each, in a session that runs today and not those who stayed enrolled in one that is over", async () => {
  const school = await aSchool(product, [[{ competencyId: "c-gestes-postures", level: 2 }]]);
  const aSession = async (startsOn: string, endsOn: string) => {
    const id = randomUUID();
    await school.admin.api.training.saveSession({
      id,
      programmeId: school.programmeId,
      startsOn,
      endsOn,
      insee: ROUEN,
      trainerIds: [],
      moduleEnds: [],
      revision: 0,
    });
    return id;
  };
  const enrol = (traineeId: string, sessionId: string, openedOn: string) =>
    school.admin.api.training.enrol({ id: randomUUID(), sessionId, traineeId, openedOn });
  const [here, left, later] = [
    await aPerson(product, "trainee"),
    await aPerson(product, "trainee"),
    await aPerson(product, "trainee"),
  ];
  const other = await aSession(addDays(TODAY, -5), addDays(TODAY, 5));
  await enrol(here.id, school.sessionId, addDays(TODAY, -30));
  await enrol(here.id, other, addDays(TODAY, -5));
  await enrol(left.id, await aSession(addDays(TODAY, -60), addDays(TODAY, -1)), addDays(TODAY, -60));
  await enrol(later.id, await aSession(addDays(TODAY, 1), addDays(TODAY, 60)), addDays(TODAY, 1));
  const steward = await aPerson(product, "steward");
  expect(await steward.api.observatory.readOverview()).toMatchObject({ inTraining: 1 });
});
