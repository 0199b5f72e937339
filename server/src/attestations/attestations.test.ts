import { standingOf } from "@acquis/shared/portfolio/evidence.rules.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
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
import { answerAttestation } from "./answer-attestation.ts";
import { attestCompetency } from "./attest-competency.ts";
import { attestGroup } from "./attest-group.ts";
import { declineRequest } from "./decline-request.ts";
import { listRequests } from "./list-requests.ts";
import { requestAttestation } from "./request-attestation.ts";
import { revokeAttestation } from "./revoke-attestation.ts";
import { anAttestationInput, aRequest } from "./testing/builders.ts";

let territory: Territory;
beforeAll(async () => {
  territory = await createTerritory();
  const { actor, trainingContext } = territory;
  await saveProgramme(trainingContext, actor("admin"), aProgramme());
  await saveSession(trainingContext, actor("admin"), aSession({ trainerIds: ["marie", "paul"] }));
  for (const traineeId of ["lina", "tom"])
    await enrolTrainee(trainingContext, actor("admin"), {
      id: `n-${traineeId}`,
      sessionId: "autumn",
      traineeId,
      openedOn: "2026-09-01",
    });
  await territory.kernel.delivery.drain();
});
afterAll(() => territory.close());
beforeEach(() => {
  territory.kernel.mails.length = 0;
});

const ask = (given = {}, who = "lina") =>
  requestAttestation(territory.attestationsContext, territory.actor(who), aRequest(given));
const attest = (given = {}, who = "marie") =>
  attestCompetency(territory.attestationsContext, territory.actor(who), anAttestationInput(given));
const revoke = (evidenceId: string, who: string, traineeId = "lina") =>
  revokeAttestation(territory.attestationsContext, territory.actor(who), {
    traineeId,
    evidenceId,
    reason: "Erreur de saisie",
  });
const answer = (evidenceId: string, said: "accepted" | "contested", who = "lina") =>
  answerAttestation(territory.attestationsContext, territory.actor(who), {
    evidenceId,
    answer: said,
    comment: said === "contested" ? "Ce n'était pas moi" : "",
  });
const requestsOf = (who: string) => listRequests(territory.attestationsContext, territory.actor(who));

async function find(id: string, traineeId = "lina"): Promise<Evidence | undefined> {
  return (await territory.portfolio.read(traineeId))?.evidence.find((item) => item.id === id);
}

async function mailsTo(id: string) {
  await territory.kernel.delivery.drain();
  return territory.kernel.mails.filter((mail) => mail.to === `${id}@acquis.test`);
}

describe("asking for an attestation", () => {
  it("reaches the trainer by mail, once, whatever was declared before", async () => {
    await ask();
    await ask();
    const [mail, ...others] = await mailsTo("marie");
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("Lina Moreau vous demande une attestation");
    expect(mail?.text).toContain("- Souder à plat");
    expect(mail?.text).toContain("https://acquis.test/");
    expect(await requestsOf("marie")).toMatchObject([
      { id: "request-1", trainee: { name: "Lina Moreau" }, declaredLevel: null, outcome: null },
    ]);
    expect(await territory.attestations.requestedBy("lina")).toEqual(new Set(["flat"]));
  });

  it.each([
    ["a trainer who does not follow them", { trainerId: "ines" }, "unknown_trainer", "trainerId"],
    ["somebody unknown", { trainerId: "none" }, "unknown_trainer", "trainerId"],
    ["an unknown competency", { competencyId: "none" }, "unknown_competency", "competencyId"],
    ["the same again while it is open", {}, "already_exists", "competencyId"],
    ["an id that is taken", { id: "request-1", competencyId: "drawing" }, "already_exists", "id"],
  ])("refuses %s", async (_case, given, code, field) => {
    expect(await refusal(ask({ id: "request-2", ...given }))).toEqual({ code, field });
  });

  it("refuses more than sixty that wait for one trainer", async () => {
    const { requests } = territory.attestations;
    const waiting = Array.from({ length: 60 }, (_, index) => ({
      ...{ _id: `many-${index}`, traineeId: "tom", trainerId: "marie", competencyId: `c-${index}` },
      ...{ note: "", askedOn: "2026-09-01", outcome: null, revision: 1, pendingEvents: [] },
    }));
    await requests.insertMany(waiting);
    const refused = { code: "invalid_input", field: "competencyId" };
    expect(await refusal(ask({ id: "too-many", competencyId: "flat" }, "tom"))).toEqual(refused);
    await requests.deleteMany({ _id: /^many-/ });
  });
});

