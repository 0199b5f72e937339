import { beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "./json.ts";
import type { Verdict } from "./model.ts";
import { assertion, hashOf, MAIL, OB2_HOST, ob2Pages, verify, web } from "./testing/badges.ts";
import { jws, newIssuer, type TestIssuer, unsignedJwt } from "./testing/issuing.ts";

const ISSUER = `${OB2_HOST}/issuer`;
const signedBadge = {
  verification: { type: "SignedBadge", creator: `${OB2_HOST}/key` },
  id: "urn:uuid:ob2-1",
};
let asso: TestIssuer;
let forger: TestIssuer;

beforeAll(async () => {
  asso = await newIssuer(ISSUER);
  forger = await newIssuer(ISSUER);
});

const gone = (json?: JsonObject): Record<string, JsonObject> => ({
  [`${OB2_HOST}/assertions/1`]: { status: 410, type: "application/json", ...(json ? { json } : {}) },
});

const moved = (location: string): Record<string, JsonObject> => ({
  [`${OB2_HOST}/assertions/1`]: { status: 302, type: "", location },
  [location]: { status: 200, type: "application/json", json: assertion() },
});

describe("hosted assertions", () => {
  const elsewhere = "https://evil.example.fr/assertions/1";
  const embedded = (name: string) => ({ badge: { id: `${OB2_HOST}/badges/1`, type: "BadgeClass", name } });
  const cases: [string, JsonObject, () => Parameters<typeof web>, Verdict, string][] = [
    ["hosted by its issuer", assertion(), () => [ob2Pages(asso, assertion())], "valid", "proof.hosted"],
    [
      "a file that says otherwise than its hosted copy",
      assertion({
        recipient: { type: "email", hashed: true, salt: "x", identity: hashOf("bob@example.fr", "x") },
      }),
      () => [ob2Pages(asso, assertion())],
      "tampered",
      "proof.hostedDiffers",
    ],
    [
      "a file whose badge says otherwise",
      assertion(embedded("Expert")),
      () => [ob2Pages(asso, assertion())],
      "tampered",
      "proof.hostedDiffers",
    ],
    [
      "a file with the badge inside, as baked ones are",
      assertion(embedded("Communiquer")),
      () => [ob2Pages(asso, assertion())],
      "valid",
      "proof.hosted",
    ],
    [
      "a file that hides that the hosted copy expired",
      assertion(),
      () => [ob2Pages(asso, assertion({ expires: "2026-02-01T00:00:00Z" }))],
      "expired",
      "proof.hosted",
    ],
    [
      "a changed file of an expired badge",
      assertion({ narrative: "x" }),
      () => [ob2Pages(asso, assertion({ narrative: "y", expires: "2026-02-01T00:00:00Z" }))],
      "expired",
      "proof.hostedDiffers",
    ],
    [
      "HTTP 410",
      assertion(),
      () => [ob2Pages(asso), gone({ id: "x", revoked: true, revocationReason: "Erreur" })],
      "revoked",
      "proof.hosted",
    ],
    ["HTTP 410 without a word", assertion(), () => [ob2Pages(asso), gone()], "revoked", "proof.hosted"],
    [
      "revoked in its hosted copy",
      assertion(),
      () => [ob2Pages(asso, { id: `${OB2_HOST}/assertions/1`, revoked: true })],
      "revoked",
      "proof.hosted",
    ],
    ["no hosted copy", assertion(), () => [ob2Pages(asso)], "unreachable", "proof.unreachable"],
    [
      "no badge class",
      assertion({ badge: `${OB2_HOST}/badges/2` }),
      () => [ob2Pages(asso, assertion({ badge: `${OB2_HOST}/badges/2` }))],
      "unreachable",
      "proof.hosted",
    ],
    [
      "http",
      assertion({ id: "http://asso.example.fr/assertions/1" }),
      () => [{}],
      "unreachable",
      "proof.unreachable",
    ],
    [
      "hosted where the issuer hosts nothing",
      assertion({ id: elsewhere }),
      () => [ob2Pages(asso, assertion({ id: elsewhere }))],
      "validIssuerUnconfirmed",
      "proof.hosted",
    ],
    [
      "hosted where the Profile allows it",
      assertion({ id: elsewhere }),
      () => [
        ob2Pages(asso, assertion({ id: elsewhere }), {
          verification: { allowedOrigins: ["evil.example.fr", "asso.example.fr"] },
        }),
      ],
      "valid",
      "proof.hosted",
    ],
    [
      "outside what the Profile narrows to",
      assertion(),
      () => [ob2Pages(asso, assertion(), { verification: { startsWith: `${OB2_HOST}/v2/` } })],
      "validIssuerUnconfirmed",
      "proof.hosted",
    ],
    [
      "a prefix of another host's name",
      assertion({ id: "https://asso.example.fr.evil.example.fr/assertions/1" }),
      () => [
        ob2Pages(asso, assertion({ id: "https://asso.example.fr.evil.example.fr/assertions/1" }), {
          verification: { startsWith: OB2_HOST },
        }),
      ],
      "validIssuerUnconfirmed",
      "proof.hosted",
    ],
    [
      "a file that adds to its hosted copy",
      assertion({ narrative: "Experte" }),
      () => [ob2Pages(asso, assertion())],
      "tampered",
      "proof.hostedDiffers",
    ],
    [
      "a file that writes null for what it leaves out",
      assertion({ narrative: null, expires: null }),
      () => [ob2Pages(asso, assertion({ narrative: "A tenu l'accueil.", expires: "2027-01-01T00:00:00Z" }))],
      "valid",
      "proof.hosted",
    ],
    [
      "a hosted copy that writes null for what it leaves out",
      assertion(),
      () => [ob2Pages(asso, assertion({ expires: null, narrative: null }))],
      "valid",
      "proof.hosted",
    ],
    [
      "another page of the issuer's origin behind its address",
      assertion(),
      () => [ob2Pages(asso), moved(`${OB2_HOST}/new/1`)],
      "valid",
      "proof.hosted",
    ],
    [
      "somebody else's page behind an open redirect of the issuer",
      assertion(),
      () => [ob2Pages(asso), moved(elsewhere)],
      "validIssuerUnconfirmed",
      "proof.hosted",
    ],
    [
      "an address that hosts another badge",
      assertion(),
      () => [
        { ...ob2Pages(asso), [`${OB2_HOST}/assertions/1`]: assertion({ id: `${OB2_HOST}/assertions/2` }) },
      ],
      "tampered",
      "proof.hostedOtherId",
    ],
    [
      "no recipient",
      assertion({ recipient: undefined }),
      () => [ob2Pages(asso, assertion({ recipient: undefined }))],
      "notConformant",
      "proof.hosted",
    ],
    [
      "said to be signed, and not",
      assertion(signedBadge),
      () => [ob2Pages(asso)],
      "unsupportedProof",
      "proof.missing",
    ],
  ];
  it.each(cases)("%s", async (_title, file, pages, verdict, proof) => {
    const result = await verify(file, web(...pages()));
    expect(result.verdict, JSON.stringify(result.checks)).toBe(verdict);
    expect(result.check("proof")?.code).toBe(proof);
  });

  it("judges and shows the hosted copy, never the file", async () => {
    const file = assertion({ narrative: "dans le fichier" });
    const result = await verify(file, web(ob2Pages(asso, assertion({ narrative: "chez l'émetteur" }))));
    expect(result.credential).toMatchObject({ narrative: "chez l'émetteur", badge: { name: "Communiquer" } });
  });

  it("compares the salted hash with the address known out of band", async () => {
    const pages = web(ob2Pages(asso, assertion()));
    const outcomes = [MAIL, "autre@example.fr"].map((recipient) => verify(assertion(), pages, { recipient }));
    expect((await Promise.all(outcomes)).map((result) => result.check("recipient")?.outcome)).toEqual([
      "passed",
      "failed",
    ]);
  });
});

describe("signed assertions", () => {
  const token = (over: JsonObject = {}, header: JsonObject = {}, by = asso) =>
    jws(assertion({ ...signedBadge, ...over }), by.rsa.privateKey, { alg: "RS256", ...header });
  const list = `${OB2_HOST}/revoked`;
  const revoking = (revokedAssertions: JsonObject[string]) => ({
    ...ob2Pages(asso, undefined, { revocationList: list }),
    [list]: { id: list, type: "RevocationList", revokedAssertions },
  });
  const cases: [string, () => Promise<string>, () => Record<string, JsonObject>, Verdict][] = [
    ["signed by a listed key", () => token(), () => ob2Pages(asso), "valid"],
    ["signed by another key", () => token({}, {}, forger), () => ob2Pages(asso), "tampered"],
    [
      "alg none",
      async () => unsignedJwt(assertion(signedBadge), { alg: "none" }),
      () => ob2Pages(asso),
      "unsupportedProof",
    ],
    [
      "HS256 with the public key as secret",
      () => jws(assertion(signedBadge), Buffer.from(JSON.stringify(asso.rsa.jwk)), { alg: "HS256" }),
      () => ob2Pages(asso),
      "unsupportedProof",
    ],
    [
      "a key that the issuer does not list",
      () =>
        token({ verification: { type: "SignedBadge", creator: "https://evil.example.fr/key" } }, {}, forger),
      () => ({
        ...ob2Pages(asso),
        "https://evil.example.fr/key": {
          id: "https://evil.example.fr/key",
          owner: ISSUER,
          publicKeyJwk: forger.rsa.jwk,
        },
      }),
      "validIssuerUnconfirmed",
    ],
    [
      "a key owned by somebody else",
      () => token(),
      () => ({
        ...ob2Pages(asso),
        [`${OB2_HOST}/key`]: {
          id: `${OB2_HOST}/key`,
          owner: "https://other.example.fr",
          publicKeyJwk: asso.rsa.jwk,
        },
      }),
      "validIssuerUnconfirmed",
    ],
    [
      "a key that its issuer has withdrawn",
      () => token(),
      () => ({
        ...ob2Pages(asso),
        [`${OB2_HOST}/key`]: {
          id: `${OB2_HOST}/key`,
          owner: ISSUER,
          revoked: "2026-02-01T00:00:00Z",
          publicKeyJwk: asso.rsa.jwk,
        },
      }),
      "validIssuerUnconfirmed",
    ],
    [
      "listed as revoked",
      () => token(),
      () => revoking([{ id: "urn:uuid:other" }, { id: "urn:uuid:ob2-1" }]),
      "revoked",
    ],
    [
      "listed under the uid of old lists",
      () => token(),
      () => revoking([{ uid: "urn:uuid:ob2-1" }]),
      "revoked",
    ],
    [
      "a revocation list that is an error told as JSON",
      () => token(),
      () => ({ ...revoking([]), [list]: { error: "internal" } }),
      "unreachable",
    ],
    ["a revocation list of one bare id", () => token(), () => revoking("urn:uuid:ob2-1"), "revoked"],
    [
      "a revocation list of one object",
      () => token(),
      () => revoking({ id: "urn:uuid:ob2-1", revocationReason: "Erreur" }),
      "revoked",
    ],
    ["not listed as revoked", () => token(), () => revoking([]), "valid"],
    [
      "its revocation list out of reach",
      () => token(),
      () => ob2Pages(asso, undefined, { revocationList: list }),
      "unreachable",
    ],
    ["expired", () => token({ expires: "2026-02-01T00:00:00Z" }), () => ob2Pages(asso), "expired"],
    [
      "awarded tomorrow",
      () => token({ issuedOn: "2026-07-01T00:00:00Z" }),
      () => ob2Pages(asso),
      "notYetValid",
    ],
  ];
  it.each(cases)("%s", async (_title, make, pages, verdict) => {
    const result = await verify(await make(), web(pages()));
    expect(result.verdict, JSON.stringify(result.checks)).toBe(verdict);
  });
});
