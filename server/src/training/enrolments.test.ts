import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeEnrolment } from "./close-enrolment.ts";
import { enrolTrainee } from "./enrol-trainee.ts";
import { passModule } from "./pass-module.ts";
import { saveProgramme } from "./save-programme.ts";
import { saveSession } from "./save-session.ts";
import { skipModule } from "./skip-module.ts";
import { aProgramme, aSession, createTerritory, refusal, type Territory } from "./testing/territory.ts";

let territory: Territory;
beforeAll(async () => {
  territory = await createTerritory();
  const { actor, trainingContext } = territory;
  await saveProgramme(trainingContext, actor("admin"), aProgramme());
  await saveSession(trainingContext, actor("admin"), aSession());
});
afterAll(() => territory.close());

async function evidenceOf(traineeId: string): Promise<Evidence[]> {
  return (await territory.portfolio.read(traineeId))?.evidence ?? [];
}

/** Standing promises of a trainee: competency and the day it is expected. */
async function promisesOf(traineeId: string): Promise<string[]> {
  return (await evidenceOf(traineeId))
    .filter((item) => item.kind === "training" && item.withdrawal === null)
    .map((item) => `${item.competencyId} ${item.training?.expectedOn}`)
    .sort();
}

const anEnrolment = (id: string, traineeId: string) => ({
  id,
  sessionId: "autumn",
  traineeId,
  openedOn: "2026-09-15",
});
const ALL = ["drawing 2027-02-26", "flat 2026-11-20", "upright 2027-02-26"];

describe("enrolling a trainee", () => {
  it("promises what the session teaches, and twice is once", async () => {
    const { actor, trainingContext } = territory;
    const first = await enrolTrainee(trainingContext, actor("admin"), anEnrolment("n-lina", "lina"));
    const again = await enrolTrainee(trainingContext, actor("admin"), anEnrolment("n-lina", "lina"));
    await territory.kernel.delivery.drain();
    expect(again.revision).toBe(first.revision);
    expect(await promisesOf("lina")).toEqual(ALL);
    expect(await evidenceOf("lina")).toHaveLength(3);
  });

  it("tells them once, with who enrolled them and until when, though the command came twice", async () => {
    const mails = territory.kernel.mails.filter((mail) => mail.to === "lina@acquis.test");
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      subject: "Vous êtes inscrit ou inscrite : Soudage",
      text: expect.stringContaining(
        "Greta Normandie vous a inscrit ou inscrite à la formation « Soudage », du 1er septembre 2026 au 26 février 2027.",
      ),
    });
    expect(mails[0]?.text).toContain("/stagiaire/bientot");
  });

  it("leaves the portfolio to be indexed", async () => {
    const portfolio = await territory.portfolio.read("lina");
    expect(portfolio?.indexPending).toBe(true);
  });

  it("is refused while they are enrolled already", async () => {
    const call = enrolTrainee(
      territory.trainingContext,
      territory.actor("admin"),
      anEnrolment("n-other", "lina"),
    );
    expect(await refusal(call)).toEqual({ code: "already_exists", field: "traineeId" });
  });

  it.each([
    ["a session of another provider", "other", {}, { code: "not_found", field: "sessionId" }],
    ["an unknown session", "admin", { sessionId: "none" }, { code: "not_found", field: "sessionId" }],
    ["somebody unknown", "admin", { traineeId: "none" }, { code: "not_found", field: "traineeId" }],
    ["somebody who is no trainee", "admin", { traineeId: "paul" }, { code: "not_found", field: "traineeId" }],
    [
      "a day after the session",
      "admin",
      { openedOn: "2027-03-01" },
      { code: "dates_reversed", field: "openedOn" },
    ],
    [
      "an id that is taken",
      "admin",
      { id: "n-lina", traineeId: "tom" },
      { code: "already_exists", field: "id" },
    ],
  ])("refuses %s", async (_case, who, given, expected) => {
    const input = { ...anEnrolment("n-tom", "tom"), ...given };
    expect(await refusal(enrolTrainee(territory.trainingContext, territory.actor(who), input))).toEqual(
      expected,
    );
  });

  it("refuses a provider that is not approved", async () => {
    const pending = territory.actor("admin", { organisationStatus: "pending" });
    const call = enrolTrainee(territory.trainingContext, pending, anEnrolment("n-tom", "tom"));
    expect(await refusal(call)).toEqual({ code: "organisation_not_approved" });
  });
});

describe("positioning", () => {
  it("lets a trainee skip a module: its promises are withdrawn, and come back when they attend after all", async () => {
    const { actor, trainingContext } = territory;
    const skip = (skipped: boolean) =>
      skipModule(trainingContext, actor("marie"), {
        enrolmentId: "n-lina",
        moduleId: "position",
        skipped,
      });
    await skip(true);
    await skip(true);
    expect(await promisesOf("lina")).toEqual(["flat 2026-11-20"]);
    await skip(false);
    expect(await promisesOf("lina")).toEqual(ALL);
  });

  it("refuses a trainer of another session, and a module the programme lacks", async () => {
    const { actor, trainingContext } = territory;
    const skip = (who: string, moduleId: string) =>
      refusal(skipModule(trainingContext, actor(who), { enrolmentId: "n-lina", moduleId, skipped: true }));
    expect(await skip("paul", "basics")).toEqual({ code: "not_found" });
    expect(await skip("marie", "none")).toEqual({ code: "not_found", field: "moduleId" });
  });
});

