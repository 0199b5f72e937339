import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { Catalogue } from "../catalogue.ts";
import { starterCompetencies, starterOccupations } from "../starter/starter.ts";
import { documentsFromFiles } from "./documents-from-files.ts";

const beside = fileURLToPath(new URL("../../../../../shared/data", import.meta.url));
const dir = resolve(process.env.ROME_DIR || beside);
const editions = ["rome-v460", "rome-v347"].map((one) => join(dir, one));
const missing = editions.filter((one) => !existsSync(one));
if (missing.length > 0)
  console.warn(`SKIPPED: the real ROME is not here (${missing.join(", ")}); set ROME_DIR to test with it.`);

describe.skipIf(missing.length > 0)("the real ROME, v460 with the links of v347", () => {
  let given: ReturnType<typeof documentsFromFiles>;
  beforeAll(() => {
    given = documentsFromFiles(editions);
  });

  it("has exactly what France Travail published", () => {
    expect(new Catalogue(given.competencies, given.occupations).rome).toEqual({
      occupations: 1584,
      parentOccupations: 532,
      titles: 13_120,
      competencies: 18_317,
      families: 507,
      knowledge: 15_354,
      links: 19_076,
    });
  });

  it("has every code that the starter names, of the same kind, and not twice", () => {
    const competencies = new Map(given.competencies.map((one) => [one._id, one]));
    const occupations = new Map(given.occupations.map((one) => [one._id, one]));
    for (const { code } of starterOccupations) expect(occupations.get(code)?.romeHash, code).toBeTruthy();
    for (const one of starterCompetencies) {
      if (one.romeOgr === null) continue;
      const held = competencies.get(one.id);
      expect(held?.romeHash, `${one.id} ${one.romeOgr}`).toBeTruthy();
      expect(held?.label).toBe(one.label);
      expect(held?.romeKind === "family", one.id).toBe(one.kind === "family");
      expect(competencies.has(one.romeOgr)).toBe(false);
    }
  });

  it("gives every parent occupation 9 to 111 links, and its children the same to propose", () => {
    const rome = given.occupations.map((one) => one.links.filter((link) => link.source === "rome").length);
    const linked = rome.filter((count) => count > 0);
    expect(linked).toHaveLength(532);
    expect([Math.min(...linked), Math.max(...linked)]).toEqual([9, 111]);
    const catalogue = new Catalogue(given.competencies, given.occupations);
    const child = catalogue.sheet("H2917")?.competencies.map((one) => one.id) ?? [];
    const parent = catalogue.sheet("H2913")?.competencies.map((one) => one.id) ?? [];
    expect(child.length).toBeGreaterThan(8);
    expect(parent).toEqual(expect.arrayContaining(child));
  });
});
