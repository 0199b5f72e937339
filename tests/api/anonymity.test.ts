import { randomUUID } from "node:crypto";
import { addDays } from "@acquis/shared/platform/dates.ts";
import type { Visibility } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../testing/client.ts";
import { aPerson, settle, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct, TODAY } from "../testing/product.ts";
import { aSchool, CAEN, ROUEN } from "../testing/school.ts";

let product: Product;
let employer: TestPerson;
let skill: string;

beforeAll(async () => {
  product = await startProduct();
  employer = await aPerson(product, "employer");
  const sheet = await employer.api.referential.readOccupation({ code: "K1304" });
  skill = sheet.competencies[0]?.id ?? "";
});
afterAll(() => product.stop());

/** Somebody who wrote who they are wherever they could. */
async function aTalkativePerson(visibility: Visibility) {
  const person = await aPerson(product, "trainee", { firstName: "Solveig", lastName: "Kerdoncuff" });
  const school = await aSchool(product, [[{ competencyId: skill, level: 2 }]]);
  await school.enrol(person);
  await person.api.portfolio.saveExperience({
    id: "own",
    kind: "work",
    title: "Gérante, Kerdoncuff Services, solveig@mail.example, 06 12 34 56 78",
    organisation: "Chez Kerdoncuff",
    startsOn: "2022-01",
    endsOn: null,
    description: "Moi, Solveig Kerdoncuff",
    competencies: [{ competencyId: skill, level: 2 }],
  });
  await school.trainer.api.attestations.attest({
    id: randomUUID(),
    traineeId: person.id,
    competencyId: skill,
    level: 2,
    comment: "Solveig Kerdoncuff travaille bien",
    observedOn: TODAY,
    context: "workplace",
  });
  await person.api.portfolio.savePreferences({
    insee: ROUEN,
    radiusKm: 20,
    availableFrom: null,
    contracts: [],
    occupationCodes: [],
  });
  await person.api.portfolio.saveVisibility({ visibility });
  await settle(product);
  return { person, school };
}

const asked = () => ({
  essential: [{ competencyId: skill, level: 2 as const }],
  neededBy: addDays(TODAY, 30),
  insee: CAEN,
});
/** All that an employer can read of somebody. */
async function allAbout(id: string): Promise<string> {
  const search = asked();
  const page = await employer.api.candidates.search(search);
  return JSON.stringify([
    page.results.find((one) => one.id === id),
    await employer.api.candidates.read({ id }),
    await employer.api.candidates.judge({ id, search }),
  ]);
}
const found = async (text: string) =>
  (await employer.api.candidates.search({ ...asked(), filters: { text } })).results.map((one) => one.id);

describe("somebody anonymous", () => {
  it("is named nowhere, whatever they or their trainer wrote", async () => {
    const { person, school } = await aTalkativePerson("anonymous");
    const about = await allAbout(person.id);
    expect(about).toContain("Gérante");
    for (const secret of ["Kerdoncuff", "Solveig", "@", "06 12", "Lefèvre", ROUEN, school.trainer.id])
      expect(about).not.toContain(secret);
  });

  it("is not found by their name", async () => {
    const { person } = await aTalkativePerson("anonymous");
    expect(await found("kerdoncuff")).not.toContain(person.id);
    expect(await found("gerante")).toContain(person.id);
    await person.api.accounts.updateMe({ lastName: "Services" });
    await settle(product);
    expect(await found("services")).not.toContain(person.id);
    expect(await allAbout(person.id)).not.toContain("Services");
  });
});

it("somebody named is read as they wrote, and found by it", async () => {
  const { person } = await aTalkativePerson("named");
  expect(await allAbout(person.id)).toContain("Gérante, Kerdoncuff Services");
  expect(await found("kerdoncuff")).toContain(person.id);
  await person.api.portfolio.saveVisibility({ visibility: "anonymous" });
  await settle(product);
  expect(await found("kerdoncuff")).not.toContain(person.id);
});

it("somebody private is in no page, count or facet", async () => {
  const before = await employer.api.candidates.search(asked());
  const { person } = await aTalkativePerson("private");
  const after = await employer.api.candidates.search(asked());
  expect([after.total, after.allReady, after.facets]).toEqual([before.total, before.allReady, before.facets]);
  expect((await refusalOf(employer.api.candidates.read({ id: person.id }))).code).toBe("not_found");
  const judged = employer.api.candidates.judge({ id: person.id, search: asked() });
  expect((await refusalOf(judged)).code).toBe("not_found");
});
