import { idSchema } from "@acquis/shared/platform/primitives.schema.ts";
import { describe, expect, it } from "vitest";
import { starterCompetencies, starterOccupations, transversalFamilies } from "./starter.ts";

const byId = new Map(starterCompetencies.map((one) => [one.id, one]));

describe("the starter referential", () => {
  it("has one item per id, one id per label, and ids that the API accepts", () => {
    expect(byId.size).toBe(starterCompetencies.length);
    const labels = starterCompetencies.filter((one) => one.kind !== "family").map((one) => one.label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const one of starterCompetencies) expect(idSchema.safeParse(one.id).success).toBe(true);
  });

  it("names each ROME item at most once", () => {
    const named = starterCompetencies.flatMap((one) => one.romeOgr ?? []);
    expect(new Set(named).size).toBe(named.length);
    expect(named.length).toBeGreaterThan(60);
  });

  it("puts each competency in a family", () => {
    for (const one of starterCompetencies)
      if (one.kind === "family") expect(one.familyId).toBeNull();
      else expect(byId.get(one.familyId ?? "")?.kind).toBe("family");
  });

  it("has at least 26 occupations, each once, with 8 to 15 competencies that exist", () => {
    expect(starterOccupations.length).toBeGreaterThanOrEqual(26);
    expect(new Set(starterOccupations.map((one) => one.code)).size).toBe(starterOccupations.length);
    for (const occupation of starterOccupations) {
      const core = Object.keys(occupation.core);
      const also = Object.keys(occupation.also);
      expect(core.length, occupation.code).toBeGreaterThanOrEqual(4);
      const asked = new Set([...core, ...also]);
      expect(asked.size, occupation.code).toBe(core.length + also.length);
      expect(asked.size, occupation.code).toBeGreaterThanOrEqual(8);
      expect(asked.size, occupation.code).toBeLessThanOrEqual(15);
      for (const id of asked) expect(byId.has(id), `${occupation.code} ${id}`).toBe(true);
    }
  });

  it("has 4 to 6 transversal competencies under each of the four families of the Région", () => {
    expect(transversalFamilies).toEqual(["f-communiquer", "f-organiser", "f-s-adapter", "f-s-integrer"]);
    for (const family of transversalFamilies) {
      const own = starterCompetencies.filter((one) => one.familyId === family);
      expect(own.length).toBeGreaterThanOrEqual(4);
      expect(own.length).toBeLessThanOrEqual(6);
      expect(own.every((one) => one.kind === "transversal")).toBe(true);
    }
  });

  it("gives each technical competency to an occupation", () => {
    const asked = new Set(
      starterOccupations.flatMap((one) => [...Object.keys(one.core), ...Object.keys(one.also)]),
    );
    const unused = starterCompetencies.filter((one) => one.kind === "skill" && !asked.has(one.id));
    expect(unused.map((one) => one.id)).toEqual([]);
  });
});
