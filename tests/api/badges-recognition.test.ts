import { randomUUID } from "node:crypto";
import type { JsonObject } from "@acquis/server/badges/validator/json.ts";
import { type Resolve, WebError } from "@acquis/server/badges/validator/model.ts";
import { ACHIEVEMENT, didUrl, web } from "@acquis/server/badges/validator/testing/badges.ts";
import { newIssuer, sign } from "@acquis/server/badges/validator/testing/issuing.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aLocalBadge,
  badgeEnvironment,
  fetchPublic,
  issueTo,
  mapping,
  recognise,
  verifyHere,
} from "../testing/badges.ts";
import { refusalOf } from "../testing/client.ts";
import { aPerson, settle, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct } from "../testing/product.ts";

let product: Product;
let structure: TestPerson;
let steward: TestPerson;
const pages: Record<string, JsonObject> = {};
const outside: Resolve = async (url, accept) => {
  if (!Object.keys(pages).length) throw new WebError("web.failed", "Nothing is out there.");
  return web(pages)(url, accept);
};

beforeAll(async () => {
  product = await startProduct({ environment: badgeEnvironment, overrides: { outside } });
  structure = await aPerson(product, "employer");
  steward = await aPerson(product, "steward");
});
afterAll(() => product.stop());

const mailsTo = ({ email }: TestPerson) => product.app.kernel.mailer.kept().filter(({ to }) => to === email);
const recognised = async () => {
  const badge = await aLocalBadge(structure);
  return { badge, recognition: await recognise(structure, steward, badge) };
};
const verdictOfRecognition = async (address: string) => {
  const { did } = await product.app.features.badges.region();
  return (await verifyHere(product, address, { region: did })).check("recognition")?.outcome;
};

describe("a structure asks, the Région compares and decides", () => {
  it("shows side by side what is covered, the alignment and the issuer", async () => {
    const badge = await aLocalBadge(structure);
    const id = randomUUID();
    await structure.api.badges.recognitions.ask({
      id,
      localBadgeId: badge.id,
      metaBadgeId: "communiquer",
      level: 2,
      mapping: mapping.slice(0, 1),
      note: "Notre badge d'accueil.",
    });
    const compared = await steward.api.badges.recognitions.compare({ id });
    expect(compared.facts).toMatchObject({
      covered: 1,
      expected: 3,
      alignment: "filled",
      issuer: "ours",
      contentChanged: false,
    });
    expect(compared.besides.map((one) => one.id)).toEqual(["c2"]);
    const waiting = await steward.api.badges.recognitions.list({ status: "asked" });
    expect(waiting.map((one) => one.id)).toContain(id);
  });

  it("signs an endorsement that everybody can read and verify", async () => {
    const { badge, recognition } = await recognised();
    expect(recognition.status).toBe("recognised");
    const endorsement = (await (
      await fetchPublic(product, recognition.endorsementUrl ?? "")
    ).json()) as JsonObject;
    expect(endorsement).toMatchObject({
      type: ["VerifiableCredential", "EndorsementCredential"],
      issuer: { id: (await product.app.features.badges.region()).did },
      credentialSubject: { id: badge.achievementId },
    });
    const open = await product.visitor().api.badges.recognitions.listRecognised({});
    expect(open.find((one) => one.achievementId === badge.achievementId)).toMatchObject({
      metaBadgeId: "communiquer",
      level: 2,
    });
    await settle(product);
    expect(mailsTo(structure).some(({ subject }) => /reconnu/.test(subject))).toBe(true);
  });

  it("asks for more, is answered, then refuses, each with its reason", async () => {
    const badge = await aLocalBadge(structure);
    const id = randomUUID();
    const ask = { id, localBadgeId: badge.id, metaBadgeId: "organiser", level: 2 as const, note: "" };
    const row = [{ localCriterionId: "c1", metaCriterionId: "organiser-2-1" }];
    await structure.api.badges.recognitions.ask({ ...ask, mapping: row });
    const decide = (decision: "askMore" | "refuse", reason: string) =>
      steward.api.badges.recognitions.decide({ id, decision, reason, contentHash: badge.contentHash });
    expect(await refusalOf(decide("refuse", ""))).toMatchObject({ code: "invalid_input", field: "reason" });
    expect((await decide("askMore", "Combien de fois ?")).status).toBe("moreAsked");
    const answered = await structure.api.badges.recognitions.askAgain({
      id,
      mapping: row,
      note: "Trois fois.",
    });
    expect(answered.status).toBe("asked");
    const refused = await decide("refuse", "Ce n'est pas le même geste.");
    expect(refused.history.map(({ kind }) => kind)).toEqual(["asked", "moreAsked", "asked", "refused"]);
    expect(await product.app.features.badges.standsFor(badge.achievementId)).toEqual([]);
  });

  it("asked twice, waits once; asked by another structure, does not exist", async () => {
    const badge = await aLocalBadge(structure);
    const ask = {
      id: randomUUID(),
      localBadgeId: badge.id,
      metaBadgeId: "communiquer",
      level: 2 as const,
      mapping,
      note: "",
    };
    const [one, two] = await Promise.all([
      structure.api.badges.recognitions.ask(ask),
      structure.api.badges.recognitions.ask(ask),
    ]);
    expect(one.id).toBe(two.id);
    const other = await aPerson(product, "employer");
    expect(await refusalOf(other.api.badges.recognitions.ask({ ...ask, id: randomUUID() }))).toMatchObject({
      code: "not_found",
    });
    expect(await refusalOf(other.api.badges.recognitions.compare({ id: ask.id }))).toMatchObject({
      code: "not_found",
    });
  });
});