describe("declining", () => {
  const decline = (who: string) =>
    declineRequest(territory.attestationsContext, territory.actor(who), {
      id: "request-declined",
      reason: "Pas encore vu en atelier",
    });

  it("is for the trainer asked, tells the trainee why, and lets them ask again", async () => {
    await ask({ id: "request-declined", competencyId: "drawing" }, "tom");
    expect(await refusal(decline("paul"))).toEqual({ code: "not_found" });
    await decline("marie");
    await decline("marie");
    const [mail, ...others] = await mailsTo("tom");
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("Your request for an attestation");
    expect(mail?.text).toContain("Pas encore vu en atelier");
    expect(mail?.text).toContain("drawing (en)");
    expect((await requestsOf("tom"))[0]?.outcome).toMatchObject({ kind: "declined" });
    await ask({ id: "request-again", competencyId: "drawing" }, "tom");
    expect(await requestsOf("tom")).toHaveLength(2);
  });
});

describe("attesting", () => {
  it("proves the competency, answers the request, and tells the trainee; twice is once", async () => {
    await attest({ requestId: "request-1" });
    await attest({ requestId: "request-1" });
    const given = await find("attestation-1");
    expect(given).toMatchObject({
      level: 3,
      observedOn: "2026-09-14",
      by: { id: "marie", name: "Marie Lefort", organisation: "Greta Normandie", organisationId: "greta" },
    });
    expect((await requestsOf("lina"))[0]?.outcome).toMatchObject({ kind: "attested", on: "2026-09-15" });
    expect(await requestsOf("marie")).not.toContainEqual(expect.objectContaining({ id: "request-1" }));
    expect((await mailsTo("lina")).map((mail) => mail.subject)).toEqual([
      "Une compétence de plus est prouvée",
    ]);
  });

  it("unasked answers what had been asked of that trainer for it, and of no other", async () => {
    await ask({ id: "to-marie", competencyId: "upright" });
    await ask({ id: "to-paul", competencyId: "upright", trainerId: "paul" });
    await attest({ id: "unasked", competencyId: "upright" });
    const outcomes = new Map((await requestsOf("lina")).map((one) => [one.id, one.outcome?.kind]));
    expect(outcomes.get("to-marie")).toBe("attested");
    expect(outcomes.get("to-paul")).toBeUndefined();
  });

  it.each([
    ["a trainee they do not follow", "ines", {}, "trainee_not_followed", "traineeId"],
    ["somebody unknown", "marie", { traineeId: "none" }, "trainee_not_followed", "traineeId"],
    ["a future day", "marie", { observedOn: "2026-09-16" }, "date_in_future", "observedOn"],
    ["an unknown competency", "marie", { competencyId: "none" }, "unknown_competency", "competencyId"],
    ["a request about something else", "marie", { requestId: "to-paul" }, "not_found", "requestId"],
    [
      "an id that names another fact",
      "marie",
      { id: "attestation-1", competencyId: "drawing" },
      "already_exists",
      "id",
    ],
    [
      "an id sent before with another level",
      "marie",
      { id: "attestation-1", level: 4 },
      "already_exists",
      "id",
    ],
  ])("refuses %s", async (_case, who, given, code, field) => {
    expect(await refusal(attest({ id: "refused", ...given }, who))).toEqual({ code, field });
    expect(await find("refused")).toBeUndefined();
  });

  it("refuses a provider that is not approved", async () => {
    const suspended = territory.actor("marie", { organisationStatus: "suspended" });
    const call = attestCompetency(territory.attestationsContext, suspended, anAttestationInput());
    expect(await refusal(call)).toEqual({ code: "organisation_not_approved" });
  });
});

