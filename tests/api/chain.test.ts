import { randomUUID } from "node:crypto";
import { addDays, monthOf } from "@acquis/shared/platform/dates.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { refusalOf } from "../testing/client.ts";
import { aPerson, settle, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct, TODAY } from "../testing/product.ts";
import { aSchool, CAEN, ROUEN, type School } from "../testing/school.ts";

let product: Product;
let skills: string[];
let school: School;
let trainee: TestPerson;
let employer: TestPerson;

beforeAll(async () => {
  product = await startProduct();
  const sheet = await product.visitor().api.referential.readOccupation({ code: "J1501" });
  skills = sheet.competencies.map((one) => one.id);
});
afterAll(() => product.stop());

const skill = (index: number) => skills[index] as string;

beforeEach(async () => {
  school = await aSchool(product, [
    [{ competencyId: skill(0), level: 3 }],
    [{ competencyId: skill(1), level: 3 }],
  ]);
  trainee = await aPerson(product, "trainee", { firstName: "Awa", lastName: "Diallo" });
  employer = await aPerson(product, "employer");
});

/** What the employer sees of the trainee for one competency; null when they are not in the list. */
async function seen(competencyId: string, options: { level?: 1 | 3; neededBy?: string } = {}) {
  await settle(product);
  const page = await employer.api.candidates.search({
    essential: [{ competencyId, level: options.level ?? 3 }],
    useful: [],
    neededBy: options.neededBy ?? addDays(TODAY, 120),
    insee: null,
    filters: {},
    page: 1,
    pageSize: 50,
  });
  return page.results.find((result) => result.id === trainee.id) ?? null;
}

describe("from training to the employer's list", () => {
  it("what a session will teach is found as upcoming, with its month and its training", async () => {
    await school.enrol(trainee);
    const result = await seen(skill(1));
    expect(result?.essential[0]).toMatchObject({
      verdict: { kind: "upcoming", level: 3, month: monthOf(addDays(TODAY, 60)) },
      training: "Titre professionnel",
    });
    expect((await seen(skill(1), { neededBy: addDays(TODAY, 5) }))?.essential[0] ?? null).toBeNull();
  });

  it("an anonymous result names nobody", async () => {
    await school.enrol(trainee);
    const result = await seen(skill(1));
    expect(result?.name).toBeNull();
    expect(JSON.stringify(result)).not.toMatch(/Awa|Diallo|test\.example/);
    const sheet = await employer.api.candidates.read({ id: trainee.id });
    expect(JSON.stringify(sheet)).not.toMatch(/Awa|Diallo|Lefèvre|test\.example/);
  });

  it("leaving the session removes the promise", async () => {
    const enrolmentId = await school.enrol(trainee);
    await school.admin.api.training.closeEnrolment({ enrolmentId, closedOn: TODAY, end: "left" });
    expect(await seen(skill(1))).toBeNull();
  });

  it("passing the module turns the promise into proof", async () => {
    const enrolmentId = await school.enrol(trainee);
    const [, moduleId = ""] = school.moduleIds;
    await school.trainer.api.training.passModule({ enrolmentId, moduleId, observedOn: TODAY });
    await school.trainer.api.training.passModule({ enrolmentId, moduleId, observedOn: TODAY });
    expect((await seen(skill(1)))?.essential[0]?.verdict).toEqual({ kind: "proven", level: 3 });
    const portfolio = await trainee.api.portfolio.readMine();
    const competency = portfolio.competencies.find((one) => one.id === skill(1));
    expect(competency?.evidence.filter((one) => one.kind === "attestation")).toHaveLength(1);
  });
});

