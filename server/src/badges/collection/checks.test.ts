import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OB3, OB3_EXTENSIONS, VC2 } from "../validator/contexts.ts";
import type { JsonObject } from "../validator/json.ts";
import {
  ACHIEVEMENT,
  assertion,
  badge,
  OB2_HOST,
  ob2Pages,
  pixel,
  subject,
} from "../validator/testing/badges.ts";
import { sign } from "../validator/testing/issuing.ts";
import { checkOwnBadge } from "./change-badge.ts";
import { readCollection } from "./read-collection.ts";
import { actor, contentHashOf, createWorld, fileOf, type World } from "./testing/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.recognise();
});
afterEach(() => world.close());

const signed = (over: JsonObject = {}) => sign(badge(world.issuer, over), world.issuer);
const amina = actor("amina");
const LINK = "https://asso.example.fr/badges/1";
const REVOKED = "https://asso.example.fr/revoked";

const revocable = () =>
  signed({
    "@context": [VC2, OB3, OB3_EXTENSIONS],
    credentialStatus: { id: REVOKED, type: "1EdTechRevocationList" },
  });

async function mine() {
  const [first] = await readCollection(world.context, amina);
  if (!first) throw new Error("no badge");
  return first;
}

const standing = async () => (await world.proofs()).filter(([, ended]) => ended === null).length;
const endings = async () => [...new Set((await world.proofs()).map(([, ended]) => ended))];

describe("checked by the clock", () => {
  it("each week, and not before", async () => {
    await world.import(fileOf(await signed()));
    world.kernel.setToday("2026-06-05");
    expect(await world.collection.checkDue()).toBe(0);
    world.kernel.setToday("2026-06-08");
    expect(await world.collection.checkDue()).toBe(1);
    expect((await mine()).lastVerifiedAt).toBe("2026-06-08T08:00:00.000Z");
    expect(await world.collection.checkDue()).toBe(0);
    expect(await standing()).toBe(2);
  });

  it("a badge revoked stops being proof, its holder is told why, and what they declared stays", async () => {
    world.pages[REVOKED] = { revokedCredential: [] };
    const credential = await revocable();
    await world.import(fileOf(credential));
    expect(await standing()).toBe(2);
    world.pages[REVOKED] = { revokedCredential: [{ id: `${credential.id}`, revoked: true }] };
    world.kernel.setToday("2026-06-09");
    await world.collection.checkDue();
    expect(await endings()).toEqual(["badgeRevoked"]);
    expect(world.kernel.mails.at(-1)?.text).toContain("Une association l'a annulé.");
    expect(await mine()).toMatchObject({ verdict: "revoked", proof: { reason: "revoked" }, canShow: true });
    delete world.pages[REVOKED];
  });

  it("a badge expires the very day, without asking anybody", async () => {
    await world.import(fileOf(await signed({ validUntil: "2026-06-03T06:00:00Z" })));
    expect((await mine()).nextCheckOn).toBe("2026-06-03");
    world.setDown(true);
    world.kernel.setToday("2026-06-03");
    expect(await world.collection.checkDue()).toBe(1);
    expect(await endings()).toEqual(["badgeExpired"]);
    const kept = await mine();
    expect(kept).toMatchObject({ verdict: "expired", lastVerifiedAt: "2026-06-01T08:00:00.000Z" });
    expect(kept.checks.find(({ name }) => name === "dates")?.code).toBe("dates.expired");
    expect(world.kernel.mails.at(-1)?.subject).toBe(
      "Votre badge « Communiquer, niveau 1 » ne prouve plus vos compétences",
    );
  });

  it("a badge that begins later proves from its first day", async () => {
    const { badge: kept } = await world.import(fileOf(await signed({ validFrom: "2026-06-02T05:00:00Z" })));
    expect(kept.proof.reason).toBe("notYetValid");
    world.kernel.setToday("2026-06-02");
    await world.collection.checkDue();
    expect(await standing()).toBe(2);
  });
});

describe("when nobody answers", () => {
  it("what was established stands for fourteen days, then no longer, then again", async () => {
    world.pages[REVOKED] = { revokedCredential: [] };
    await world.import(fileOf(await revocable()));
    world.setDown(true);
    world.kernel.setToday("2026-06-08");
    await world.collection.checkDue();
    expect(await mine()).toMatchObject({
      verdict: "valid",
      proof: { reason: null, graceEndsOn: "2026-06-22" },
      lastVerifiedAt: "2026-06-01T08:00:00.000Z",
    });
    world.kernel.setToday("2026-06-22");
    await world.collection.checkDue();
    expect(await standing()).toBe(2);
    world.kernel.setToday("2026-06-23");
    await world.collection.checkDue();
    expect(await endings()).toEqual(["badgeUnverified"]);
    expect((await mine()).verdict).toBe("unreachable");
    world.setDown(false);
    world.kernel.setToday("2026-06-24");
    await world.collection.checkDue();
    expect(await standing()).toBe(2);
    expect(await mine()).toMatchObject({ verdict: "valid", proof: { graceEndsOn: null } });
  });

  it("the issuer alone out of reach is no verdict on the badge either", async () => {
    await world.import(fileOf(await signed()));
    const [did] = Object.keys(world.pages).filter((url) => url.endsWith("did.json"));
    delete world.pages[did ?? ""];
    world.kernel.setToday("2026-06-08");
    await world.collection.checkDue();
    expect((await mine()).verdict).toBe("valid");
    expect(await standing()).toBe(2);
  });

  it("an address that gives nothing is kept, tried again after 1, 6 and 24 hours, and proves once it answers", async () => {
    const { badge: kept } = await world.import({ link: LINK });
    expect(kept).toMatchObject({ verdict: "unreachable", badge: null, link: LINK, canShow: false });
    const due = async () =>
      (await world.collection.store.badges.findById(kept.id).lean())?.nextCheckAt?.toISOString();
    expect(await due()).toBe("2026-06-01T09:00:00.000Z");
    await checkOwnBadge(world.context, amina, kept.id);
    expect(await due()).toBe("2026-06-01T14:00:00.000Z");
    world.pages[LINK] = await signed();
    world.kernel.setToday("2026-06-02");
    await world.collection.checkDue();
    expect(await mine()).toMatchObject({ id: kept.id, verdict: "valid", format: "json" });
    expect(await standing()).toBe(2);
    expect((await world.import(fileOf(await signed()))).outcome).toBe("known");
  });

  it("an address that at last answers with a badge one has already adds none", async () => {
    await world.import({ link: LINK });
    await world.import(fileOf(await signed()));
    world.pages[LINK] = await signed();
    world.kernel.setToday("2026-06-02");
    await world.collection.checkDue();
    expect(await readCollection(world.context, amina)).toHaveLength(1);
    expect(await standing()).toBe(2);
  });
});

