import { createEmbeddedCandidateEngine } from "@acquis/server/candidates/embedded-engine/embedded-engine.ts";
import { addDays } from "@acquis/shared/platform/dates.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aPerson, settle, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct, TODAY } from "../testing/product.ts";
import { aSchool } from "../testing/school.ts";

const engine = createEmbeddedCandidateEngine();
let product: Product;
let trainee: TestPerson;
let employer: TestPerson;
let learned = "";

/** What the employer sees of the trainee, who is looked for by what a training promises. */
async function seen() {
  const asked = { essential: [{ competencyId: learned, level: 3 as const }], neededBy: addDays(TODAY, 90) };
  const page = await employer.api.candidates.search(asked);
  return { total: page.total, shown: page.results.find((one) => one.id === trainee.id) };
}

beforeAll(async () => {
  product = await startProduct({ overrides: { candidateEngine: engine } });
  const sheet = await product.visitor().api.referential.readOccupation({ code: "J1501" });
  learned = sheet.competencies[0]?.id ?? "";
  const school = await aSchool(product, [[{ competencyId: learned, level: 3 }]], {
    ends: [addDays(TODAY, 60)],
  });
  trainee = await aPerson(product, "trainee");
  employer = await aPerson(product, "employer");
  await school.enrol(trainee);
  await trainee.api.portfolio.saveVisibility({ visibility: "named" });
  await settle(product);
});
afterAll(() => product.stop());

describe("an index that lags", () => {
  it("shows neither the name of who went anonymous, nor who went private", async () => {
    const before = await seen();
    expect(before.shown?.name).toEqual(expect.any(String));
    expect(before.shown?.essential[0]?.training).toEqual(expect.any(String));

    engine.put = async () => {};
    engine.remove = async () => {};
    await trainee.api.portfolio.saveVisibility({ visibility: "anonymous" });
    expect((await seen()).shown?.name).toBeNull();
    await trainee.api.portfolio.saveVisibility({ visibility: "private" });
    expect(await seen()).toEqual({ total: before.total, shown: undefined });
  });
});
