import { beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "./json.ts";
import type { Verdict } from "./model.ts";
import { badge, didUrl, verify, web } from "./testing/badges.ts";
import { newIssuer, newKeyIssuer, sign, type TestIssuer } from "./testing/issuing.ts";

let asso: TestIssuer;
let forger: TestIssuer;

beforeAll(async () => {
  asso = await newIssuer("did:web:asso.example.fr");
  forger = await newIssuer("did:web:asso.example.fr");
});

describe("who issued it", () => {
  const embedded = (): JsonObject => ({
    id: asso.id,
    assertionMethod: [
      {
        id: "#k",
        type: "Ed25519VerificationKey2020",
        controller: asso.id,
        publicKeyMultibase: asso.key.publicKeyMultibase,
      },
    ],
  });
  const cases: [
    string,
    () => Promise<{ input: unknown; pages: Record<string, JsonObject> }>,
    Verdict,
    string,
  ][] = [
    [
      "a key that is only in the URL fragment",
      async () => ({ input: await sign(badge(asso), forger), pages: { [didUrl(asso.id)]: asso.document } }),
      "validIssuerUnconfirmed",
      "issuer.keyNotListed",
    ],
    [
      "an issuer out of reach",
      async () => ({ input: await sign(badge(asso), asso), pages: {} }),
      "validIssuerUnconfirmed",
      "issuer.unreachable",
    ],
    [
      "a key listed by another than the issuer named",
      async () => {
        const own = await newKeyIssuer();
        return { input: await sign(badge(asso), own), pages: { [didUrl(asso.id)]: asso.document } };
      },
      "validIssuerUnconfirmed",
      "issuer.keyNotListed",
    ],
    [
      "a key listed, but not for assertions",
      async () => ({
        input: await sign(badge(asso), asso),
        pages: { [didUrl(asso.id)]: { ...asso.document, assertionMethod: [] } },
      }),
      "validIssuerUnconfirmed",
      "issuer.keyNotForAssertion",
    ],
    [
      "a key that was revoked",
      async () => ({
        input: await sign(badge(asso), asso),
        pages: {
          [didUrl(asso.id)]: {
            id: asso.id,
            assertionMethod: [{ ...first(asso.document), revoked: "2026-05-01T00:00:00Z" }],
          },
        },
      }),
      "validIssuerUnconfirmed",
      "issuer.keyNotListed",
    ],
    [
      "a document that is somebody else's",
      async () => ({
        input: await sign(badge(asso), asso),
        pages: { [didUrl(asso.id)]: { ...asso.document, id: "did:web:other.example.fr" } },
      }),
      "validIssuerUnconfirmed",
      "issuer.unreachable",
    ],
    [
      "an assertionMethod as embedded object",
      async () => ({ input: await sign(badge(asso), asso), pages: { [didUrl(asso.id)]: embedded() } }),
      "valid",
      "issuer.listsKey",
    ],
    [
      "a did:key issuer",
      async () => {
        const own = await newKeyIssuer();
        return { input: await sign(badge(own), own), pages: {} };
      },
      "valid",
      "issuer.listsKey",
    ],
    [
      "an https Profile that lists the key",
      async () => {
        const own = await newIssuer("https://asso.example.fr/profile");
        return { input: await sign(badge(own), own), pages: { [own.id]: own.document } };
      },
      "valid",
      "issuer.listsKey",
    ],
    [
      "an http issuer, never asked",
      async () => {
        const own = await newIssuer("http://asso.example.fr/profile");
        return { input: await sign(badge(own), own), pages: { [own.id]: own.document } };
      },
      "validIssuerUnconfirmed",
      "issuer.notAnAddress",
    ],
    [
      "a key with no material anywhere",
      async () => ({
        input: await sign(badge(asso), asso, { keyId: `${asso.id}#key-1` }),
        pages: { [didUrl(asso.id)]: asso.document },
      }),
      "unreachable",
      "issuer.notChecked",
    ],
  ];
  it.each(cases)("%s", async (_title, make, verdict, issuer) => {
    const { input, pages } = await make();
    const result = await verify(input, web(pages));
    expect(result.verdict, JSON.stringify(result.checks)).toBe(verdict);
    expect(result.check("issuer")?.code).toBe(issuer);
  });
  const first = (document: JsonObject) => [document.verificationMethod].flat()[0] as JsonObject;
});