describe("a recognition is about one content", () => {
  it("no longer counts for what is issued once the content changed, and is asked again", async () => {
    const { badge, recognition } = await recognised();
    const [before, after] = [await aPerson(product, "trainee"), await aPerson(product, "trainee")];
    const old = await issueTo(structure, badge.id, { email: before.email });
    const changed = await aLocalBadge(structure, {
      id: badge.id,
      revision: badge.revision,
      criteria: [{ id: "c1", text: "Est venu une fois." }],
    });
    const fresh = await issueTo(structure, badge.id, { email: after.email });

    expect(changed.recognitions[0]?.status).toBe("changed");
    expect(await verdictOfRecognition(old.credentialUrl)).toBe("passed");
    expect(await verdictOfRecognition(fresh.credentialUrl)).toBe("notApplicable");
    expect(
      (await product.visitor().api.badges.recognitions.listRecognised({})).map((one) => one.achievementId),
    ).not.toContain(badge.achievementId);
    await settle(product);
    expect(mailsTo(structure).some(({ subject }) => /demandez de nouveau/.test(subject))).toBe(true);

    const again = await structure.api.badges.recognitions.askAgain({
      id: recognition.id,
      mapping: mapping.slice(0, 1),
      note: "",
    });
    expect(again.status).toBe("asked");
    const stale = steward.api.badges.recognitions.decide({
      id: recognition.id,
      decision: "recognise",
      reason: "",
      contentHash: badge.contentHash,
    });
    expect(await refusalOf(stale)).toMatchObject({ code: "stale_revision" });
  });

  it("a new image or alignment changes nothing of it", async () => {
    const { badge } = await recognised();
    const same = await aLocalBadge(structure, {
      id: badge.id,
      revision: badge.revision,
      alignments: [],
      image: { kind: "motif", motif: "star" },
    });
    expect(same.recognitions[0]?.status).toBe("recognised");
  });
});

describe("a recognition withdrawn", () => {
  it("revokes its endorsement, stands for nothing, and can be asked again", async () => {
    const { badge, recognition } = await recognised();
    const person = await aPerson(product, "trainee");
    const issued = await issueTo(structure, badge.id, { email: person.email });
    expect(await verdictOfRecognition(issued.credentialUrl)).toBe("passed");
    const withdrawn = await steward.api.badges.recognitions.withdraw({
      id: recognition.id,
      reason: "Le badge est donné sans être vu.",
    });
    expect(withdrawn).toMatchObject({ status: "withdrawn", endorsementUrl: null });
    expect(await product.app.features.badges.standsFor(badge.achievementId)).toEqual([]);
    // The badge carries the endorsement: its status list says that it was taken back.
    expect(await verdictOfRecognition(issued.credentialUrl)).toBe("failed");
    expect((await verifyHere(product, issued.credentialUrl)).verdict).toBe("valid");
    const again = await recognise(structure, steward, await aLocalBadge(structure));
    expect(again.status).toBe("recognised");
  });
});

