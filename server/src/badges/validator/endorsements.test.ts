import { beforeAll, describe, expect, it } from "vitest";
import { OB3, OB3_EXTENSIONS, VC2 } from "./contexts.ts";
import type { JsonObject } from "./json.ts";
import type { Outcome, VerifyOptions } from "./model.ts";
import { ACHIEVEMENT, badge, didUrl, endorsement, MAIL, subject, verify, web } from "./testing/badges.ts";
import { newIssuer, newKeyIssuer, sign, signJwt, statusList, type TestIssuer } from "./testing/issuing.ts";

const ID = `${ACHIEVEMENT.id}`;
const LIST = "https://region.example.fr/status/1";
let asso: TestIssuer;
let region: TestIssuer;
let foreign: TestIssuer;
let pages: Record<string, JsonObject>;

beforeAll(async () => {
  asso = await newIssuer("did:web:asso.example.fr");
  region = await newIssuer("did:web:region.example.fr");
  foreign = await newIssuer("did:web:evil.example.fr");
  pages = Object.fromEntries([asso, region, foreign].map(({ id, document }) => [didUrl(id), document]));
});

const endorsed = (endorsements: (JsonObject | string)[], over: JsonObject = {}, issuer = asso) =>
  sign(
    badge(issuer, {
      credentialSubject: subject({ achievement: { ...ACHIEVEMENT, endorsement: endorsements, ...over } }),
    }),
    issuer,
  );

describe("recognition by the Région", () => {
  const about = (id: string, over: JsonObject = {}) => endorsement(region, id, over);
  const revocable = {
    credentialStatus: {
      id: `${LIST}#1`,
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: "1",
      statusListCredential: LIST,
    },
  };
  const cases: [string, () => Promise<JsonObject | string>, Outcome, Outcome][] = [
    ["endorsed by the Région", async () => endorsed([await sign(about(ID), region)]), "passed", "passed"],
    [
      "endorsed by a JWT of the Région",
      async () => {
        const endorsementJwt = [await signJwt(about(ID), region)];
        return signJwt(
          badge(asso, { credentialSubject: subject({ achievement: { ...ACHIEVEMENT, endorsementJwt } }) }),
          asso,
        );
      },
      "passed",
      "passed",
    ],
    [
      "nobody endorses",
      async () => endorsed([], { endorsement: undefined }),
      "notApplicable",
      "notApplicable",
    ],
    [
      "a foreign endorser who calls itself the Région",
      async () => endorsed([await sign(endorsement(foreign, ID), foreign)]),
      "passed",
      "notApplicable",
    ],
    [
      "a foreign key that signs as the Région",
      async () =>
        endorsed([
          await sign(
            about(ID),
            { ...region, key: foreign.key },
            { keyId: `${region.id}#${foreign.key.publicKeyMultibase}` },
          ),
        ]),
      "failed",
      "failed",
    ],
    [
      "an endorsement of another achievement",
      async () => endorsed([await sign(about("https://asso.example.fr/achievements/other"), region)]),
      "failed",
      "failed",
    ],
    [
      "an endorsement changed since",
      async () =>
        endorsed([
          {
            ...(await sign(about("urn:other"), region)),
            credentialSubject: about(ID).credentialSubject ?? null,
          },
        ]),
      "failed",
      "failed",
    ],
    ["an endorsement without proof", () => endorsed([about(ID)]), "failed", "failed"],
    [
      "an endorsement that expired",
      async () => endorsed([await sign(about(ID, { validUntil: "2026-02-01T00:00:00Z" }), region)]),
      "failed",
      "failed",
    ],
    [
      "an endorsement that was revoked",
      async () => endorsed([await sign(about(ID, revocable), region)]),
      "failed",
      "failed",
    ],
    [
      "an endorsement copied into somebody else's badge",
      async () => endorsed([await sign(about(ID), region)], {}, foreign),
      "passed",
      "failed",
    ],
  ];
  it.each(cases)("%s", async (_title, make, endorsements, recognition) => {
    const resolve = web({ ...pages, [LIST]: await statusList(LIST, region, { set: [1] }) });
    const result = await verify(await make(), resolve, { region: region.id });
    expect(result.verdict, JSON.stringify(result.checks)).toBe("valid");
    expect(result.check("endorsements")?.outcome, JSON.stringify(result.checks)).toBe(endorsements);
    expect(result.check("recognition")?.outcome).toBe(recognition);
  });

  it("recognises nothing when the badge's own issuer is not confirmed", async () => {
    const made = await endorsed([await sign(about(ID), region)]);
    const { [didUrl(asso.id)]: _away, ...rest } = pages;
    const result = await verify(made, web(rest), { region: region.id });
    expect([result.verdict, result.check("recognition")?.code]).toEqual([
      "validIssuerUnconfirmed",
      "recognition.issuerUnconfirmed",
    ]);
  });

  it("reads an endorsement known out of band as if the badge carried it", async () => {
    const options: Partial<VerifyOptions> = {
      region: region.id,
      endorsements: [await sign(about(ID), region)],
    };
    const result = await verify(await sign(badge(asso), asso), web(pages), options);
    expect(result.check("recognition")?.outcome).toBe("passed");
  });
});

