import { randomUUID } from "node:crypto";
import { signInAs, startRunningProduct } from "@acquis/scripts/bench/running-product.ts";
import type { LocalBadge } from "@acquis/shared/badges/local-badge.schema.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aLocalBadge, badgeEnvironment, verifyHere } from "../testing/badges.ts";
import { refusalOf } from "../testing/client.ts";
import { aPerson, settle, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct, TODAY } from "../testing/product.ts";
import { aSchool, type School } from "../testing/school.ts";

let product: Product;
let school: School;
let badge: LocalBadge;
const people: TestPerson[] = [];

beforeAll(async () => {
  product = await startProduct({ environment: badgeEnvironment });
  school = await aSchool(product, [[{ competencyId: "c-ecouter", level: 2 }]]);
  badge = await aLocalBadge(school.admin);
  for (let index = 0; index < 4; index += 1) {
    const trainee = await aPerson(product, "trainee");
    await school.enrol(trainee);
    people.push(trainee);
  }
});
afterAll(() => product.stop());

const rows = () => people.map(({ id }, index) => ({ traineeId: id, narrative: `Chantier ${index + 1}.` }));
const start = (person: TestPerson, given: { id: string; rows?: ReturnType<typeof rows>; badgeId?: string }) =>
  person.api.badges.issuing.startBatch({
    id: given.id,
    sessionId: school.sessionId,
    badge: { kind: "local", localBadgeId: given.badgeId ?? badge.id },
    rows: given.rows ?? rows(),
  });

describe("a whole session", () => {
  it("gets its badges by its trainer, each with its narrative; who cannot is told, and stops nobody", async () => {
    const id = randomUUID();
    const stranger = await aPerson(product, "trainee");
    const given = [...rows(), { traineeId: stranger.id, narrative: "" }, rows()[0] ?? rows()[1]].filter(
      (row) => row !== undefined,
    );
    await start(school.trainer, { id, rows: given });
    await product.app.features.badges.batches.drain();
    const batch = await school.trainer.api.badges.issuing.readBatch({ id });
    expect(batch).toMatchObject({ total: 6, done: 6, issued: 4 });
    expect(batch.finishedAt).not.toBeNull();
    expect(batch.failed.map(({ code }) => code)).toEqual(["trainee_not_followed", "already_exists"]);
    const { badges, total } = await school.trainer.api.badges.issuing.list({ batchId: id });
    expect(total).toBe(4);
    expect(badges.map(({ narrative }) => narrative).sort()).toEqual(rows().map(({ narrative }) => narrative));
    for (const one of badges) expect((await verifyHere(product, one.credentialUrl)).verdict).toBe("valid");
  });

  it("sent twice gives once, and goes on where it was after a stop in the middle", async () => {
    const id = randomUUID();
    const other = await aLocalBadge(school.admin);
    await start(school.admin, { id, badgeId: other.id });
    await start(school.admin, { id, badgeId: other.id });
    await product.app.features.badges.batches.drain();
    const { context } = product.app.features.badges;
    const before = await context.issued.find({ batchId: id }).lean();
    // As a server that died after two rows, one of them written and not signed.
    await context.batches.updateOne(
      { _id: id },
      { $set: { cursor: 2, issued: 2, finishedAt: null, runUntil: new Date(0) } },
    );
    await context.issued.updateOne({ _id: before[3]?._id ?? "" }, { $set: { signed: null } });
    await product.app.features.badges.batches.drain();
    const after = await context.issued.find({ batchId: id }).lean();
    expect(after.map(({ _id }) => _id).sort()).toEqual(before.map(({ _id }) => _id).sort());
    expect(after.every(({ signed }) => signed !== null)).toBe(true);
    const batch = await school.admin.api.badges.issuing.readBatch({ id });
    expect(batch).toMatchObject({ done: 4, issued: 4, failed: [] });
  });

  it("is refused to a trainer of another session, and unread by them", async () => {
    const other = await aSchool(product, [[{ competencyId: "c-ecouter", level: 2 }]]);
    const theirs = await aLocalBadge(other.admin);
    const id = randomUUID();
    expect(await refusalOf(start(other.trainer, { id, badgeId: theirs.id }))).toMatchObject({
      code: "not_found",
      field: "sessionId",
    });
    await start(school.trainer, { id });
    expect(await refusalOf(other.trainer.api.badges.issuing.readBatch({ id }))).toMatchObject({
      code: "not_found",
    });
  });
});

