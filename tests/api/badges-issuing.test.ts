import { randomUUID } from "node:crypto";
import { verifyBadge } from "@acquis/server/badges/validator/verify-badge.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aPerson, settle, type TestPerson } from "../testing/people.ts";
import { fixedClock, type Product, startProduct } from "../testing/product.ts";

let product: Product;
let admin: TestPerson;
let trainee: TestPerson;
const localBadgeId = randomUUID();

beforeAll(async () => {
  product = await startProduct({ environment: { PUBLIC_URL: "https://acquis.test" } });
  [admin, trainee] = await Promise.all([aPerson(product, "providerAdmin"), aPerson(product, "trainee")]);
  await admin.api.badges.local.save({
    id: localBadgeId,
    name: "Accueillir au comptoir",
    description: "Accueillir une personne et répondre à sa demande.",
    criteria: [
      { id: "c1", text: "A tenu l'accueil trois fois." },
      { id: "c2", text: "A redit la demande avant de répondre." },
    ],
    alignments: [{ metaBadgeId: "communiquer", level: 2, criterionId: null }],
    image: { kind: "motif", motif: "communicate" },
    revision: 0,
  });
});
afterAll(() => product.stop());

const issue = (narrative = "Forum des métiers.") =>
  admin.api.badges.issuing.issue({
    id: randomUUID(),
    badge: { kind: "local", localBadgeId },
    recipient: { email: trainee.email },
    narrative,
  });

const verify = (input: string | Uint8Array) =>
  verifyBadge(input, {
    resolve: product.app.features.badges.resolve,
    now: fixedClock.now(),
    recipient: trainee.email,
  });

describe("a badge issued", () => {
  it("is valid in every form", async () => {
    const badge = await issue();
    await settle(product);
    expect(badge.status).toBe("issued");
    const judged = await verify(badge.credentialUrl);
    expect(judged.checks.filter((one) => !["passed", "notApplicable"].includes(one.outcome))).toEqual([]);
    expect(judged.verdict).toBe("valid");
  });
});
