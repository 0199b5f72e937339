import { anEvidence } from "@acquis/shared/portfolio/testing/builders.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { enrolTrainee } from "../training/enrol-trainee.ts";
import { saveProgramme } from "../training/save-programme.ts";
import { saveSession } from "../training/save-session.ts";
import {
  aProgramme,
  aSession,
  createTerritory,
  refusal,
  type Territory,
} from "../training/testing/territory.ts";
import { changePortfolio, MAX_EVIDENCE } from "./change-portfolio.ts";
import { declareCompetencies, withdrawDeclaration } from "./declare-competencies.ts";
import { printCv } from "./print-cv.ts";
import { readFollowedPortfolio, readMyPortfolio } from "./read-portfolio.ts";
import { removeExperience, saveExperience } from "./save-experience.ts";
import { savePreferences, saveVisibility } from "./save-preferences.ts";
import { anAttestation, anExperienceInput } from "./testing/builders.ts";

let territory: Territory;
beforeAll(async () => {
  territory = await createTerritory();
});
afterAll(() => territory.close());
beforeEach(async () => {
  await territory.portfolio.portfolios.deleteMany({});
});

const mine = () => readMyPortfolio(territory.portfolioContext, "lina");
const declare = (competencyId: string, level: 1 | 2 | 3 | 4) =>
  declareCompetencies(territory.portfolioContext, "lina", [{ competencyId, level }]);
const experience = (given = {}) =>
  saveExperience(territory.portfolioContext, "lina", anExperienceInput(given));

describe("one's portfolio", () => {
  it("is there the first time it is read: empty, anonymous, waiting for the search", async () => {
    expect(await mine()).toMatchObject({
      firstName: "Lina",
      experiences: [],
      competencies: [],
      visibility: "anonymous",
      revision: 1,
    });
    expect((await territory.portfolio.read("lina"))?.indexPending).toBe(true);
  });

  it("read by many at once the first time is made once", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, mine));
    expect(new Set(all.map((portfolio) => portfolio.revision))).toEqual(new Set([1]));
  });

  it("derives the mark of each competency, proven first", async () => {
    await declare("drawing", 2);
    await declare("flat", 1);
    await territory.portfolio.addEvidence("lina", [anAttestation({ competencyId: "flat" })]);
    expect(
      (await mine()).competencies.map((item) => [item.label, item.mark, item.heldLevel, item.provenLevel]),
    ).toEqual([
      ["Souder à plat", "proven", 3, 3],
      ["Lire un plan", "acquired", 2, null],
    ]);
  });

  it("keeps a competency that has left the referential", async () => {
    await territory.portfolio.addEvidence("lina", [anEvidence({ competencyId: "gone" })]);
    expect((await mine()).competencies[0]).toMatchObject({ id: "gone", label: "gone", mark: "acquired" });
  });
});

describe("declaring competencies", () => {
  it("the same again writes nothing", async () => {
    const first = await declare("flat", 2);
    expect((await declare("flat", 2)).revision).toBe(first.revision);
  });

  it("every write waits for the search again", async () => {
    const { portfolios } = territory.portfolio;
    const { revision } = await declare("flat", 2);
    await portfolios.updateOne({ _id: "lina", revision }, { $unset: { indexPending: "" } });
    await declare("flat", 3);
    expect((await territory.portfolio.read("lina"))?.indexPending).toBe(true);
  });

  it("two at once both count", async () => {
    await Promise.all([
      declare("flat", 2),
      declare("drawing", 3),
      declare("upright", 1),
      declare("safety", 4),
    ]);
    expect((await mine()).competencies).toHaveLength(4);
  });

  it("refuses what the referential does not know", async () => {
    expect(await refusal(declare("none", 2))).toEqual({ code: "unknown_competency", field: "items" });
  });

  it("withdrawn, leaves its history; never named, is not found", async () => {
    await declare("flat", 2);
    await withdrawDeclaration(territory.portfolioContext, "lina", "flat");
    const [competency] = (await mine()).competencies;
    expect(competency).toMatchObject({ mark: "missing", heldLevel: null });
    expect(competency?.evidence[0]?.withdrawal).toMatchObject({ byName: "Lina Moreau", kind: "withdrawn" });
    expect(await refusal(withdrawDeclaration(territory.portfolioContext, "lina", "drawing"))).toEqual({
      code: "not_found",
      field: "competencyId",
    });
  });

  it("never lets a portfolio grow beyond its bound", async () => {
    const many = Array.from({ length: MAX_EVIDENCE }, (_, index) => anAttestation({ id: `a${index}` }));
    await changePortfolio(territory.portfolioContext, "lina", (current) => ({
      next: { ...current, evidence: many },
    }));
    expect(await refusal(declare("flat", 2))).toEqual({ code: "wrong_state", field: "evidence" });
  });
});

