import type { Recognised } from "@acquis/shared/badges/collection.rules.ts";
import { verificationSchema } from "@acquis/shared/badges/verifier.schema.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Resolve } from "../validator/model.ts";
import { ACHIEVEMENT, badge, didUrl, NOW, web } from "../validator/testing/badges.ts";
import { newIssuer, sign, type TestIssuer } from "../validator/testing/issuing.ts";
import { verifyBadge } from "../validator/verify-badge.ts";
import { describeCredential } from "./describe-credential.ts";
import { verifyInPublic } from "./verify-in-public.ts";
import { createVerifyThread, type VerifyThread } from "./verify-thread.ts";
import { createVerifying } from "./verifying.ts";

let issuer: TestIssuer;
let resolve: Resolve;
let thread: VerifyThread;
beforeAll(async () => {
  issuer = await newIssuer("did:web:asso.example.fr");
  resolve = web({ [didUrl(issuer.id)]: issuer.document });
  thread = createVerifyThread();
});
afterAll(() => thread.close());

const kernel = { clock: { now: () => NOW, today: () => "2026-06-01" } };
const aFile = async (over = {}) =>
  new File([JSON.stringify({ ...(await sign(badge(issuer), issuer)), ...over })], "badge.json");

function deps(register: Recognised[] = []) {
  const verifying = createVerifying({ regionDid: async () => null, verifyBadge });
  return { kernel, resolve, verifying, standsFor: async () => register, contentHashOf: () => "hash" };
}

describe("verifying in public", () => {
  it("tells the verdict, the checks and what the badge says", async () => {
    const seen = await verifyInPublic(deps(), { file: await aFile() });
    expect(seen).toMatchObject({
      verdict: "valid",
      badge: { name: ACHIEVEMENT.name, issuer: { name: "Une association" }, issuedOn: "2026-01-01" },
      recognisedAs: null,
      checkedAt: NOW.toISOString(),
    });
    expect(seen.checks.map(({ name }) => name)).toHaveLength(10);
    expect(seen.checks.find(({ name }) => name === "recipient")?.outcome).toBe("notApplicable");
  });

  it.each([
    "9999-12-31T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "+012026-01-01T00:00:00Z",
    "0001-01-01T00:00:00Z",
  ])("tells a badge that is good until %s, which the API can say", async (validUntil) => {
    const seen = await verifyInPublic(deps(), { file: await aFile({ validUntil }) });
    expect(verificationSchema.safeParse(seen).error).toBeUndefined();
  });

  it("tells what the Région's register recognises, of a valid badge only", async () => {
    const recognised: Recognised = {
      how: "recognition",
      metaBadgeId: "communiquer",
      name: { fr: "Communiquer", en: "Communicate" },
      level: 2,
      competencyIds: ["listen"],
      issuerIds: [issuer.id],
      contentHash: "hash",
    };
    const good = await verifyInPublic(deps([recognised]), { file: await aFile() });
    expect(good.recognisedAs).toMatchObject({ metaBadgeId: "communiquer", level: 2 });
    const spoilt = await verifyInPublic(deps([recognised]), { file: await aFile({ name: "Autre" }) });
    expect(spoilt).toMatchObject({ verdict: "tampered", recognisedAs: null });
    expect(spoilt.checks.find(({ name }) => name === "recognition")?.code).toBe("recognition.notValid");
  });

  it("says so of what is no badge", async () => {
    const seen = await verifyInPublic(deps(), { file: new File(["bonjour"], "x.txt") });
    expect(seen).toMatchObject({ verdict: "notABadge", badge: null });
  });

  it("makes a crowd wait, then tells it to come back", async () => {
    let let_go = () => {};
    const gate = new Promise<void>((done) => {
      let_go = done;
    });
    const verifying = createVerifying({
      regionDid: async () => null,
      verifyBadge: async () => {
        await gate;
        return { verdict: "valid", checks: [], credential: null };
      },
    });
    const options = { resolve, now: NOW };
    const crowd = Array.from({ length: 64 }, () => verifying.verify("x", options));
    await expect(verifying.verify("x", options)).rejects.toMatchObject({ code: "too_many_requests" });
    let_go();
    expect(await Promise.all(crowd)).toHaveLength(64);
    expect(await verifying.verify("x", options)).toMatchObject({ verdict: "valid" });
  });
});

describe("the verifying thread", () => {
  it("verifies as one would here, asking the world through us", async () => {
    const credential = await sign(badge(issuer), issuer);
    const bytes = Buffer.from(JSON.stringify(credential));
    const options = { resolve, now: NOW, recipient: "amina@example.fr", region: "did:web:region.example.fr" };
    expect(await thread.verify(bytes, options)).toEqual(await verifyBadge(bytes, options));
    const lost = await thread.verify(bytes, { resolve: web({}), now: NOW });
    expect(lost).toEqual(await verifyBadge(bytes, { resolve: web({}), now: NOW }));
  }, 30_000);

  it("gives up on what takes too long, and starts again", async () => {
    const slow = createVerifyThread(300);
    const never = () => new Promise<never>(() => {});
    await expect(
      slow.verify("https://asso.example.fr/b", { resolve: never, now: NOW }),
    ).rejects.toMatchObject({ code: "too_many_requests" });
    await slow.close();
  }, 30_000);
});

describe("what a badge says", () => {
  it("is text, bounded, whatever it holds", () => {
    const { content } = describeCredential({
      type: ["OpenBadgeCredential"],
      id: 12,
      issuer: { id: "x".repeat(9000), name: ["not", "a", "text"] },
      validFrom: "not a date",
      validUntil: "+275760-09-13T00:00:00Z",
      credentialSubject: {
        achievement: {
          name: `a\u0000b\u001b[31m${"c".repeat(900)}`,
          criteria: "javascript:alert(1)",
          image: { id: "javascript:alert(1)" },
          alignment: [null, 3, { targetName: "ROME", targetUrl: "file:///etc/passwd" }],
        },
      },
    });
    expect(content).toMatchObject({
      id: null,
      issuer: { name: "" },
      issuedOn: null,
      expiresOn: null,
      criteria: { narrative: "", url: null },
      alignments: [{ name: "ROME", url: null }],
    });
    expect(content.name).toMatch(/^ab\[31mc+$/);
    expect(content.name).toHaveLength(200);
    expect(content.issuer.id).toHaveLength(500);
  });
});
