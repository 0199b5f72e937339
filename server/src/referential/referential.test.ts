import { contract } from "@acquis/shared/contract.ts";
import { occupationSheetSchema } from "@acquis/shared/referential/referential.schema.ts";
import { createRouterClient } from "@orpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestContext } from "../platform/http/api.ts";
import { createTestKernel, type TestKernel } from "../platform/testing/test-kernel.ts";
import { createReferential, type Referential } from "./index.ts";
import { stampVersion } from "./referential.store.ts";

const nobody: RequestContext = {
  identify: async () => null,
  cookie: () => undefined,
  setCookie: () => {},
  retryAfter: () => {},
};

describe("the referential", () => {
  let kernel: TestKernel;
  let referential: Referential;

  beforeAll(async () => {
    kernel = await createTestKernel();
    referential = await createReferential(kernel);
    await referential.ensureStarter();
  });
  afterAll(() => kernel.close());

  const client = () => createRouterClient(referential.router, { context: nobody });

  it("plants the starter once", async () => {
    const held = await referential.store.competencies.countDocuments({});
    const stamps = await referential.store.versions.find().lean();
    await referential.ensureStarter();
    expect(await referential.store.competencies.countDocuments({})).toBe(held);
    expect(await referential.store.versions.find().lean()).toEqual(stamps);
    expect(referential.inTension().length).toBeGreaterThanOrEqual(26);
  });

  it("knows competencies and their families by id, and leaves out what it does not know", () => {
    const found = referential.competencies(["c-souder-tig", "nothing"]);
    expect([...found.keys()]).toEqual(["c-souder-tig"]);
    expect(found.get("c-souder-tig")).toMatchObject({
      familyId: "f-soudage",
      familyLabel: "Souder le métal",
      familyLabelEn: "Weld metal",
    });
    expect(referential.familyOf("c-souder-tig")).toBe("f-soudage");
    expect(referential.familyOf("nothing")).toBeNull();
  });

  it("refuses an unknown competency, a family, an unknown occupation and an unknown place, with the field", () => {
    referential.requireCompetencies(["c-souder-tig"], "competencyIds");
    for (const id of ["nothing", "f-soudage"])
      expect(() => referential.requireCompetencies(["c-souder-tig", id], "competencyIds")).toThrow(
        expect.objectContaining({ code: "unknown_competency", details: { field: "competencyIds", id } }),
      );
    expect(() => referential.requireOccupation("Z9999", "occupationCode")).toThrow(
      expect.objectContaining({ code: "unknown_occupation" }),
    );
    expect(() => referential.requirePlace("99999", "insee")).toThrow(
      expect.objectContaining({ code: "unknown_place" }),
    );
    expect(() => referential.readOccupation("Z9999")).toThrow(expect.objectContaining({ code: "not_found" }));
  });

  it("reads an occupation with what makes the trade first", async () => {
    const sheet = await client().readOccupation({ code: "H2913" });
    expect(occupationSheetSchema.safeParse(sheet).success).toBe(true);
    const cores = sheet.competencies.map((one) => one.core);
    expect(cores.indexOf(false)).toBe(cores.filter(Boolean).length);
    await expect(client().readOccupation({ code: "Z9999" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("suggests to anybody, signed in or not", async () => {
    for (const q of ["soudeur", "soudure"]) {
      const occupations = await client().suggest({ q, kind: "occupation" });
      expect(occupations[0]).toMatchObject({ id: "H2913" });
      const competencies = await client().suggest({ q, kind: "competency" });
      expect(competencies.map((one) => one.id)).toContain("c-souder-tig");
    }
    expect((await client().suggestPlaces({ q: "caen" }))[0]).toMatchObject({
      insee: "14118",
      postcode: "14000",
    });
  });

  it("lists the occupations in tension and the transversal competencies", async () => {
    const listed = await client().listOccupations({ inTension: "true" });
    expect(listed).toHaveLength(referential.inTension().length);
    const transversal = await client().listTransversal();
    expect(new Set(transversal.map((one) => one.familyId))).toEqual(
      new Set(["f-communiquer", "f-organiser", "f-s-adapter", "f-s-integrer"]),
    );
  });

  it("says how much it holds, and nothing of ROME before an import", async () => {
    const summary = await client().readSummary();
    expect(summary.occupations).toBe(referential.inTension().length);
    expect(summary).toMatchObject({ romeVersion: null, rome: null });
  });

  it("notices what another process changed", async () => {
    await referential.store.competencies.updateOne(
      { _id: "c-traire" },
      { $set: { label: "Traire des chèvres" } },
    );
    await referential.reloadIfChanged();
    expect(referential.competencies(["c-traire"]).get("c-traire")?.label).toBe("Traire les vaches");
    await stampVersion(referential.store, { stamp: "another" });
    await referential.reloadIfChanged();
    expect(referential.competencies(["c-traire"]).get("c-traire")?.label).toBe("Traire des chèvres");
    const found = await referential.suggest({ q: "chèvres", kind: "competency", limit: 1 });
    expect(found[0]?.id).toBe("c-traire");
  });

  it("keeps a retired competency readable, and offers it to nobody", async () => {
    await referential.store.competencies.updateOne({ _id: "c-semer" }, { $set: { retired: true } });
    await referential.reload();
    expect(referential.competencies(["c-semer"]).size).toBe(1);
    expect(() => referential.requireCompetencies(["c-semer"], "x")).toThrow();
    expect(await referential.suggest({ q: "semer et planter", kind: "competency", limit: 3 })).toEqual([]);
  });

  it("answers every route of the contract", () => {
    expect(Object.keys(referential.router).sort()).toEqual(Object.keys(contract.referential).sort());
  });
});