describe("a badge from elsewhere", () => {
  it("is described from its address, its issuer confirmed, and recognised as it is there", async () => {
    const issuer = await newIssuer("did:web:asso.example.fr");
    pages[didUrl(issuer.id)] = issuer.document;
    const achievement = {
      ...ACHIEVEMENT,
      "@context": [],
      creator: { id: issuer.id, type: ["Profile"], name: "Une association" },
    };
    pages[`${ACHIEVEMENT.id}`] = achievement;
    const id = randomUUID();
    const badge = await structure.api.badges.local.describeFromAddress({ id, url: `${ACHIEVEMENT.id}` });
    expect(badge).toMatchObject({
      source: "elsewhere",
      achievementId: ACHIEVEMENT.id,
      issuer: { id: issuer.id, confirmation: "confirmed" },
      criteria: [{ id: "c1", text: "A tenu l'accueil trois fois." }],
    });
    const asked = randomUUID();
    await structure.api.badges.recognitions.ask({
      id: asked,
      localBadgeId: id,
      metaBadgeId: "communiquer",
      level: 1,
      mapping: [{ localCriterionId: "c1", metaCriterionId: "communiquer-1-1" }],
      note: "",
    });
    await steward.api.badges.recognitions.decide({
      id: asked,
      decision: "recognise",
      reason: "",
      contentHash: badge.contentHash,
    });
    expect(await product.app.features.badges.standsFor(badge.achievementId)).toMatchObject([
      { metaBadgeId: "communiquer", level: 1, issuerIds: [issuer.id], contentHash: badge.contentHash },
    ]);

    pages[`${ACHIEVEMENT.id}`] = { ...achievement, criteria: { narrative: "Est venu." } };
    const read = await structure.api.badges.local.readAgain({ id });
    expect(read.recognitions[0]?.status).toBe("changed");
  });

  it("from a file alone, its issuer is not confirmed", async () => {
    const json = {
      ...ACHIEVEMENT,
      id: "https://nowhere.example.fr/a/1",
      creator: "did:web:nowhere.example.fr",
    };
    const file = new File([JSON.stringify(json)], "badge.json", { type: "application/json" });
    const badge = await structure.api.badges.local.describeFromFile({ id: randomUUID(), file });
    expect(badge.issuer.confirmation).toBe("unconfirmed");
  });

  it("refuses what is no badge, and an address that gives nothing", async () => {
    const file = new File(["bonjour"], "badge.json");
    expect(
      await refusalOf(structure.api.badges.local.describeFromFile({ id: randomUUID(), file })),
    ).toMatchObject({ code: "not_a_badge" });
    const url = "https://nobody.example.fr/badge";
    expect(
      await refusalOf(structure.api.badges.local.describeFromAddress({ id: randomUUID(), url })),
    ).toMatchObject({ code: "badge_unreachable", field: "url" });
  });
});

describe("somebody who calls themselves the Région", () => {
  it("endorses nothing: only the DID of the Région recognises", async () => {
    const impostor = await newIssuer("did:web:faux.example.fr");
    pages[didUrl(impostor.id)] = impostor.document;
    const badge = await aLocalBadge(structure);
    const person = await aPerson(product, "trainee");
    const issued = await issueTo(structure, badge.id, { email: person.email });
    const { context } = product.app.features.badges;
    const document = await context.issued.findById(issued.id).lean();
    const issuer = await context.issuers.read(document?.issuerId ?? "");
    if (!document?.signed || !issuer) throw new Error("not signed");
    const { did, name } = await product.app.features.badges.region();
    const endorsement = await sign(
      {
        "@context": [
          "https://www.w3.org/ns/credentials/v2",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        id: "urn:uuid:6b9a1f5e-6c6f-4a0a-9f5d-0f1f0a0c0003",
        type: ["VerifiableCredential", "EndorsementCredential"],
        name: "Reconnaissance par la Région",
        issuer: { id: impostor.id, type: ["Profile"], name },
        validFrom: "2026-01-01T00:00:00Z",
        credentialSubject: { id: badge.achievementId, type: ["EndorsementSubject"] },
      },
      impostor,
    );
    const { proof: _proof, ...unsigned } = JSON.parse(document.signed.credential) as JsonObject;
    const { credential } = await context.signer.sign({
      credential: { ...unsigned, endorsement: [endorsement] },
      assertion: null,
      keys: context.issuers.signingKeys(issuer),
      date: "2026-11-14T10:00:00Z",
    });
    const judged = await verifyHere(product, credential, { region: did });
    expect(judged.verdict).toBe("valid");
    expect(judged.check("recognition")?.outcome).toBe("notApplicable");
    expect(await product.app.features.badges.standsFor(badge.achievementId)).toEqual([]);
  });
});
