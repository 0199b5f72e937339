import { randomUUID } from "node:crypto";
import { rotateKeys } from "@acquis/server/badges/keys/rotate-keys.ts";
import { addressesUnder } from "@acquis/server/badges/public/addresses.ts";
import type { JsonObject } from "@acquis/server/badges/validator/json.ts";
import { loadSchemas } from "@acquis/server/badges/validator/schemas.ts";
import type { LocalBadge } from "@acquis/shared/badges/local-badge.schema.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aLocalBadge,
  badgeEnvironment,
  fetchPublic,
  issueTo,
  ORIGIN,
  recognise,
  verifyHere,
} from "../testing/badges.ts";
import { refusalOf } from "../testing/client.ts";
import { aPerson, settle, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct } from "../testing/product.ts";

let product: Product;
let admin: TestPerson;
let steward: TestPerson;
let badge: LocalBadge;
const at = addressesUnder(ORIGIN);

beforeAll(async () => {
  product = await startProduct({ environment: badgeEnvironment });
  admin = await aPerson(product, "providerAdmin");
  steward = await aPerson(product, "steward");
  badge = await aLocalBadge(admin);
  await recognise(admin, steward, badge);
});
afterAll(() => product.stop());

const issueOne = async () => {
  const person = await aPerson(product, "trainee");
  return { person, issued: await issueTo(admin, badge.id, { email: person.email }) };
};
const bytesOf = async (address: string) =>
  new Uint8Array(await (await fetchPublic(product, address)).arrayBuffer());

describe("a badge issued is valid, for the person it was issued to", () => {
  it.each([
    ["at its address", (id: string) => at.credential(id)],
    ["baked in a PNG", (id: string) => bytesOf(`${at.credential(id)}.png`)],
    ["baked in an SVG", (id: string) => bytesOf(`${at.credential(id)}.svg`)],
    ["as JSON", (id: string) => bytesOf(`${at.credential(id)}.json`)],
    ["as its hosted 2.0 twin", (id: string) => at.v2.assertion(id)],
    ["as its 2.0 twin in a PNG", (id: string) => bytesOf(`${at.v2.assertion(id)}.png`)],
    ["as its 2.0 twin in an SVG", (id: string) => bytesOf(`${at.v2.assertion(id)}.svg`)],
    ["as its 2.0 twin signed in RS256", (id: string) => bytesOf(at.v2.signed(id))],
  ])("%s", async (_form, read) => {
    const { person, issued } = await issueOne();
    const judged = await verifyHere(product, await read(issued.id), { recipient: person.email });
    const unwell = judged.checks.filter(({ outcome }) => !["passed", "notApplicable"].includes(outcome));
    expect(unwell).toEqual([]);
    expect(judged.verdict).toBe("valid");
    expect(judged.check("recipient")?.outcome).toBe("passed");
  });

  it("is not valid for anybody else's address, and tells nobody's address", async () => {
    const { person, issued } = await issueOne();
    const judged = await verifyHere(product, issued.credentialUrl, { recipient: "other@test.example" });
    expect(judged.check("recipient")?.outcome).toBe("failed");
    const text = Buffer.from(await bytesOf(`${issued.credentialUrl}.json`)).toString();
    expect(text).not.toContain(person.email);
    expect(text).not.toContain(person.id);
  });

  it("carries the recognition of the Région, which stands", async () => {
    const { issued } = await issueOne();
    const region = (await product.app.features.badges.region()).did;
    const judged = await verifyHere(product, issued.credentialUrl, { region });
    expect(judged.check("recognition")?.outcome).toBe("passed");
  });

  it("has two ids, one a form, and none is the other", async () => {
    const { issued } = await issueOne();
    const credential = (await (await fetchPublic(product, issued.credentialUrl)).json()) as JsonObject;
    const assertion = (await (await fetchPublic(product, at.v2.assertion(issued.id))).json()) as JsonObject;
    expect([credential.id, assertion.id]).toEqual([at.credential(issued.id), at.v2.assertion(issued.id)]);
  });

  it("names the same achievement in the other version, each way", async () => {
    const { issued } = await issueOne();
    interface Said {
      id: string;
      badge: string;
      credentialSubject: { achievement: { id: string; related: { id: string }[] } };
    }
    const read = async (address: string) => (await (await fetchPublic(product, address)).json()) as Said;
    const { achievement } = (await read(issued.credentialUrl)).credentialSubject;
    const badgeClass = await read(achievement.related[0]?.id ?? "");
    expect(badgeClass).toMatchObject({ type: "BadgeClass", related: [{ id: achievement.id }] });
    expect(badgeClass.id).toBe((await read(at.v2.assertion(issued.id))).badge);
  });

  it.runIf(process.env.OB3_SCHEMAS)("conforms to the published schemas", async () => {
    const { issued } = await issueOne();
    const credential = (await (await fetchPublic(product, issued.credentialUrl)).json()) as JsonObject;
    const schemas = loadSchemas(process.env.OB3_SCHEMAS ?? "");
    expect(schemas.badge(credential)).toEqual([]);
    const { recognitions } = await admin.api.badges.local.read({ id: badge.id });
    const { recognition } = await admin.api.badges.recognitions.compare({
      id: recognitions[0]?.recognitionId ?? "",
    });
    const endorsement = await fetchPublic(product, recognition.endorsementUrl ?? "");
    expect(schemas.endorsement((await endorsement.json()) as JsonObject)).toEqual([]);
  });

  it("no longer holds once a word of it changes", async () => {
    const { issued } = await issueOne();
    const credential = (await (await fetchPublic(product, issued.credentialUrl)).json()) as JsonObject;
    const judged = await verifyHere(product, { ...credential, name: "Diriger une usine" });
    expect(judged.verdict).toBe("tampered");
  });
});

