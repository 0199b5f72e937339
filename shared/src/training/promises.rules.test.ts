import { describe, expect, it } from "vitest";
import type { Evidence } from "../portfolio/evidence.schema.ts";
import { type EnrolmentFacts, type Keeping, keepPromises, type TaughtSession } from "./promises.rules.ts";

const session: TaughtSession = {
  programmeName: "Soudage",
  providerId: "greta",
  providerName: "Greta",
  modules: [
    { id: "basics", name: "Bases", endsOn: "2026-11-20", teaches: [{ competencyId: "flat", level: 3 }] },
    {
      id: "position",
      name: "Positions",
      endsOn: "2027-02-26",
      teaches: [
        { competencyId: "upright", level: 2 },
        { competencyId: "drawing", level: 2 },
      ],
    },
  ],
};

function anEnrolment(given: Partial<EnrolmentFacts> = {}): EnrolmentFacts {
  return { id: "n1", closed: null, skipped: [], passed: [], ...given };
}

const aPassed = {
  moduleId: "basics",
  by: "marie",
  observedOn: "2026-09-10",
  comment: "bien",
  teaches: [{ competencyId: "flat", level: 3 as const }],
};

function keeping(revision: number): Keeping {
  return {
    today: "2026-09-15",
    nameOf: (id) => `name of ${id}`,
    promiseId: (moduleId, competencyId) => `tr-${revision}-${moduleId}-${competencyId}`,
    attestationId: (moduleId, competencyId) => `at-${moduleId}-${competencyId}`,
  };
}

const promised = keepPromises([], anEnrolment(), session, keeping(1));
const ends = (evidence: readonly Evidence[]) =>
  evidence.filter((item) => item.kind === "training").map((item) => item.withdrawal?.kind ?? null);

describe("an open enrolment", () => {
  it("promises each competency of its modules, at its level, for the day the module ends", () => {
    expect(promised.map((item) => [item.competencyId, item.level, item.training?.expectedOn])).toEqual([
      ["flat", 3, "2026-11-20"],
      ["upright", 2, "2027-02-26"],
      ["drawing", 2, "2027-02-26"],
    ]);
  });

  it("kept twice, changes nothing", () => {
    expect(keepPromises(promised, anEnrolment(), session, keeping(2))).toBe(promised);
  });

  it("whose session changes its dates withdraws the old promise and makes a new one, back and forth", () => {
    const [basics, position] = session.modules;
    if (!basics || !position) throw new Error("two modules expected");
    const later = { ...session, modules: [{ ...basics, endsOn: "2026-12-18" }, position] };
    const moved = keepPromises(promised, anEnrolment(), later, keeping(2));
    expect(ends(moved)).toEqual(["withdrawn", null, null, null]);
    expect(moved.at(-1)?.training?.expectedOn).toBe("2026-12-18");
    const back = keepPromises(moved, anEnrolment(), session, keeping(3));
    expect(back.at(-1)?.training?.expectedOn).toBe("2026-11-20");
    expect(ends(back).filter((end) => end === null)).toHaveLength(3);
  });

  it("leaves what another enrolment promises", () => {
    const both = keepPromises(promised, anEnrolment({ id: "n2" }), session, keeping(2));
    const closed = keepPromises(
      both,
      anEnrolment({ id: "n2", closed: { by: "admin" } }),
      session,
      keeping(3),
    );
    expect(ends(closed)).toEqual([null, null, null, "leftSession", "leftSession", "leftSession"]);
  });
});

describe("what ends a promise", () => {
  it("leaving the session withdraws all of them", () => {
    const left = keepPromises(promised, anEnrolment({ closed: { by: "admin" } }), session, keeping(2));
    expect(ends(left)).toEqual(["leftSession", "leftSession", "leftSession"]);
    expect(left[0]?.withdrawal).toMatchObject({ by: "admin", byName: "name of admin", on: "2026-09-15" });
  });

  it("skipping a module withdraws its own, attending it after all promises again", () => {
    const skipped = [{ moduleId: "position", by: "marie" }];
    const less = keepPromises(promised, anEnrolment({ skipped }), session, keeping(2));
    expect(ends(less)).toEqual([null, "skipped", "skipped"]);
    const again = keepPromises(less, anEnrolment(), session, keeping(3));
    expect(ends(again)).toEqual([null, "skipped", "skipped", null, null]);
  });

  it("passing a module replaces them by attestations of the trainer, once", () => {
    const facts = anEnrolment({ passed: [aPassed] });
    const passed = keepPromises(promised, facts, session, keeping(2));
    expect(ends(passed)).toEqual(["passed", null, null]);
    expect(passed.at(-1)).toMatchObject({
      kind: "attestation",
      competencyId: "flat",
      level: 3,
      by: { id: "marie", name: "name of marie", organisation: "Greta", organisationId: "greta" },
      observedOn: "2026-09-10",
      comment: "bien",
    });
    expect(keepPromises(passed, facts, session, keeping(3))).toBe(passed);
  });

  it("a competency added to a module after it was passed is not attested", () => {
    const facts = anEnrolment({ passed: [aPassed] });
    const passed = keepPromises(promised, facts, session, keeping(2));
    const [basics, position] = session.modules;
    if (!basics || !position) throw new Error("two modules expected");
    const teaches = [...basics.teaches, { competencyId: "safety", level: 2 as const }];
    const wider = { ...session, modules: [{ ...basics, teaches }, position] };
    expect(keepPromises(passed, facts, wider, keeping(3))).toBe(passed);
  });
});