describe("attestation", () => {
  const attest = (overrides: object = {}) =>
    school.trainer.api.attestations.attest({
      id: randomUUID(),
      traineeId: trainee.id,
      competencyId: skill(3),
      level: 3,
      observedOn: TODAY,
      context: "workplace",
      ...overrides,
    });

  it("a request is answered, proves the competency, and lifts the person in the list", async () => {
    await school.enrol(trainee);
    await trainee.api.portfolio.declare({ items: [{ competencyId: skill(3), level: 3 }] });
    expect((await seen(skill(3)))?.counts).toMatchObject({ ready: 1, proven: 0 });
    await trainee.api.attestations.request({
      id: randomUUID(),
      trainerId: school.trainer.id,
      competencyId: skill(3),
      note: "",
    });
    const [request] = await school.trainer.api.attestations.listRequests();
    expect(request).toMatchObject({ trainee: { id: trainee.id }, declaredLevel: 3, outcome: null });
    await attest({ requestId: request?.id });
    expect((await seen(skill(3)))?.counts).toMatchObject({ ready: 1, proven: 1 });
    const [answered] = await school.trainer.api.attestations.listRequests();
    expect(answered?.outcome?.kind ?? "attested").toBe("attested");
  });

  it("the same attestation sent twice is one", async () => {
    await school.enrol(trainee);
    const id = randomUUID();
    await Promise.all([attest({ id }), attest({ id }), attest({ id })]);
    const portfolio = await trainee.api.portfolio.readMine();
    expect(portfolio.competencies.find((one) => one.id === skill(3))?.evidence).toHaveLength(1);
  });

  it("revoked or contested, it no longer proves; the history keeps it with the reason", async () => {
    await school.enrol(trainee);
    const [id, other] = [randomUUID(), randomUUID()];
    await attest({ id });
    await trainee.api.attestations.answer({ evidenceId: id, answer: "contested", comment: "niveau 4" });
    expect(await seen(skill(3))).toBeNull();
    await trainee.api.attestations.answer({ evidenceId: id, answer: "accepted" });
    expect((await seen(skill(3)))?.counts.proven).toBe(1);
    await school.trainer.api.attestations.revoke({ evidenceId: id, traineeId: trainee.id, reason: "erreur" });
    await school.trainer.api.attestations.revoke({ evidenceId: id, traineeId: trainee.id, reason: "encore" });
    expect(await seen(skill(3))).toBeNull();
    const history = await school.trainer.api.portfolio.readFollowed({ traineeId: trainee.id });
    expect(history.competencies.find((one) => one.id === skill(3))?.evidence[0]?.withdrawal).toMatchObject({
      kind: "revoked",
      reason: "erreur",
    });
    await attest({ id: other });
    expect((await seen(skill(3)))?.counts.proven).toBe(1);
  });

  it("refuses when the trainer does not follow this trainee", async () => {
    expect(await refusalOf(attest())).toMatchObject({ code: "trainee_not_followed", status: 403 });
  });

  it("refuses a date in the future and a level outside 1 to 4, naming the field", async () => {
    await school.enrol(trainee);
    expect(await refusalOf(attest({ observedOn: addDays(TODAY, 1) }))).toMatchObject({
      code: "date_in_future",
      field: "observedOn",
    });
    for (const level of [0, 5, 2.5, "3", null]) {
      const answer = await school.trainer.raw("POST", "/api/v1/attestations", {
        id: randomUUID(),
        traineeId: trainee.id,
        competencyId: skill(3),
        level,
        observedOn: TODAY,
        context: "workplace",
      });
      expect([answer.status, answer.body.code, answer.body.data?.field]).toEqual([
        400,
        "invalid_input",
        "level",
      ]);
    }
  });
});

describe("visibility", () => {
  it("private is found by nobody, named shows the name", async () => {
    await trainee.api.portfolio.declare({ items: [{ competencyId: skill(5), level: 3 }] });
    expect((await seen(skill(5)))?.name).toBeNull();
    await trainee.api.portfolio.saveVisibility({ visibility: "named" });
    expect((await seen(skill(5)))?.name).toBe("Awa Diallo");
    await trainee.api.portfolio.saveVisibility({ visibility: "private" });
    expect(await seen(skill(5))).toBeNull();
    expect((await refusalOf(employer.api.candidates.read({ id: trainee.id }))).code).toBe("not_found");
  });
});