describe("changing the session or its programme", () => {
  it("renews the promises at the new dates", async () => {
    const { actor, kernel, trainingContext } = territory;
    await saveSession(
      trainingContext,
      actor("admin"),
      aSession({ moduleEnds: [{ moduleId: "basics", endsOn: "2026-12-18" }], revision: 1 }),
    );
    await kernel.delivery.drain();
    expect(await promisesOf("lina")).toEqual(["drawing 2027-02-26", "flat 2026-12-18", "upright 2027-02-26"]);
  });

  it("promises what a module now teaches too", async () => {
    const { actor, kernel, trainingContext } = territory;
    const { modules } = aProgramme();
    const [basics, position] = modules;
    if (!basics || !position) throw new Error("two modules expected");
    const teaches = [...basics.teaches, { competencyId: "safety", level: 1 as const }];
    await saveProgramme(
      trainingContext,
      actor("admin"),
      aProgramme({ modules: [{ ...basics, teaches }, position], revision: 1 }),
    );
    await kernel.delivery.drain();
    expect(await promisesOf("lina")).toContain("safety 2026-12-18");
  });
});

describe("passing a module", () => {
  const passed = {
    enrolmentId: "n-lina",
    moduleId: "basics",
    observedOn: "2026-09-14",
    comment: "Très bien",
  };

  it("refuses a future date, a colleague, and the provider's admin", async () => {
    const { actor, trainingContext } = territory;
    const pass = (who: string, given = {}) =>
      refusal(passModule(trainingContext, actor(who), { ...passed, ...given }));
    expect(await pass("marie", { observedOn: "2026-09-16" })).toEqual({
      code: "date_in_future",
      field: "observedOn",
    });
    expect(await pass("paul")).toEqual({ code: "not_found" });
    expect(await pass("admin")).toEqual({ code: "not_found" });
  });

  it("attests what it teaches, ends its promises, and tells the trainee in one mail; twice is once", async () => {
    const { actor, kernel, trainingContext } = territory;
    await passModule(trainingContext, actor("marie"), passed);
    await passModule(trainingContext, actor("marie"), passed);
    await kernel.delivery.drain();
    expect(await promisesOf("lina")).toEqual(["drawing 2027-02-26", "upright 2027-02-26"]);
    const attested = (await evidenceOf("lina")).filter((item) => item.kind === "attestation");
    expect(attested.map((item) => [item.competencyId, item.level, item.by?.name, item.comment])).toEqual([
      ["flat", 3, "Marie Lefort", "Très bien"],
      ["safety", 1, "Marie Lefort", "Très bien"],
    ]);
    const mails = kernel.mails.filter((mail) => mail.subject === "Une compétence de plus est prouvée");
    expect(mails.map((mail) => mail.to)).toEqual(["lina@acquis.test"]);
    expect(mails[0]?.text).toContain("- Souder à plat\n- Travailler en sécurité");
  });

  it("can no longer be skipped", async () => {
    const input = { enrolmentId: "n-lina", moduleId: "basics", skipped: true };
    expect(await refusal(skipModule(territory.trainingContext, territory.actor("marie"), input))).toEqual({
      code: "wrong_state",
      field: "moduleId",
    });
  });
});

describe("leaving and coming back", () => {
  const left = { enrolmentId: "n-lina", closedOn: "2026-09-15", end: "leftForWork" as const };

  it("refuses a future day, and one before they came", async () => {
    const close = (closedOn: string) =>
      refusal(closeEnrolment(territory.trainingContext, territory.actor("marie"), { ...left, closedOn }));
    expect(await close("2026-09-16")).toEqual({ code: "date_in_future", field: "closedOn" });
    expect(await close("2026-09-14")).toEqual({ code: "dates_reversed", field: "closedOn" });
  });

  it("withdraws what was promised, keeps what was attested; otherwise than before is refused", async () => {
    const { actor, trainingContext } = territory;
    await closeEnrolment(trainingContext, actor("marie"), left);
    await closeEnrolment(trainingContext, actor("marie"), left);
    expect(await promisesOf("lina")).toEqual([]);
    const standing = (await evidenceOf("lina")).filter((item) => item.withdrawal === null);
    expect(standing.map((item) => item.competencyId)).toEqual(["flat", "safety"]);
    const other = closeEnrolment(trainingContext, actor("marie"), { ...left, end: "left" });
    expect(await refusal(other)).toEqual({ code: "wrong_state", field: "enrolmentId" });
  });

  it("coming back is a new enrolment, with its own promises", async () => {
    const { actor, trainingContext } = territory;
    await enrolTrainee(trainingContext, actor("admin"), anEnrolment("n-lina-2", "lina"));
    expect(await promisesOf("lina")).toHaveLength(4);
  });
});

describe("accepting an invitation to a session", () => {
  it("enrols the newcomer, once, and opens their portfolio", async () => {
    const { accounts, kernel } = territory;
    const event = {
      id: "account:tom",
      type: "account.created",
      data: { accountId: "tom", role: "trainee", sessionId: "autumn", invitedBy: "marie" },
      at: kernel.clock.now(),
    };
    const arrive = () =>
      accounts.store.accounts.updateOne(
        { _id: "tom" },
        { $set: { pendingEvents: [event], deliverAt: new Date(0) } },
      );
    await arrive();
    await kernel.delivery.drain();
    await arrive();
    await kernel.delivery.drain();
    expect(await territory.training.store.enrolments.countDocuments({ traineeId: "tom" })).toBe(1);
    expect(await promisesOf("tom")).toHaveLength(4);
  });
});
