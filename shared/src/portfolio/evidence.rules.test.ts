import { describe, expect, it } from "vitest";
import {
  addEvidence,
  boundHistory,
  byCompetency,
  levelOf,
  markOf,
  standingOf,
  stands,
  WITHDRAWN_KEPT,
  withdrawEvidence,
} from "./evidence.rules.ts";
import type { Evidence } from "./evidence.schema.ts";
import { anEvidence } from "./testing/builders.ts";

const TODAY = "2026-09-15";

const withdrawal = { on: TODAY, by: "x", byName: "X", kind: "withdrawn" as const, reason: "" };

function aPromise(expectedOn: string, level: Evidence["level"] = 3): Evidence {
  return anEvidence({
    id: `p-${expectedOn}`,
    kind: "training",
    level,
    training: {
      enrolmentId: "n1",
      moduleId: "m1",
      programmeName: "Soudage",
      moduleName: "Bases",
      providerName: "Greta",
      expectedOn,
    },
  });
}

describe("an evidence stands", () => {
  it("until it is withdrawn", () => {
    expect(stands(anEvidence())).toBe(true);
    expect(stands(anEvidence({ withdrawal }))).toBe(false);
  });

  it("when accepted, and not while it is contested", () => {
    const answered = (answer: "accepted" | "contested") =>
      anEvidence({ kind: "attestation", answer: { answer, comment: "", on: TODAY } });
    expect(stands(answered("accepted"))).toBe(true);
    expect(stands(answered("contested"))).toBe(false);
  });
});

describe("the standing of a competency", () => {
  it("counts an evidence without level as level 1", () => {
    expect(levelOf(anEvidence({ level: null }))).toBe(1);
    expect(standingOf([anEvidence({ level: null })], TODAY).held).toBe(1);
  });

  it("is held at the highest level that stands, proven at the highest that somebody else vouches for", () => {
    const standing = standingOf(
      [
        anEvidence({ id: "a", level: 4 }),
        anEvidence({ id: "b", kind: "attestation", level: 2 }),
        anEvidence({ id: "c", kind: "badge", level: 3 }),
        anEvidence({ id: "d", kind: "certification", level: 4, withdrawal }),
      ],
      TODAY,
    );
    expect(standing).toMatchObject({ held: 4, proven: 3 });
    expect(markOf(standing)).toBe("proven");
  });

  it("is acquired when only declared, missing when all is withdrawn", () => {
    expect(markOf(standingOf([anEvidence()], TODAY))).toBe("acquired");
    expect(markOf(standingOf([anEvidence({ withdrawal })], TODAY))).toBe("missing");
  });

  it("is upcoming with its promises in order of date, and never held by them", () => {
    const standing = standingOf([aPromise("2027-03-01"), aPromise("2026-12-01")], TODAY);
    expect(standing.held).toBeNull();
    expect(standing.upcoming.map((item) => item.month)).toEqual(["2026-12", "2027-03"]);
    expect(markOf(standing)).toBe("upcoming");
  });

  it("keeps a promise for the whole month it falls in, and drops it the month after", () => {
    expect(standingOf([aPromise("2026-09-02")], TODAY).upcoming).toHaveLength(1);
    expect(standingOf([aPromise("2026-08-31")], TODAY).upcoming).toHaveLength(0);
  });
});

describe("a list of evidence", () => {
  it("is grouped by competency in order of first appearance", () => {
    const groups = byCompetency([
      anEvidence({ id: "a", competencyId: "y" }),
      anEvidence({ id: "b", competencyId: "x" }),
      anEvidence({ id: "c", competencyId: "y" }),
    ]);
    expect([...groups].map(([id, items]) => [id, items.length])).toEqual([
      ["y", 2],
      ["x", 1],
    ]);
  });

  it("takes an id once, and stays the same array when nothing is new", () => {
    const evidence = [anEvidence()];
    expect(addEvidence(evidence, [anEvidence({ level: 4 })])).toBe(evidence);
    expect(addEvidence(evidence, [anEvidence({ id: "e2" })])).toHaveLength(2);
  });

  it("keeps the first withdrawal of an evidence", () => {
    const once = withdrawEvidence([anEvidence()], () => true, withdrawal);
    expect(once[0]?.withdrawal).toEqual(withdrawal);
    expect(withdrawEvidence(once, () => true, { ...withdrawal, reason: "again" })).toBe(once);
  });

  it("forgets the oldest withdrawn declarations beyond ten for one competency, and never a proof", () => {
    const old = Array.from({ length: WITHDRAWN_KEPT + 5 }, (_, index) =>
      anEvidence({ id: `old-${index}`, withdrawal }),
    );
    const proofs = Array.from({ length: WITHDRAWN_KEPT + 5 }, (_, index) =>
      anEvidence({ id: `proof-${index}`, kind: "attestation", withdrawal }),
    );
    const kept = boundHistory([...old, ...proofs, anEvidence({ id: "now" })]).map((item) => item.id);
    expect(kept.filter((id) => id.startsWith("old"))).toEqual(old.slice(5).map((item) => item.id));
    expect(kept.filter((id) => id.startsWith("proof"))).toHaveLength(proofs.length);
    expect(kept.at(-1)).toBe("now");
  });
});