describe("refreshing", () => {
  const url = "https://asso.example.fr/refresh/1";
  const refreshable = (over: JsonObject = {}) =>
    badge(asso, {
      "@context": [VC2, OB3, OB3_EXTENSIONS],
      refreshService: { id: url, type: "1EdTechCredentialRefresh" },
      validUntil: "2026-02-01T00:00:00Z",
      ...over,
    });
  const cases: [string, () => Promise<JsonObject | undefined>, string, string][] = [
    [
      "takes a newer copy of the same badge",
      () => sign(refreshable({ validUntil: "2027-01-01T00:00:00Z" }), asso),
      "valid",
      "refresh.refreshed",
    ],
    ["keeps the original when nothing answers", async () => undefined, "expired", "refresh.unreachable"],
    [
      "keeps the original when the copy is not proven",
      async () => ({ ...(await sign(refreshable(), asso)), validUntil: "2027-01-01T00:00:00Z" }),
      "expired",
      "refresh.notProven",
    ],
    [
      "keeps the original when the copy is another badge",
      () => sign(refreshable({ id: "urn:uuid:other", validUntil: "2027-01-01T00:00:00Z" }), asso),
      "expired",
      "refresh.otherBadge",
    ],
    [
      "keeps the original when the copy is signed by a key not listed",
      async () => sign(refreshable({ validUntil: "2027-01-01T00:00:00Z" }), await newKeyIssuer()),
      "expired",
      "refresh.notProven",
    ],
  ];
  it.each(cases)("%s", async (_title, make, verdict, code) => {
    const newer = await make();
    const result = await verify(
      await sign(refreshable(), asso),
      web({ ...pages, ...(newer ? { [url]: newer } : {}) }),
    );
    expect([result.verdict, result.check("refresh")?.code], JSON.stringify(result.checks)).toEqual([
      verdict,
      code,
    ]);
  });

  it("is not sent anywhere by a badge whose proof is broken", async () => {
    const forged = { ...(await sign(refreshable(), asso)), name: "Autre" };
    const asked: string[] = [];
    const resolve = web(pages);
    await verify(forged, (address) => {
      asked.push(address);
      return resolve(address);
    });
    expect(asked).not.toContain(url);
  });
});

describe("recipient", () => {
  const cases: [string, JsonObject, string | undefined, Outcome][] = [
    ["the address it was hashed from", {}, MAIL, "passed"],
    ["the same in capitals", {}, MAIL.toUpperCase(), "passed"],
    ["another address", {}, "autre@example.fr", "failed"],
    [
      "a plain identifier",
      {
        identifier: [
          { type: "IdentityObject", hashed: false, identityHash: MAIL, identityType: "emailAddress" },
        ],
      },
      MAIL,
      "passed",
    ],
    ["a mailto subject", { id: `mailto:${MAIL}`, identifier: undefined }, MAIL, "passed"],
    ["no address in the badge", { identifier: undefined }, MAIL, "unknown"],
    ["not asked", {}, undefined, "notApplicable"],
  ];
  it.each(cases)("%s", async (_title, over, recipient, outcome) => {
    const made = await sign(badge(asso, { credentialSubject: subject(over) }), asso);
    const result = await verify(made, web(pages), recipient ? { recipient } : {});
    expect([result.verdict, result.check("recipient")?.outcome]).toEqual(["valid", outcome]);
  });
});