describe("a badge revoked", () => {
  it("is revoked in every form, with its reason, and mailed to its holder", async () => {
    const { person, issued } = await issueOne();
    const signed = await bytesOf(at.v2.signed(issued.id));
    const revoked = await admin.api.badges.issuing.revoke({ id: issued.id, reason: "Donné par erreur." });
    expect(revoked).toMatchObject({ status: "revoked", revoked: { reason: "Donné par erreur." } });

    expect((await verifyHere(product, issued.credentialUrl)).verdict).toBe("revoked");
    expect((await verifyHere(product, at.v2.assertion(issued.id))).verdict).toBe("revoked");
    expect((await verifyHere(product, signed)).verdict).toBe("revoked");
    const gone = await fetchPublic(product, at.v2.assertion(issued.id));
    expect(gone.status).toBe(410);
    expect(await gone.json()).toMatchObject({ revoked: true, revocationReason: "Donné par erreur." });

    await settle(product);
    const mail = product.app.kernel.mailer
      .kept()
      .find(({ to, text }) => to === person.email && /retiré/.test(text));
    expect(mail?.text).toContain("Donné par erreur.");
  });

  it("is in the 1EdTech revocation list, which a credential may name instead", async () => {
    const { issued } = await issueOne();
    const { context } = product.app.features.badges;
    const document = await context.issued.findById(issued.id).lean();
    const issuer = await context.issuers.read(document?.issuerId ?? "");
    if (!document?.signed || !issuer) throw new Error("not signed");
    const { proof: _proof, ...unsigned } = JSON.parse(document.signed.credential) as JsonObject;
    const { credential } = await context.signer.sign({
      credential: {
        ...unsigned,
        "@context": [
          ...(unsigned["@context"] as string[]),
          "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
        ],
        credentialStatus: { id: at.revocations(issuer.slug), type: "1EdTechRevocationList" },
      },
      assertion: null,
      keys: context.issuers.signingKeys(issuer),
      date: "2026-11-14T10:00:00Z",
    });
    expect((await verifyHere(product, credential)).verdict).toBe("valid");
    await admin.api.badges.issuing.revoke({ id: issued.id, reason: "Donné par erreur." });
    expect((await verifyHere(product, credential)).verdict).toBe("revoked");
  });

  it("may be given again", async () => {
    const { person, issued } = await issueOne();
    await admin.api.badges.issuing.revoke({ id: issued.id, reason: "Faute dans le texte." });
    const again = await issueTo(admin, badge.id, { email: person.email });
    expect(again.id).not.toBe(issued.id);
    expect((await verifyHere(product, again.credentialUrl)).verdict).toBe("valid");
  });
});