describe("an address", () => {
  it("that answers 410 has revoked its badge", async () => {
    world.pages[LINK] = await signed();
    await world.import({ link: LINK });
    expect(await standing()).toBe(2);
    delete world.pages[LINK];
    world.raw[LINK] = { status: 410, type: "application/json", json: {} };
    world.kernel.setToday("2026-06-08");
    await world.collection.checkDue();
    expect(await endings()).toEqual(["badgeRevoked"]);
  });

  it("where another badge lies now changes nothing of the one that is kept", async () => {
    world.pages[LINK] = await signed();
    await world.import({ link: LINK });
    world.pages[LINK] = await signed({ id: "urn:uuid:other" });
    world.kernel.setToday("2026-06-08");
    await world.collection.checkDue();
    expect(await mine()).toMatchObject({ verdict: "valid", badge: { id: badge(world.issuer).id } });
    expect(await standing()).toBe(2);
  });

  it("of an Open Badge 2.0 is read with its class, issuer and picture", async () => {
    const hosted = assertion();
    const pages = ob2Pages(world.issuer, hosted);
    Object.assign(world.pages, pages);
    world.raw[`${OB2_HOST}/badges/1.png`] = {
      status: 200,
      type: "image/png",
      base64: Buffer.from(pixel()).toString("base64"),
    };
    const badgeClass = pages[`${OB2_HOST}/badges/1`] as JsonObject;
    world.recognise({ issuerIds: [`${OB2_HOST}/issuer`] }, badgeClass);
    const { badge: kept } = await world.import({ link: `${OB2_HOST}/assertions/1` });
    expect(kept).toMatchObject({
      verdict: "valid",
      badge: { version: "2.0", name: "Communiquer", issuer: { name: "Une association" } },
      image: `/api/v1/badges/collected/${kept.id}/image`,
    });
    expect(contentHashOf(badgeClass)).toHaveLength(64);
  });
});

describe("badges issued here", () => {
  const URL = "https://acquis.test/badges/credentials/b1";

  it("enter the collection by themselves, once, and their holder is told once", async () => {
    world.pages[URL] = await signed({ id: URL, credentialSubject: subject({ identifier: undefined }) });
    world.issued.set("b1", { url: URL, traineeId: "amina" });
    await world.announce("badge.issued", { badgeId: "b1", traineeId: "amina" });
    await world.announce("badge.issued", { badgeId: "b1", traineeId: "amina" });
    expect(await readCollection(world.context, amina)).toHaveLength(1);
    expect(await mine()).toMatchObject({ source: "issued", proof: { reason: null }, shown: false });
    expect(world.kernel.mails.map(({ subject }) => subject)).toEqual([
      "Vous avez reçu un badge : Communiquer, niveau 1",
    ]);
  });

  it("revoked here, stop being proof at once", async () => {
    world.pages[REVOKED] = { revokedCredential: [] };
    const credential = await revocable();
    world.pages[URL] = { ...credential };
    world.issued.set("b1", { url: URL, traineeId: "amina" });
    await world.announce("badge.issued", { badgeId: "b1", traineeId: "amina" });
    expect(await standing()).toBe(2);
    world.pages[REVOKED] = { revokedCredential: [{ id: `${credential.id}`, revoked: true }] };
    await world.announce("badge.revoked", { badgeId: "b1", traineeId: "amina" });
    expect(await endings()).toEqual(["badgeRevoked"]);
    expect(world.kernel.mails).toHaveLength(1);
  });
});

it("a check that a crash cut short is done again when its lease ends", async () => {
  await world.import(fileOf(await signed({ credentialSubject: subject({ achievement: ACHIEVEMENT }) })));
  world.kernel.setToday("2026-06-08");
  const { badges } = world.collection.store;
  // Taken by somebody who died: the lease is all that is left of it.
  await badges.updateOne({}, { $set: { nextCheckAt: new Date("2026-06-08T08:10:00Z") } });
  expect(await world.collection.checkDue()).toBe(0);
  world.kernel.setToday("2026-06-09");
  expect(await world.collection.checkDue()).toBe(1);
});