describe("attesting a group", () => {
  const group = {
    id: "group-1",
    sessionId: "autumn",
    competencyId: "safety",
    observedOn: "2026-09-14",
    context: "training" as const,
    rows: [
      { traineeId: "lina", level: 2 as const, comment: "" },
      { traineeId: "none", level: 2 as const, comment: "" },
      { traineeId: "tom", level: 4 as const, comment: "Remarquable" },
      { traineeId: "lina", level: 4 as const, comment: "" },
    ],
  };
  const attestAll = (who = "marie", given = {}) =>
    attestGroup(territory.attestationsContext, territory.actor(who), { ...group, ...given });
  const proven = async (traineeId: string) =>
    standingOf(
      ((await territory.portfolio.read(traineeId))?.evidence ?? []).filter(
        (item) => item.competencyId === "safety",
      ),
      "2026-09-15",
    ).proven;

  it("gives each row its own level; a row that fails stops no other; sent again, it doubles nothing", async () => {
    const outcomes = [
      { traineeId: "lina", code: null },
      { traineeId: "none", code: "trainee_not_followed" },
      { traineeId: "tom", code: null },
      { traineeId: "lina", code: "already_exists" },
    ];
    expect(await attestAll()).toEqual(outcomes);
    expect(await attestAll()).toEqual(outcomes);
    expect([await proven("lina"), await proven("tom")]).toEqual([2, 4]);
    const given = (await territory.portfolio.read("tom"))?.evidence.filter(
      (one) => one.competencyId === "safety",
    );
    expect(given).toHaveLength(1);
  });

  it("refuses a session of others, and a future day", async () => {
    expect(await refusal(attestAll("ines"))).toEqual({ code: "not_found", field: "sessionId" });
    expect(await refusal(attestAll("marie", { observedOn: "2026-10-01" }))).toEqual({
      code: "date_in_future",
      field: "observedOn",
    });
  });
});

describe("answering an attestation", () => {
  it("contesting suspends the proof and tells the trainer; accepting after all restores it", async () => {
    await answer("attestation-1", "contested");
    await answer("attestation-1", "contested");
    const contested = await find("attestation-1");
    expect(standingOf(contested ? [contested] : [], "2026-09-15").proven).toBeNull();
    const mails = await mailsTo("marie");
    expect(mails.map((mail) => mail.subject)).toEqual(["Lina Moreau conteste une attestation"]);
    expect(mails[0]?.text).toContain("Ce n'était pas moi");
    await answer("attestation-1", "accepted");
    expect((await find("attestation-1"))?.answer?.answer).toBe("accepted");
  });

  it("refuses somebody else's attestation, and what is no attestation", async () => {
    expect(await refusal(answer("attestation-1", "accepted", "tom"))).toEqual({
      code: "not_found",
      field: "evidenceId",
    });
    const promise = (await territory.portfolio.read("lina"))?.evidence.find((one) => one.kind === "training");
    expect(await refusal(answer(promise?.id ?? "", "accepted"))).toMatchObject({ code: "not_found" });
  });
});

describe("revoking", () => {
  it("answers the same for one that does not exist and one that isn't theirs", async () => {
    for (const [id, who, trainee] of [
      ["none", "marie", "lina"],
      ["attestation-1", "paul", "lina"],
      ["attestation-1", "other", "lina"],
      ["attestation-1", "marie", "tom"],
      ["attestation-1", "marie", "none"],
    ] as const)
      expect(await refusal(revoke(id, who, trainee))).toEqual({ code: "not_found" });
  });

  it("by the trainer ends the proof, keeps the fact, and tells the trainee why; twice is once", async () => {
    await revoke("attestation-1", "marie");
    await revoke("attestation-1", "admin");
    expect((await find("attestation-1"))?.withdrawal).toEqual({
      on: "2026-09-15",
      by: "marie",
      byName: "Marie Lefort",
      kind: "revoked",
      reason: "Erreur de saisie",
    });
    const mails = await mailsTo("lina");
    expect(mails.map((mail) => mail.subject)).toEqual(["Une attestation a été retirée"]);
    expect(mails[0]?.text).toContain("Erreur de saisie");
  });

  it("is open to the provider's admin", async () => {
    await revoke("unasked", "admin");
    expect((await find("unasked"))?.withdrawal?.byName).toBe("Anne Roy");
  });

  it("leaves nothing to answer", async () => {
    expect(await refusal(answer("attestation-1", "accepted"))).toEqual({
      code: "wrong_state",
      field: "evidenceId",
    });
  });
});