describe("experiences", () => {
  it("declare their competencies; sent twice, nothing changes", async () => {
    const first = await experience();
    expect((await experience()).revision).toBe(first.revision);
    expect((await mine()).experiences[0]).toMatchObject({ id: "job", competencyIds: ["flat", "drawing"] });
  });

  it("changed, withdraw what is gone and keep the rest", async () => {
    await experience();
    await experience({ title: "Soudeuse", competencies: [{ competencyId: "flat", level: 3 }] });
    const { competencies, experiences } = await mine();
    expect(experiences).toMatchObject([{ title: "Soudeuse", competencyIds: ["flat"] }]);
    expect(competencies.map((item) => [item.id, item.mark])).toEqual([
      ["flat", "acquired"],
      ["drawing", "missing"],
    ]);
  });

  it("removed, take back what was declared with them, and no proof; twice is once", async () => {
    await experience();
    await territory.portfolio.addEvidence("lina", [anAttestation({ competencyId: "flat" })]);
    const removed = await removeExperience(territory.portfolioContext, "lina", "job");
    const again = await removeExperience(territory.portfolioContext, "lina", "job");
    expect(again.revision).toBe(removed.revision);
    expect((await mine()).competencies.map((item) => item.mark)).toEqual(["proven", "missing"]);
  });

  it.each([
    ["an end before the start", { endsOn: "2020-01" }, "dates_reversed", "endsOn"],
    ["a start to come", { startsOn: "2026-10", endsOn: null }, "date_in_future", "startsOn"],
    [
      "an unknown competency",
      { competencies: [{ competencyId: "none", level: 1 }] },
      "unknown_competency",
      "competencies",
    ],
  ])("refuse %s", async (_case, given, code, field) => {
    expect(await refusal(experience(given))).toEqual({ code, field });
  });
});

describe("preferences and visibility", () => {
  const preferences = {
    insee: "14118",
    radiusKm: 20,
    availableFrom: "2027-03-01",
    contracts: ["permanent" as const],
    occupationCodes: ["H2913"],
  };

  it("are shown with their names; the same again writes nothing", async () => {
    const first = await savePreferences(territory.portfolioContext, "lina", preferences);
    const again = await savePreferences(territory.portfolioContext, "lina", preferences);
    expect(again.revision).toBe(first.revision);
    expect((await mine()).preferences).toMatchObject({
      place: { name: "Caen" },
      areaLabel: "Caen la Mer",
      occupations: [{ code: "H2913", label: "Soudeur" }],
    });
    await saveVisibility(territory.portfolioContext, "lina", "named");
    expect((await mine()).visibility).toBe("named");
  });

  it("refuse an unknown place and an unknown occupation", async () => {
    const save = (given: object) =>
      refusal(savePreferences(territory.portfolioContext, "lina", { ...preferences, ...given }));
    expect(await save({ insee: "99999" })).toEqual({ code: "unknown_place", field: "insee" });
    expect(await save({ occupationCodes: ["H2913", "Z1"] })).toEqual({
      code: "unknown_occupation",
      field: "occupationCodes.1",
    });
  });
});

describe("the portfolio of somebody one follows", () => {
  beforeAll(async () => {
    const { actor, trainingContext } = territory;
    await saveProgramme(trainingContext, actor("admin"), aProgramme());
    await saveSession(trainingContext, actor("admin"), aSession());
    await enrolTrainee(trainingContext, actor("admin"), {
      id: "n1",
      sessionId: "autumn",
      traineeId: "lina",
      openedOn: "2026-09-01",
    });
  });

  it("shows every competency and its evidence, nothing of the search for work", async () => {
    await declare("flat", 2);
    const read = await readFollowedPortfolio(territory.portfolioContext, territory.actor("marie"), "lina");
    expect(Object.keys(read).sort()).toEqual([
      "competencies",
      "experiences",
      "firstName",
      "lastName",
      "traineeId",
    ]);
    expect(read.competencies[0]?.evidence).toHaveLength(1);
  });

  it("is refused to others, the same for somebody who does not exist", async () => {
    const read = (who: string, traineeId: string) =>
      refusal(readFollowedPortfolio(territory.portfolioContext, territory.actor(who), traineeId));
    const refused = { code: "trainee_not_followed", field: "traineeId" };
    expect(await read("paul", "lina")).toEqual(refused);
    expect(await read("marie", "tom")).toEqual(refused);
    expect(await read("marie", "none")).toEqual(refused);
  });

  it("is refused to a provider that is not approved", async () => {
    const pending = territory.actor("marie", { organisationStatus: "pending" });
    expect(await refusal(readFollowedPortfolio(territory.portfolioContext, pending, "lina"))).toEqual({
      code: "organisation_not_approved",
    });
  });
});

describe("the CV of a portfolio", () => {
  it("is a PDF file with a plain name", async () => {
    await declare("flat", 2);
    const file = await printCv(territory.portfolioContext, "lina", "fr");
    expect([file.name, file.type]).toEqual(["cv-lina-moreau.pdf", "application/pdf"]);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });
});
