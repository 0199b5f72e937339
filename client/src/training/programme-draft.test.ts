import type { OccupationSheet } from "@acquis/shared/referential/referential.schema.ts";
import { describe, expect, it } from "vitest";
import { emptyModule, inputOf, missingIn, modulesFor, moved, notTaught } from "./programme-draft.ts";

function asked(id: string, family: string | null): OccupationSheet["competencies"][number] {
  return {
    id,
    label: `Savoir ${id}`,
    labelEn: null,
    kind: "skill",
    familyId: family,
    romeOgr: null,
    familyLabel: family,
    familyLabelEn: null,
    level: 3,
    core: true,
  };
}

describe("a programme being written", () => {
  it("is cut from an occupation, one module per family, the rest together", () => {
    let next = 0;
    const modules = modulesFor(
      [asked("a", "Souder"), asked("b", "Lire"), asked("c", "Souder"), asked("d", null)],
      "Autres",
      () => `m${++next}`,
    );
    expect(
      modules.map(({ name, teaches }) => [name, teaches.map(({ competencyId }) => competencyId)]),
    ).toEqual([
      ["Souder", ["a", "c"]],
      ["Lire", ["b"]],
      ["Autres", ["d"]],
    ]);
    expect(notTaught([asked("a", null), asked("z", null)], modules).map(({ id }) => id)).toEqual(["z"]);
  });

  it("says what is missing, module by module", () => {
    const draft = { id: "p", name: " ", occupationCode: null, modules: [emptyModule("m")], revision: 0 };
    expect(missingIn(draft)).toEqual({
      name: "name",
      "modules.0.name": "moduleName",
      "modules.0.teaches": "teaches",
    });
    expect(missingIn({ ...draft, name: "x", modules: [] })).toEqual({ modules: "modules" });
  });

  it("sends no label", () => {
    const teaches = [{ competencyId: "a", label: "Savoir a", level: 2 as const }];
    const draft = { id: "p", name: " Soudure ", occupationCode: null, revision: 4 };
    expect(inputOf({ ...draft, modules: [{ id: "m", name: "Un ", teaches }] })).toEqual({
      ...draft,
      name: "Soudure",
      modules: [{ id: "m", name: "Un", teaches: [{ competencyId: "a", level: 2 }] }],
    });
  });

  it("moves a module by one place", () => {
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
  });
});
