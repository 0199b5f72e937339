import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusal } from "../../training/testing/territory.ts";
import { actor, createWorld, fileOf, type World } from "../collection/testing/world.ts";
import { isObject, type Json, type JsonObject, listOf } from "../validator/json.ts";
import { assertion, badge, bakedPng, NOW, OB2_HOST, ob2Pages, web } from "../validator/testing/badges.ts";
import { sign, signJwt } from "../validator/testing/issuing.ts";
import { verifyBadge } from "../validator/verify-badge.ts";
import { createExports } from "./export-collection.ts";

let world: World;
let credential: JsonObject;
let png: Uint8Array;
let token: string;

const attestation = (id: string, competencyId: string, given: Partial<Evidence> = {}): Evidence => ({
  id,
  competencyId,
  kind: "attestation",
  level: 3,
  addedOn: "2026-03-02",
  by: { id: "marie", name: "Marie Lefort", organisation: "Greta Normandie", organisationId: "greta" },
  comment: "Soudure régulière",
  context: "training",
  observedOn: "2026-03-01",
  experienceId: null,
  training: null,
  withdrawal: null,
  answer: null,
  ...given,
});

beforeAll(async () => {
  world = await createWorld();
  world.recognise();
  credential = await sign(badge(world.issuer), world.issuer);
  png = bakedPng(credential);
  token = await signJwt(badge(world.issuer, { id: "urn:uuid:in-a-token" }), world.issuer);
  Object.assign(world.pages, ob2Pages(world.issuer, assertion()));
  await world.import(fileOf(png));
  await world.import(fileOf(token));
  await world.import({ link: `${OB2_HOST}/assertions/1` });
  await world.portfolio.addEvidence("amina", [
    attestation("at-1", "flat"),
    attestation("at-2", "safety", { level: 2, comment: "" }),
    attestation("at-3", "upright", {
      withdrawal: {
        on: "2026-04-01",
        by: "marie",
        byName: "Marie Lefort",
        kind: "revoked",
        reason: "Erreur",
      },
    }),
    attestation("de-1", "drawing", { kind: "declaration", by: null, observedOn: null, comment: "" }),
    attestation("tr-1", "upright", {
      kind: "training",
      observedOn: null,
      comment: "",
      training: {
        enrolmentId: "n1",
        moduleId: "m1",
        programmeName: "Soudage",
        moduleName: "Souder en position",
        providerName: "Greta Normandie",
        expectedOn: "2026-09-30",
      },
    }),
  ]);
  await world.portfolio.portfolios.updateOne(
    { _id: "amina" },
    {
      $set: {
        experiences: [
          {
            id: "job",
            kind: "work",
            title: "Aide-soudeuse",
            organisation: "Chantier naval",
            startsOn: "2024-02",
            endsOn: "2025-01",
            description: "Coques",
          },
        ],
      },
    },
  );
});
afterAll(() => world.close());

const exported = async (format: "zip" | "clr" | "elm", who = "amina") =>
  createExports(world.context)(actor(who), format);
const document = async (format: "clr" | "elm") =>
  JSON.parse(await (await exported(format)).text()) as JsonObject;

/** Every object of a document of this type, wherever it lies. */
function ofType(value: Json | undefined, type: string): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((one) => ofType(one, type));
  if (!isObject(value)) return [];
  const own = listOf(value.type).includes(type) ? [value] : [];
  return [...own, ...Object.values(value).flatMap((one) => ofType(one, type))];
}

describe("the zip", () => {
  it("holds each badge as it came, its picture and what it says, with an index", async () => {
    const file = await exported("zip");
    expect([file.name, file.type]).toEqual(["badges-amina-kaya.zip", "application/zip"]);
    const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const names = Object.keys(files);
    expect(names).toContain("LISEZ-MOI.txt");
    const index = JSON.parse(Buffer.from(files["index.json"] ?? []).toString()) as {
      folder: string;
      verdict: string;
      id: string;
    }[];
    expect(index.map(({ verdict }) => verdict)).toEqual(["valid", "valid", "valid"]);
    const folder = index.find(({ id }) => id === credential.id)?.folder;
    expect(Buffer.from(files[`${folder}/original.png`] ?? []).equals(Buffer.from(png))).toBe(true);
    expect(JSON.parse(Buffer.from(files[`${folder}/badge.json`] ?? []).toString())).toEqual(credential);
    const again = await verifyBadge(files[`${folder}/original.png`] ?? new Uint8Array(), {
      resolve: web(world.pages),
      now: NOW,
    });
    expect(again.verdict).toBe("valid");
  });

  it("of nobody's badges holds its index alone", async () => {
    const files = unzipSync(new Uint8Array(await (await exported("zip", "tom")).arrayBuffer()));
    expect(Object.keys(files).sort()).toEqual(["LISEZ-MOI.txt", "index.json"]);
  });
});

