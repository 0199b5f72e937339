import { describe, expect, it } from "vitest";
import {
  competenciesOfExperience,
  countDeclared,
  type Declaring,
  declare,
  declareWithExperience,
  withdrawDeclared,
} from "./declarations.rules.ts";
import { standingOf } from "./evidence.rules.ts";
import type { Evidence } from "./evidence.schema.ts";

const TODAY = "2026-09-15";

function asLina(revision: number): Declaring {
  return {
    traineeId: "lina",
    traineeName: "Lina Moreau",
    today: TODAY,
    factId: (competencyId, experienceId) => `${revision}-${competencyId}-${experienceId ?? "alone"}`,
  };
}

const held = (evidence: readonly Evidence[]) => standingOf(evidence, TODAY).held;

describe("declaring", () => {
  it("adds a fact, and the same again changes nothing", () => {
    const once = declare([], [{ competencyId: "flat", level: 2 }], asLina(1));
    expect(once).toMatchObject([{ kind: "declaration", competencyId: "flat", level: 2, addedOn: TODAY }]);
    expect(declare(once, [{ competencyId: "flat", level: 2 }], asLina(2))).toBe(once);
  });

  it("at another level withdraws the former fact and adds a new one", () => {
    const once = declare([], [{ competencyId: "flat", level: 3 }], asLina(1));
    const twice = declare(once, [{ competencyId: "flat", level: 1 }], asLina(2));
    expect(twice).toHaveLength(2);
    expect(twice[0]?.withdrawal).toMatchObject({ by: "lina", byName: "Lina Moreau", kind: "withdrawn" });
    expect(held(twice)).toBe(1);
  });

  it("lower than with an experience brings that one down, so that the level said last counts", () => {
    const worked = declareWithExperience([], "job", [{ competencyId: "flat", level: 4 }], asLina(1));
    const lowered = declare(worked, [{ competencyId: "flat", level: 2 }], asLina(2));
    expect(held(lowered)).toBe(2);
    expect(competenciesOfExperience(lowered, "job")).toEqual(["flat"]);
  });
});

describe("declaring with an experience", () => {
  const before = declareWithExperience(
    [],
    "job",
    [
      { competencyId: "flat", level: 2 },
      { competencyId: "drawing", level: 3 },
    ],
    asLina(1),
  );

  it("keeps what is the same, withdraws what is gone, adds what is new", () => {
    const after = declareWithExperience(
      before,
      "job",
      [
        { competencyId: "flat", level: 2 },
        { competencyId: "safety", level: 1 },
      ],
      asLina(2),
    );
    expect(after.map((item) => [item.competencyId, item.withdrawal === null])).toEqual([
      ["flat", true],
      ["drawing", false],
      ["safety", true],
    ]);
  });

  it("the same twice changes nothing", () => {
    const items = [
      { competencyId: "drawing", level: 3 as const },
      { competencyId: "flat", level: 2 as const },
    ];
    expect(declareWithExperience(before, "job", items, asLina(2))).toBe(before);
  });

  it("leaves another experience alone", () => {
    const both = declareWithExperience(before, "club", [{ competencyId: "flat", level: 1 }], asLina(2));
    expect(competenciesOfExperience(declareWithExperience(both, "job", [], asLina(3)), "club")).toEqual([
      "flat",
    ]);
  });
});

describe("withdrawing what was declared", () => {
  it("takes back every declaration of the competency, and leaves the proof of others", () => {
    const declared = declare(
      declareWithExperience([], "job", [{ competencyId: "flat", level: 2 }], asLina(1)),
      [{ competencyId: "flat", level: 2 }],
      asLina(2),
    );
    const [first] = declared;
    if (!first) throw new Error("nothing declared");
    const proof: Evidence = { ...first, id: "proof", kind: "attestation", experienceId: null };
    const after = withdrawDeclared([...declared, proof], "flat", asLina(3));
    expect(after.filter((item) => item.withdrawal === null)).toEqual([proof]);
    expect(countDeclared(after)).toBe(0);
    expect(withdrawDeclared(after, "flat", asLina(4))).toBe(after);
  });
});
