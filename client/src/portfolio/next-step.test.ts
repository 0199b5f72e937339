import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { describe, expect, it } from "vitest";
import { nextStepOf } from "./next-step.ts";
import { competency, evidence } from "./testing/builders.ts";

const place = { insee: "14118", name: "Caen", lat: 49.18, lng: -0.37, area: "200065597" };

function portfolio(competencies: PortfolioCompetency[], changes: { away?: boolean; hidden?: boolean } = {}) {
  return {
    competencies,
    preferences: {
      place: changes.away ? null : place,
      areaLabel: null,
      radiusKm: 30,
      availableFrom: null,
      contracts: [],
      occupations: [],
    },
    visibility: changes.hidden ? ("private" as const) : ("anonymous" as const),
  };
}

const declared = evidence({ kind: "declaration" });
const promise = evidence({ kind: "training" });
const acquired = competency({ mark: "acquired", heldLevel: 2, evidence: [declared] });
const attested = (answer: Evidence["answer"]) =>
  competency({ mark: "proven", heldLevel: 3, evidence: [evidence({ kind: "attestation", answer })] });

describe("the next step of a trainee", () => {
  it("is to say what one can do while nothing is held, even with a training under way", () => {
    expect(nextStepOf(portfolio([])).kind).toBe("start");
    expect(nextStepOf(portfolio([competency({ mark: "upcoming", evidence: [promise] })])).kind).toBe("start");
  });

  it("is to answer a trainer before anything else", () => {
    expect(nextStepOf(portfolio([acquired, attested(null)], { away: true }))).toEqual({
      kind: "answer",
      count: 1,
    });
  });

  it("asks nothing more of what was answered", () => {
    const answered = attested({ answer: "accepted", comment: "", on: "2026-11-20" });
    expect(nextStepOf(portfolio([answered])).kind).toBe("offers");
  });

  it("is to say where one looks when there is no place", () => {
    expect(nextStepOf(portfolio([acquired], { away: true })).kind).toBe("place");
  });

  it("is to ask for a proof when there is a trainer and nothing was asked", () => {
    const learning = competency({ mark: "upcoming", evidence: [promise] });
    expect(nextStepOf(portfolio([acquired, learning]))).toEqual({ kind: "ask", count: 1 });
    expect(nextStepOf(portfolio([acquired])).kind).toBe("offers");
    const asked = competency({ mark: "acquired", heldLevel: 2, evidence: [declared], requested: true });
    expect(nextStepOf(portfolio([acquired, asked, learning])).kind).toBe("offers");
  });

  it("is to be seen when the portfolio is hidden", () => {
    expect(nextStepOf(portfolio([acquired], { hidden: true })).kind).toBe("show");
  });
});