describe("by rule", () => {
  it("the Région gives a meta-badge once trainers attested all it asks, and a higher one later", async () => {
    const [person] = people;
    if (!person) throw new Error("nobody");
    const attest = (competencyId: string, level: 1 | 2 | 3 | 4) =>
      school.trainer.api.attestations.attest({
        id: randomUUID(),
        traineeId: person.id,
        competencyId,
        level,
        comment: "",
        observedOn: TODAY,
        context: "training",
      });
    const given = async () => {
      await settle(product);
      const found = await product.app.features.badges.context.issued
        .find({ traineeId: person.id, issuedFor: "rule" })
        .sort({ level: 1 })
        .lean();
      return found.map(({ metaBadgeId, level }) => `${metaBadgeId} ${level}`);
    };
    for (const id of ["c-ecouter", "c-expliquer", "c-poser-questions"]) await attest(id, 2);
    expect(await given()).toEqual([]);
    await attest("c-rendre-compte", 3);
    expect(await given()).toEqual(["communiquer 2"]);
    for (const id of ["c-ecouter", "c-expliquer", "c-poser-questions"]) await attest(id, 3);
    expect(await given()).toEqual(["communiquer 2", "communiquer 3"]);
    const mine = await person.api.badges.collection.list();
    expect(mine.filter(({ recognisedAs }) => recognisedAs?.how === "framework")).toHaveLength(2);
  });
});

describe("an attestation", () => {
  it("leaves as a signed credential, once, and is revoked with it", async () => {
    const [, person] = people;
    if (!person) throw new Error("nobody");
    const evidenceId = randomUUID();
    await school.trainer.api.attestations.attest({
      id: evidenceId,
      traineeId: person.id,
      competencyId: "c-arriver-heure",
      level: 3,
      comment: "Toujours là avant l'heure.",
      observedOn: TODAY,
      context: "workplace",
    });
    const [one, two] = await Promise.all([
      person.api.badges.issuing.attestationAsBadge({ traineeId: person.id, evidenceId }),
      school.trainer.api.badges.issuing.attestationAsBadge({ traineeId: person.id, evidenceId }),
    ]);
    expect(one?.id).toBe(two?.id);
    const url = one?.credentialUrl ?? "";
    expect((await verifyHere(product, url, { recipient: person.email })).verdict).toBe("valid");
    const stranger = people[2]?.api.badges.issuing.attestationAsBadge({ traineeId: person.id, evidenceId });
    expect(await refusalOf(stranger ?? Promise.resolve())).toMatchObject({ code: "not_found" });
    await school.trainer.api.attestations.revoke({ traineeId: person.id, evidenceId, reason: "Erreur." });
    await settle(product);
    expect((await verifyHere(product, url)).verdict).toBe("revoked");
  });
});

describe("kill -9 in the middle of a batch", () => {
  it("each badge is issued once, and the batch ends after the next start", { timeout: 240_000 }, async () => {
    let running = await startRunningProduct();
    const { dataDir } = running;
    const call = async (role: string, method: string, path: string, body?: object) => {
      const { cookie } = await signInAs(running.url, role);
      const answer = await fetch(`${running.url}/api/v1${path}`, {
        method,
        headers: { cookie, "content-type": "application/json" },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const read = await answer.json();
      if (!answer.ok) throw new Error(`${path} ${answer.status} ${JSON.stringify(read)}`);
      return read;
    };
    try {
      const sessions = await call("trainer", "GET", "/sessions");
      const session = await call("trainer", "GET", `/sessions/${sessions[0].id}`);
      const trainees: string[] = session.enrolments.map((one: { traineeId: string }) => one.traineeId);
      const [localBadgeId, batchId] = [randomUUID(), randomUUID()];
      await call("providerAdmin", "PUT", `/badges/local/${localBadgeId}`, {
        name: "Chantier propre",
        description: "Laisse un chantier propre.",
        criteria: [{ id: "c1", text: "A rangé le chantier." }],
        image: { kind: "motif", motif: "tool" },
        revision: 0,
      });
      await call("trainer", "POST", "/badges/batches", {
        id: batchId,
        sessionId: sessions[0].id,
        badge: { kind: "local", localBadgeId },
        rows: trainees.map((traineeId) => ({ traineeId, narrative: "Fait." })),
      });
      for (let kill = 0; kill < 2; kill += 1) {
        await new Promise((resolve) => setTimeout(resolve, kill === 0 ? 400 : 150));
        await running.stop("SIGKILL");
        running = await startRunningProduct({
          dataDir,
          environment: { PUBLIC_URL: "http://localhost:3000" },
        });
      }
      for (let tries = 0; tries < 200; tries += 1) {
        const batch = await call("trainer", "GET", `/badges/batches/${batchId}`);
        if (batch.finishedAt) break;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      const batch = await call("trainer", "GET", `/badges/batches/${batchId}`);
      expect(batch).toMatchObject({ total: trainees.length, done: trainees.length, failed: [] });
      const list = await call("trainer", "GET", `/badges/issued?batchId=${batchId}&pageSize=50`);
      expect(list.total).toBe(trainees.length);
      const holders = list.badges.map((one: { recipient: { id: string } }) => one.recipient.id);
      expect(new Set(holders).size).toBe(holders.length);
      expect(list.badges.every((one: { status: string }) => one.status === "issued")).toBe(true);
    } finally {
      await running.discard();
    }
  });
});