describe("each badge is issued once", () => {
  it("when the same command is sent ten times at once", async () => {
    const person = await aPerson(product, "trainee");
    const id = randomUUID();
    const all = await Promise.all(
      Array.from({ length: 10 }, () => issueTo(admin, badge.id, { email: person.email }, id)),
    );
    expect(new Set(all.map((one) => one.id)).size).toBe(1);
    const { context } = product.app.features.badges;
    expect(await context.issued.countDocuments({ traineeId: person.id })).toBe(1);
    await settle(product);
    const sent = product.app.kernel.mailer.kept().filter(({ to }) => to === person.email);
    expect(sent).toHaveLength(1);
  });

  it("when two commands give the same badge to the same person", async () => {
    const person = await aPerson(product, "trainee");
    await issueTo(admin, badge.id, { email: person.email });
    expect(await refusalOf(issueTo(admin, badge.id, { email: person.email }))).toMatchObject({
      code: "already_exists",
    });
  });

  it("and signed by the outbox when the server died before signing", async () => {
    const { person, issued } = await issueOne();
    const { context } = product.app.features.badges;
    const before = await context.issued.findById(issued.id).lean();
    const pending = { id: "again", type: "badge.written", data: { badgeId: issued.id }, at: new Date() };
    await context.issued.collection.updateOne(
      { _id: issued.id as never },
      { $set: { signed: null, pendingEvents: [pending], deliverAt: new Date(0) } },
    );
    await settle(product);
    const after = await context.issued.findById(issued.id).lean();
    expect(after?.statusEntry).toBe(before?.statusEntry);
    const judged = await verifyHere(product, issued.credentialUrl, { recipient: person.email });
    expect(judged.verdict).toBe("valid");
  });
});

describe("new keys", () => {
  it("sign what comes next, and what the old ones signed still verifies", async () => {
    const { issued } = await issueOne();
    const oldToken = await bytesOf(at.v2.signed(issued.id));
    const { context } = product.app.features.badges;
    const document = await context.issued.findById(issued.id).lean();
    const before = await context.issuers.read(document?.issuerId ?? "");
    // As the command does, beside the running product.
    const { settings, log } = product.app.kernel;
    const rotated = await rotateKeys(settings, log, before?.slug);
    expect(rotated.map(({ ed25519 }) => ed25519.length)).toEqual([2]);
    const next = await issueOne();
    const text = Buffer.from(await bytesOf(`${next.issued.credentialUrl}.json`)).toString();
    expect(text).not.toContain(before?.ed25519[0]?.id);
    for (const address of [issued.credentialUrl, next.issued.credentialUrl, at.v2.assertion(issued.id)])
      expect((await verifyHere(product, address)).verdict).toBe("valid");
    expect((await verifyHere(product, oldToken)).verdict).toBe("valid");
    expect((await verifyHere(product, await bytesOf(at.v2.signed(next.issued.id)))).verdict).toBe("valid");
  });

  it("are kept encrypted", async () => {
    const { context } = product.app.features.badges;
    const issuer = await context.issuers.region();
    const keys = context.issuers.signingKeys(issuer);
    const stored = JSON.stringify(await context.issuers.all());
    expect(stored).not.toContain(keys.ed25519.secretKeyMultibase);
    expect(stored).not.toContain("PRIVATE KEY");
  });
});
