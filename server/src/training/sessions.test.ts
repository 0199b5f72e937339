import { anEvidence } from "@acquis/shared/portfolio/testing/builders.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeEnrolment } from "./close-enrolment.ts";
import { enrolTrainee } from "./enrol-trainee.ts";
import { findTrainee, listTrainers } from "./find-people.ts";
import { listMyTraining } from "./list-my-training.ts";
import { listProgrammes, listSessions } from "./list-sessions.ts";
import { passModule } from "./pass-module.ts";
import { readPositioning } from "./read-positioning.ts";
import { readSession } from "./read-session.ts";
import { saveProgramme } from "./save-programme.ts";
import { saveSession } from "./save-session.ts";
import { aProgramme, aSession, createTerritory, refusal, type Territory } from "./testing/territory.ts";

let territory: Territory;
beforeAll(async () => {
  territory = await createTerritory();
  const { actor, trainingContext } = territory;
  await saveProgramme(trainingContext, actor("admin"), aProgramme());
  await saveSession(trainingContext, actor("admin"), aSession());
});
afterAll(() => territory.close());

const save = (who: string, given: Parameters<typeof aProgramme>[0]) =>
  saveProgramme(territory.trainingContext, territory.actor(who), aProgramme(given));
const plan = (who: string, given: Parameters<typeof aSession>[0]) =>
  saveSession(territory.trainingContext, territory.actor(who), aSession(given));

describe("saving a programme", () => {
  it("sent twice is saved once", async () => {
    expect((await save("admin", {})).revision).toBe(1);
  });

  it.each([
    ["an id that is taken", "admin", { name: "Autre" }, { code: "already_exists", field: "id" }],
    ["a programme of another provider", "other", { revision: 1 }, { code: "not_found" }],
    [
      "an old revision",
      "admin",
      { name: "Autre", revision: 7 },
      { code: "stale_revision", field: "revision" },
    ],
    [
      "an unknown occupation",
      "admin",
      { occupationCode: "Z9999" },
      { code: "unknown_occupation", field: "occupationCode" },
    ],
    [
      "an unknown competency",
      "admin",
      { modules: [{ id: "m", name: "M", teaches: [{ competencyId: "none", level: 1 as const }] }] },
      { code: "unknown_competency", field: "modules.0.teaches" },
    ],
  ])("refuses %s", async (_case, who, given, expected) => {
    expect(await refusal(save(who, given))).toEqual(expected);
  });
});

describe("saving a session", () => {
  it("sent twice is saved once", async () => {
    expect((await plan("admin", {})).revision).toBe(1);
  });

  it.each([
    ["an end before the start", { endsOn: "2026-08-01" }, { code: "dates_reversed", field: "endsOn" }],
    [
      "a module that ends outside the session",
      { moduleEnds: [{ moduleId: "basics", endsOn: "2027-03-01" }] },
      { code: "dates_reversed", field: "moduleEnds.0.endsOn" },
    ],
    [
      "a module the programme lacks",
      { moduleEnds: [{ moduleId: "none", endsOn: "2026-12-01" }] },
      { code: "invalid_input", field: "moduleEnds.0.moduleId" },
    ],
    ["an unknown place", { insee: "00000" }, { code: "unknown_place", field: "insee" }],
    [
      "a trainer of another provider",
      { trainerIds: ["marie", "ines"] },
      { code: "unknown_trainer", field: "trainerIds.1" },
    ],
    ["an unknown programme", { programmeId: "none" }, { code: "not_found", field: "programmeId" }],
  ])("refuses %s", async (_case, given, expected) => {
    expect(await refusal(plan("admin", { id: "spring", ...given }))).toEqual(expected);
  });

  it("refuses a programme of another provider", async () => {
    expect(await refusal(plan("other", { id: "spring" }))).toEqual({
      code: "not_found",
      field: "programmeId",
    });
  });
});

