import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import { CONTRACT_KINDS } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { describe, expect, it } from "vitest";
import { type ProjectedPortfolio, projectCandidate } from "./project-candidate.ts";

const evidence = (competencyId: string, more: Partial<Evidence> = {}): Evidence => ({
  id: `e-${competencyId}`,
  competencyId,
  kind: "declaration",
  level: 2,
  addedOn: "2026-01-10",
  by: null,
  comment: "Mme Durand, 06 12 34 56 78",
  context: "",
  observedOn: null,
  experienceId: null,
  training: null,
  withdrawal: null,
  answer: null,
  ...more,
});
const promise = (competencyId: string, expectedOn: string) =>
  evidence(competencyId, {
    kind: "training",
    training: {
      enrolmentId: "n1",
      moduleId: "m1",
      programmeName: "Titre Soudeur",
      moduleName: "M1",
      providerName: "GRETA",
      expectedOn,
    },
  });
const portfolio = (more: Partial<ProjectedPortfolio> = {}): ProjectedPortfolio => ({
  id: "t1",
  evidence: [],
  experiences: [],
  preferences: { place: null, radiusKm: 30, availableFrom: null, contracts: [], occupations: [] },
  visibility: "anonymous",
  ...more,
});
const familyOf = (id: string) => ({ mig: "metal", tig: "metal", cook: "kitchen" })[id] ?? null;
const project = (more: Partial<ProjectedPortfolio>) => projectCandidate(portfolio(more), familyOf);

describe("projection of a portfolio", () => {
  it("gives nobody when the person is private, and the same profile named or not", () => {
    expect(project({ visibility: "private" })).toBeNull();
    expect(project({ visibility: "named" })).toEqual(project({ visibility: "anonymous" }));
  });

  it("takes the highest level held and the highest proven, a missing one as 1", () => {
    const profile = project({
      evidence: [
        evidence("mig", { level: 3 }),
        evidence("mig", { kind: "attestation", level: 2 }),
        evidence("cook", { kind: "badge", level: null }),
      ],
    });
    expect(profile?.held).toEqual({ mig: 3, cook: 1 });
    expect(profile?.proven).toEqual({ mig: 2, cook: 1 });
  });

  it("leaves out what was withdrawn, revoked or contested", () => {
    const withdrawal = { on: "2026-02-01", by: "x", byName: "X", kind: "revoked", reason: "" } as const;
    const profile = project({
      evidence: [
        evidence("mig", { withdrawal }),
        evidence("tig", { answer: { answer: "contested", comment: "", on: "2026-02-01" } }),
      ],
    });
    expect(profile).toMatchObject({ held: {}, proven: {}, families: {} });
  });

  it("groups what is acquired by family, sorted, and not what is promised", () => {
    const profile = project({
      evidence: [evidence("tig"), evidence("mig"), evidence("free"), promise("cook", "2027-03-20")],
    });
    expect(profile?.families).toEqual({ metal: ["mig", "tig"] });
    expect(profile?.upcoming).toEqual([
      { competencyId: "cook", level: 2, month: "2027-03", from: "Titre Soudeur" },
    ]);
  });

  it("keeps promises of any month: the day of the question voids the past ones", () => {
    const profile = project({ evidence: [promise("cook", "2020-01-01"), promise("cook", "2031-12-31")] });
    expect(profile?.upcoming.map((one) => one.month)).toEqual(["2020-01", "2031-12"]);
  });

  it("takes any contract from somebody without preference", () => {
    expect(project({})?.contracts).toEqual(CONTRACT_KINDS);
  });

  it("keeps folded distinct words of occupations, experiences and trainings", () => {
    const profile = project({
      experiences: [{ title: "Aide-soignante, été" }, { title: "Soudeur" }],
      evidence: [promise("mig", "2027-01-01")],
      preferences: {
        ...portfolio().preferences,
        occupations: [{ code: "H2913", label: "Soudeur / Soudeuse" }],
      },
    });
    expect(profile?.words).toEqual(["aide", "ete", "soignante", "soudeur", "soudeuse", "titre"]);
    expect(profile?.occupations).toEqual(["H2913"]);
  });

  it("carries nothing that identifies: no name, commune, contact, comment", () => {
    const profile = project({
      evidence: [evidence("mig")],
      preferences: {
        ...portfolio().preferences,
        place: { insee: "14118", name: "Caen", lat: 49.18, lng: -0.37, area: "200065597" },
      },
    });
    expect(profile?.place).toEqual({ lat: 49.18, lng: -0.37, area: "200065597" });
    expect(JSON.stringify(profile)).not.toMatch(/Durand|06 12|Caen|14118/);
    expect(Object.keys(profile ?? {}).sort()).toEqual([
      "availableFrom",
      "contracts",
      "families",
      "held",
      "id",
      "occupations",
      "place",
      "proven",
      "upcoming",
      "words",
    ]);
  });

  it("takes a competency by any name, even one JavaScript objects know", () => {
    const profile = projectCandidate(portfolio({ evidence: [evidence("constructor")] }), () => "toString");
    expect(profile?.held.constructor).toBe(2);
    expect(profile?.families.toString).toEqual(["constructor"]);
  });
});
