import { randomUUID } from "node:crypto";
import { addressesUnder } from "@acquis/server/badges/public/addresses.ts";
import type { CollectedBadge } from "@acquis/shared/badges/collection.schema.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aLocalBadge, badgeEnvironment, fetchPublic, issueTo, ORIGIN, recognise } from "../testing/badges.ts";
import { aPerson, settle, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct } from "../testing/product.ts";

let product: Product;
let admin: TestPerson;
let steward: TestPerson;
let trainee: TestPerson;
let communicate: string[];
const at = addressesUnder(ORIGIN);

beforeAll(async () => {
  product = await startProduct({ environment: badgeEnvironment });
  admin = await aPerson(product, "providerAdmin");
  steward = await aPerson(product, "steward");
  const meta = await product.visitor().api.badges.framework.read({ id: "communiquer" });
  communicate = meta.versions.at(-1)?.competencyIds ?? [];
}, 60_000);
afterAll(() => product.stop());
beforeEach(async () => {
  trainee = await aPerson(product, "trainee");
});

async function collection(): Promise<CollectedBadge[]> {
  await settle(product);
  return trainee.api.badges.collection.list();
}

/** Competencies of "communiquer" that are proven now, with their level. */
async function proven(): Promise<(number | null)[]> {
  await settle(product);
  const { competencies } = await trainee.api.portfolio.readMine();
  return communicate.map((id) => competencies.find((one) => one.id === id)?.provenLevel ?? null);
}
const all = (level: number | null) => communicate.map(() => level);
const mailsTo = () => product.app.kernel.mailer.kept().filter(({ to }) => to === trainee.email);

describe("a badge issued here", () => {
  it("enters the collection by itself, proves once it is recognised, and no longer when it is revoked", async () => {
    const local = await aLocalBadge(admin);
    const issued = await issueTo(admin, local.id, { email: trainee.email });
    expect(await collection()).toMatchObject([
      {
        source: "issued",
        verdict: "valid",
        badge: { name: local.name },
        proof: { reason: "notRecognised" },
        shown: false,
      },
    ]);
    expect(await proven()).toEqual(all(null));
    expect(mailsTo()).toHaveLength(1);

    await recognise(admin, steward, local);
    expect(await proven()).toEqual(all(2));
    expect(await collection()).toMatchObject([
      { recognisedAs: { metaBadgeId: "communiquer", level: 2 }, proof: { reason: null } },
    ]);

    await admin.api.badges.issuing.revoke({ id: issued.id, reason: "Donné par erreur" });
    expect(await proven()).toEqual(all(null));
    expect(await collection()).toMatchObject([{ verdict: "revoked", proof: { reason: "revoked" } }]);
    expect(mailsTo().filter(({ text }) => text.includes("Donné par erreur"))).toHaveLength(1);
  }, 60_000);

  it("imported by hand, in either version, is the badge it is", async () => {
    const local = await aLocalBadge(admin);
    await recognise(admin, steward, local);
    const issued = await issueTo(admin, local.id, { email: trainee.email });
    await collection();
    const { outcome } = await trainee.api.badges.collection.import({ link: issued.credentialUrl });
    expect(outcome).toBe("known");
    const png = await (await fetchPublic(product, `${at.v2.assertion(issued.id)}.png`)).arrayBuffer();
    const twin = await trainee.api.badges.collection.import({ file: new File([png], "twin.png") });
    expect(twin).toMatchObject({
      outcome: "added",
      badge: { verdict: "valid", badge: { version: "2.0" }, proof: { reason: null } },
    });
    expect(await proven()).toEqual(all(2));
  }, 60_000);

  it("by the Région itself, of its framework, proves without any recognition", async () => {
    await steward.api.badges.issuing.issue({
      id: randomUUID(),
      badge: { kind: "meta", metaBadgeId: "communiquer", level: 2 },
      recipient: { email: trainee.email },
      narrative: "",
    });
    expect(await collection()).toMatchObject([
      { recognisedAs: { how: "framework", metaBadgeId: "communiquer", level: 2 }, proof: { reason: null } },
    ]);
    expect(await proven()).toEqual(all(2));
  }, 60_000);

  it("is seen in public as what the Région recognises today", async () => {
    const local = await aLocalBadge(admin);
    const issued = await issueTo(admin, local.id, { email: trainee.email });
    const { verify } = product.visitor().api.badges.verifier;
    expect((await verify({ link: issued.credentialUrl })).recognisedAs).toBeNull();
    const recognition = await recognise(admin, steward, local);
    expect((await verify({ link: issued.credentialUrl })).recognisedAs).toMatchObject({ level: 2 });
    await steward.api.badges.recognitions.withdraw({ id: recognition.id, reason: "Cadre changé" });
    expect((await verify({ link: issued.credentialUrl })).recognisedAs).toBeNull();
    expect(await proven()).toEqual(all(null));
  }, 60_000);

  it("changed after it was recognised: badges given before still prove, those given after do not", async () => {
    const local = await aLocalBadge(admin);
    await recognise(admin, steward, local);
    await issueTo(admin, local.id, { email: trainee.email });
    expect(await proven()).toEqual(all(2));
    const changed = await aLocalBadge(admin, {
      id: local.id,
      criteria: [{ id: "c1", text: "Est passé une fois." }],
      revision: (await admin.api.badges.local.read({ id: local.id })).revision,
    });
    const before = trainee;
    trainee = await aPerson(product, "trainee");
    await issueTo(admin, changed.id, { email: trainee.email });
    expect(await collection()).toMatchObject([{ proof: { reason: "contentChanged" } }]);
    expect(await proven()).toEqual(all(null));
    trainee = before;
    expect(await proven()).toEqual(all(2));
  }, 60_000);
});