describe("offers, from both sides", () => {
  const anOffer = (id: string) => ({
    id,
    title: "Aide-soignant·e de nuit",
    occupationCode: "J1501",
    description: "<b>Équipe</b> & horaires",
    contract: "permanent" as const,
    insee: ROUEN,
    neededBy: addDays(TODAY, 120),
    essential: [
      { competencyId: skill(1), level: 3 as const },
      { competencyId: skill(6), level: 2 as const },
    ],
    useful: [],
    revision: 0,
  });

  it("a trainee sees their own verdicts for an offer, and what is missing", async () => {
    await school.enrol(trainee);
    const id = randomUUID();
    await employer.api.offers.save(anOffer(id));
    expect((await refusalOf(trainee.api.offers.readMatch({ id }))).code).toBe("not_found");
    await employer.api.offers.publish({ id });
    const match = await trainee.api.offers.readMatch({ id });
    expect(match.essential.map((one) => one.verdict.kind)).toEqual([
      "upcoming",
      expect.stringMatching(/close|missing/),
    ]);
    expect(match.offer.description).toBe("<b>Équipe</b> & horaires");
    const { matches } = await trainee.api.offers.listMatches({});
    expect(matches.some((one) => one.offer.id === id)).toBe(true);
  });

  it("saving twice is once, an old revision is refused, another company's offer does not exist", async () => {
    const id = randomUUID();
    const [first, second] = await Promise.all([
      employer.api.offers.save(anOffer(id)),
      employer.api.offers.save(anOffer(id)),
    ]);
    expect([first.revision, second.revision]).toEqual([1, 1]);
    await employer.api.offers.save({ ...anOffer(id), title: "Nouveau", revision: 1 });
    expect(
      (await refusalOf(employer.api.offers.save({ ...anOffer(id), title: "Autre", revision: 1 }))).code,
    ).toBe("stale_revision");
    const stranger = await aPerson(product, "employer");
    expect((await refusalOf(stranger.api.offers.read({ id }))).code).toBe("not_found");
    expect((await refusalOf(stranger.api.offers.publish({ id }))).code).toBe("not_found");
  });

  it("refuses an employer not yet approved everything about people", async () => {
    const pending = await aPerson(product, "employer", { organisationStatus: "pending" });
    const search = pending.api.candidates.search({
      essential: [{ competencyId: skill(0), level: 1 }],
      neededBy: TODAY,
    });
    expect(await refusalOf(search)).toMatchObject({ code: "organisation_not_approved", status: 403 });
    expect((await refusalOf(pending.api.candidates.read({ id: trainee.id }))).code).toBe(
      "organisation_not_approved",
    );
    expect((await refusalOf(pending.api.offers.save(anOffer(randomUUID())))).code).toBe(
      "organisation_not_approved",
    );
  });

  it("refuses unknown competencies, places and occupations, naming the field", async () => {
    const offer = anOffer(randomUUID());
    const refused = async (change: object) => refusalOf(employer.api.offers.save({ ...offer, ...change }));
    expect(await refused({ essential: [{ competencyId: "c-unknown", level: 1 }] })).toMatchObject({
      code: "unknown_competency",
      status: 422,
    });
    expect(await refused({ insee: "00000" })).toMatchObject({ code: "unknown_place", field: "insee" });
    expect(await refused({ occupationCode: "Z9999" })).toMatchObject({
      code: "unknown_occupation",
      field: "occupationCode",
    });
  });

  it("distance filters by the commune, and shows whole steps only", async () => {
    await trainee.api.portfolio.declare({ items: [{ competencyId: skill(7), level: 3 }] });
    await trainee.api.portfolio.savePreferences({
      insee: CAEN,
      radiusKm: 20,
      availableFrom: null,
      contracts: [],
      occupationCodes: [],
    });
    await settle(product);
    const around = (maxDistanceKm: number) =>
      employer.api.candidates.search({
        essential: [{ competencyId: skill(7), level: 3 }],
        neededBy: TODAY,
        insee: ROUEN,
        filters: { maxDistanceKm },
      });
    expect((await around(50)).results.map((one) => one.id)).not.toContain(trainee.id);
    const found = (await around(150)).results.find((one) => one.id === trainee.id);
    expect(found?.distanceStep).toBeGreaterThanOrEqual(10);
    expect(JSON.stringify(found)).not.toContain(CAEN);
  });
});
