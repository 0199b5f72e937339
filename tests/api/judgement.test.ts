import { addDays, monthOf } from "@acquis/shared/platform/dates.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../testing/client.ts";
import { aPerson, settle, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct, TODAY } from "../testing/product.ts";
import { aSchool } from "../testing/school.ts";

let product: Product;
let trainee: TestPerson;
let employer: TestPerson;
let known = "";
let learned = "";

beforeAll(async () => {
  product = await startProduct();
  const sheet = await product.visitor().api.referential.readOccupation({ code: "J1501" });
  [known = "", learned = ""] = sheet.competencies.map((one) => one.id);
  const school = await aSchool(product, [[{ competencyId: learned, level: 3 }]], {
    ends: [addDays(TODAY, 60)],
  });
  trainee = await aPerson(product, "trainee");
  employer = await aPerson(product, "employer");
  await trainee.api.portfolio.declare({ items: [{ competencyId: known, level: 3 }] });
  await school.enrol(trainee);
  await settle(product);
});
afterAll(() => product.stop());

const search = (neededBy: string) => ({
  essential: [known, learned].map((competencyId) => ({ competencyId, level: 3 as const })),
  neededBy,
});

describe("one person judged for a search", () => {
  it("has the verdicts and counts of the list, labels in both languages", async () => {
    const asked = search(addDays(TODAY, 90));
    const { results } = await employer.api.candidates.search(asked);
    const judged = await employer.api.candidates.judge({ id: trainee.id, search: asked });
    expect(results.find((one) => one.id === trainee.id)).toMatchObject(judged);
    expect(judged.essential.map((one) => one.verdict.kind)).toEqual(["acquired", "upcoming"]);
    for (const { label, labelEn } of judged.essential) expect(labelEn).not.toBe(label);
  });

  it("is not found while private, or when nobody", async () => {
    const asked = search(TODAY);
    await trainee.api.portfolio.saveVisibility({ visibility: "private" });
    const hidden = await refusalOf(employer.api.candidates.judge({ id: trainee.id, search: asked }));
    await trainee.api.portfolio.saveVisibility({ visibility: "anonymous" });
    await settle(product);
    const nobody = await refusalOf(employer.api.candidates.judge({ id: "nobody", search: asked }));
    expect([hidden.code, nobody.code]).toEqual(["not_found", "not_found"]);
  });
});

describe("how many are ready, by month", () => {
  it("counts who will have everything by the end of each month", async () => {
    const [now, then] = [monthOf(TODAY), monthOf(addDays(TODAY, 60))];
    const counts = await employer.api.candidates.countByMonth({ search: search(TODAY), months: [now, then] });
    expect(counts).toEqual([
      { month: now, ready: 0 },
      { month: then, ready: 1 },
    ]);
  });

  it("refuses an employer who is not approved yet", async () => {
    const pending = await aPerson(product, "employer", { organisationStatus: "pending" });
    const asked = { search: search(TODAY), months: [monthOf(TODAY)] };
    expect((await refusalOf(pending.api.candidates.countByMonth(asked))).code).toBe(
      "organisation_not_approved",
    );
  });
});