describe("reading sessions", () => {
  beforeAll(async () => {
    const { actor, trainingContext } = territory;
    const enrolment = { sessionId: "autumn", openedOn: "2026-09-01" };
    await enrolTrainee(trainingContext, actor("admin"), { id: "n1", traineeId: "lina", ...enrolment });
    await enrolTrainee(trainingContext, actor("admin"), { id: "n2", traineeId: "tom", ...enrolment });
    await passModule(trainingContext, actor("marie"), {
      enrolmentId: "n1",
      moduleId: "basics",
      observedOn: "2026-09-14",
      comment: "",
    });
    await closeEnrolment(trainingContext, actor("marie"), {
      enrolmentId: "n2",
      closedOn: "2026-09-10",
      end: "left",
    });
  });

  it("shows a trainer their own sessions, an admin those of the provider, another provider none", async () => {
    const ids = async (who: string) =>
      (await listSessions(territory.trainingContext, territory.actor(who))).map((session) => session.id);
    expect(await ids("marie")).toEqual(["autumn"]);
    expect(await ids("admin")).toEqual(["autumn"]);
    expect(await ids("paul")).toEqual([]);
    expect(await ids("other")).toEqual([]);
  });

  it("tells who attends, those present first, and how much of it they have proven", async () => {
    const sheet = await readSession(territory.trainingContext, territory.actor("marie"), "autumn");
    expect(sheet).toMatchObject({
      programmeName: "Soudage",
      providerName: "Greta Normandie",
      enrolled: 1,
      trainers: [{ id: "marie", name: "Marie Lefort" }],
    });
    expect(sheet.modules.map((module) => module.endsOn)).toEqual(["2026-11-20", "2027-02-26"]);
    expect(sheet.enrolments.map((item) => [item.firstName, item.closedOn, item.proven, item.taught])).toEqual(
      [
        ["Lina", null, 1, 3],
        ["Tom", "2026-09-10", 0, 3],
      ],
    );
  });

  it("answers not_found for a session of others as for one that does not exist", async () => {
    const read = (who: string, id: string) =>
      refusal(readSession(territory.trainingContext, territory.actor(who), id));
    expect(await read("paul", "autumn")).toEqual({ code: "not_found" });
    expect(await read("marie", "none")).toEqual({ code: "not_found" });
  });

  it("positions a trainee: what is proven, module by module", async () => {
    const positioning = await readPositioning(territory.trainingContext, territory.actor("marie"), "n1");
    expect(positioning.traineeName).toBe("Lina Moreau");
    expect(
      positioning.modules.map((module) => [
        module.passed,
        module.competencies.map((item) => [item.id, item.level, item.provenLevel]),
      ]),
    ).toEqual([
      [true, [["flat", 3, 3]]],
      [
        false,
        [
          ["upright", 2, null],
          ["drawing", 2, null],
        ],
      ],
    ]);
  });

  it("lists the sessions that end by a day, for those who look back", async () => {
    const ending = async (endsBy?: string) =>
      (await listSessions(territory.trainingContext, territory.actor("admin"), { endsBy })).map(
        (one) => one.id,
      );
    expect(await ending("2027-02-26")).toEqual(await ending());
    expect(await ending("2027-02-25")).not.toContain("autumn");
  });

  it("tells a trainee the sessions they attend or attended", async () => {
    const [mine] = await listMyTraining(territory.trainingContext, "tom");
    expect(mine).toMatchObject({ end: "left", session: { id: "autumn", programmeName: "Soudage" } });
  });

  it("lists the programmes and trainers of one's provider", async () => {
    const { actor, trainingContext } = territory;
    const [programme] = await listProgrammes(trainingContext, actor("marie"));
    expect(programme?.modules[0]?.teaches[0]?.label).toBe("Souder à plat");
    expect((await listTrainers(trainingContext, actor("admin"))).map((trainer) => trainer.id)).toEqual([
      "paul",
      "marie",
    ]);
  });

  it("finds a trainee by exact address, and nobody else", async () => {
    const find = (email: string) => findTrainee(territory.trainingContext, territory.actor("admin"), email);
    expect(await find("Lina@acquis.test")).toEqual({ id: "lina", name: "Lina Moreau" });
    expect(await find("lina")).toBeNull();
    expect(await find("marie@acquis.test")).toBeNull();
  });

  it("counts the people in a session under way", async () => {
    expect(await territory.training.countInTraining("2026-09-15")).toBe(1);
    expect(await territory.training.countInTraining("2027-06-01")).toBe(0);
  });
});

describe("following", () => {
  const follows = (who: string, traineeId: string) =>
    territory.training.follows(territory.actor(who), traineeId);

  it("is for the trainers of the session and the provider's admin", async () => {
    expect(await follows("marie", "lina")).toBe(true);
    expect(await follows("admin", "lina")).toBe(true);
    expect(await follows("paul", "lina")).toBe(false);
    expect(await follows("ines", "lina")).toBe(false);
    expect(await follows("marie", "none")).toBe(false);
  });

  it("tells a trainee whom they may ask, of approved providers only", async () => {
    expect(await territory.training.trainersOf("lina")).toEqual([
      { id: "marie", name: "Marie Lefort", sessions: ["Soudage"] },
    ]);
    expect(await territory.training.trainersOf("none")).toEqual([]);
  });

  it("ends six months after the trainee left", async () => {
    territory.kernel.setToday("2027-03-10");
    expect(await follows("marie", "tom")).toBe(true);
    territory.kernel.setToday("2027-03-11");
    expect(await follows("marie", "tom")).toBe(false);
    expect(await territory.training.trainersOf("tom")).toEqual([]);
  });

  it("once ended, a session tells of somebody only what its provider proved itself", async () => {
    const proveAt = (id: string, competencyId: string, organisationId: string) =>
      territory.portfolio.addEvidence("tom", [
        anEvidence({
          id,
          competencyId,
          kind: "attestation",
          level: 3,
          by: { id: "someone", name: "Quelqu'un", organisation: organisationId, organisationId },
        }),
      ]);
    await proveAt("by-greta", "flat", "greta");
    await proveAt("by-afpa", "upright", "afpa");
    const provenOfTom = async () =>
      (await readSession(territory.trainingContext, territory.actor("marie"), "autumn")).enrolments.find(
        (item) => item.traineeId === "tom",
      )?.proven;
    territory.kernel.setToday("2027-03-10");
    expect(await provenOfTom()).toBe(2);
    territory.kernel.setToday("2027-03-11");
    expect(await provenOfTom()).toBe(1);
  });
});