describe("the Comprehensive Learner Record", () => {
  it("has what 1EdTech's ClrCredential requires, in its order of contexts", async () => {
    const clr = await document("clr");
    expect(clr["@context"]).toEqual([
      "https://www.w3.org/ns/credentials/v2",
      "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]);
    expect(clr.type).toEqual(["VerifiableCredential", "ClrCredential"]);
    expect(clr).toMatchObject({
      id: expect.stringMatching(/^urn:uuid:/),
      name: "Amina Kaya",
      issuer: { id: "did:web:region.example.fr", type: ["Profile"], name: "Conseil régional" },
      validFrom: "2026-06-01T08:00:00.000Z",
      credentialSubject: { type: ["ClrSubject"], identifier: [{ type: "IdentityObject", hashed: true }] },
    });
    expect(JSON.stringify(clr)).not.toContain("amina@example.fr");
  });

  it("wraps each badge of 3.0 untouched, and one signed as a token in an envelope", async () => {
    const { credentialSubject } = await document("clr");
    const wrapped = isObject(credentialSubject) ? listOf(credentialSubject.verifiableCredential) : [];
    expect(wrapped).toHaveLength(2);
    expect(wrapped).toContainEqual(credential);
    expect(wrapped).toContainEqual({
      "@context": "https://www.w3.org/ns/credentials/v2",
      id: `data:application/vc+jwt,${token}`,
      type: "EnvelopedVerifiableCredential",
    });
  });

  it("is refused to who holds no badge", async () => {
    expect(await refusal(exported("clr", "tom"))).toMatchObject({ code: "wrong_state" });
  });
});

/** What the application profile makes mandatory (SHACL `sh:minCount` of EDC-generic, ELM 3), by type. */
const MANDATORY: Record<string, string[]> = {
  EuropeanDigitalCredential: [
    "credentialProfiles",
    "displayParameter",
    "issuer",
    "credentialSubject",
    "issued",
    "validFrom",
    "credentialSchema",
  ],
  DisplayParameter: ["title", "language", "primaryLanguage", "individualDisplay"],
  IndividualDisplay: ["language", "displayDetail"],
  DisplayDetail: ["image", "page"],
  MediaObject: ["contentType", "contentEncoding", "content"],
  Organisation: ["location", "legalName"],
  LegalIdentifier: ["notation", "spatial"],
  Location: ["address"],
  Address: ["countryCode"],
  LearningAchievement: ["title", "awardedBy"],
  LearningActivity: ["title", "awardedBy"],
  LearningAchievementSpecification: ["title"],
  LearningOutcome: ["title"],
  AwardingProcess: ["awardingBody"],
  WebResource: ["contentURL"],
  Note: ["noteLiteral"],
};

describe("the European Learning Model", () => {
  it("is a European Digital Credential with all that its profile makes mandatory", async () => {
    const elm = await document("elm");
    expect(elm["@context"]).toEqual([
      "https://www.w3.org/2018/credentials/v1",
      "http://data.europa.eu/snb/model/context/edc-ap",
    ]);
    for (const [type, names] of Object.entries(MANDATORY)) {
      const found = ofType(elm, type);
      expect(found.length, type).toBeGreaterThan(type === "WebResource" ? -1 : 0);
      for (const one of found)
        for (const name of names) expect(one[name], `${type} ${one.id}: ${name}`).toBeTruthy();
    }
    expect(elm.issuer).toMatchObject({ eIDASIdentifier: { notation: "did:web:region.example.fr" } });
    for (const concept of ofType(elm, "Concept")) expect(isObject(concept.inScheme)).toBe(true);
  });

  it("holds every attestation that stands, with who gave it, when, the level and the comment", async () => {
    const elm = await document("elm");
    const achievements = ofType(elm, "LearningAchievement");
    const byId = (id: string) => achievements.find((one) => `${one.id}`.endsWith(`:${id}`));
    const attested = byId("at-1");
    expect(attested).toMatchObject({
      title: { fr: "Souder à plat", en: "flat (en)" },
      awardedBy: {
        awardingBody: { type: "Organisation", legalName: { fr: "Greta Normandie" } },
        awardingDate: "2026-03-01T00:00:00Z",
      },
    });
    const notes = JSON.stringify(attested?.additionalNote);
    for (const said of ["Niveau 3", "Marie Lefort", "Soudure régulière"]) expect(notes).toContain(said);
    expect(byId("at-2")).toBeDefined();
    expect(byId("at-3"), "revoked").toBeUndefined();
    expect(byId("de-1")).toMatchObject({ awardedBy: { awardingBody: { type: "Person" } } });
    expect(achievements.filter((one) => JSON.stringify(one.additionalNote).includes("badge"))).toHaveLength(
      4,
    );
  });

  it("tells experiences and what is being acquired, with its date", async () => {
    const activities = ofType(await document("elm"), "LearningActivity");
    expect(activities.map(({ title }) => (isObject(title) ? title.fr : ""))).toEqual([
      "Aide-soudeuse",
      "Soudage : Souder en position",
    ]);
    expect(activities[1]?.temporal).toMatchObject({ endDate: "2026-09-30T00:00:00Z" });
  });

  it("names each thing by one id, and says the same each time it names it", async () => {
    const elm = await document("elm");
    const known = new Map<string, string>();
    for (const type of Object.keys(MANDATORY))
      for (const one of ofType(elm, type)) {
        const text = JSON.stringify(one);
        expect(known.get(`${one.id}`) ?? text).toBe(text);
        known.set(`${one.id}`, text);
      }
  });
});
