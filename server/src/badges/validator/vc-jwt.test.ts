import { generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Verdict } from "./model.ts";
import { badge, didUrl, oldBadge, subject, verify, web } from "./testing/badges.ts";
import { jws, newIssuer, signJwt, type TestIssuer, unsignedJwt } from "./testing/issuing.ts";

let asso: TestIssuer;
let forger: TestIssuer;

beforeAll(async () => {
  asso = await newIssuer("did:web:asso.example.fr");
  forger = await newIssuer("did:web:asso.example.fr");
});

describe("VC-JWT", () => {
  const http = "https://asso.example.fr/profile";
  const jwk = { alg: "RS256", typ: "JWT" };
  const cases: [string, () => Promise<string>, Verdict, string][] = [
    ["signed RS256 with a listed kid", () => signJwt(badge(asso), asso), "valid", "proof.intact"],
    [
      "a kid within the issuer",
      () => signJwt(badge(asso), asso, { header: { kid: "#rsa" } }),
      "valid",
      "proof.intact",
    ],
    [
      "alg none",
      async () => unsignedJwt({ ...badge(asso), iss: asso.id }, { alg: "none", typ: "JWT" }),
      "unsupportedProof",
      "proof.algorithm",
    ],
    [
      "HS256 with the public key as secret",
      async () =>
        jws(badge(asso), Buffer.from(JSON.stringify(asso.rsa.jwk)), { alg: "HS256", kid: asso.rsa.id }),
      "unsupportedProof",
      "proof.algorithm",
    ],
    [
      "another's payload under the signature",
      async () => {
        const [head, , seal] = (await signJwt(badge(asso), asso)).split(".");
        return `${head}.${Buffer.from(JSON.stringify(badge(asso, { name: "x" }))).toString("base64url")}.${seal}`;
      },
      "tampered",
      "proof.broken",
    ],
    [
      "iss that is not the issuer",
      () => signJwt(badge(asso), asso, { claims: { iss: "did:web:other.example.fr" } }),
      "tampered",
      "proof.claimsDiffer",
    ],
    [
      "sub that is not the subject",
      () => signJwt(badge(asso), asso, { claims: { sub: "urn:uuid:other" } }),
      "tampered",
      "proof.claimsDiffer",
    ],
    [
      "jti that is not the id",
      () => signJwt(badge(asso), asso, { claims: { jti: "urn:uuid:other" } }),
      "tampered",
      "proof.claimsDiffer",
    ],
    [
      "nbf that is not validFrom",
      () => signJwt(badge(asso), asso, { claims: { nbf: 1 } }),
      "tampered",
      "proof.claimsDiffer",
    ],
    [
      "exp that is not validUntil",
      () =>
        signJwt(badge(asso, { validUntil: "2027-01-01T00:00:00Z" }), asso, {
          claims: { exp: 9_999_999_999 },
        }),
      "tampered",
      "proof.claimsDiffer",
    ],
    [
      "exp alone, past",
      () => signJwt(badge(asso), asso, { claims: { exp: 1_768_000_000 } }),
      "expired",
      "proof.intact",
    ],
    [
      "a part that does not say what it is",
      () => signJwt(badge(asso, { evidence: [{ narrative: "A tenu l'accueil." }] }), asso),
      "notConformant",
      "proof.intact",
    ],
    [
      "a name that is no text",
      () => signJwt(badge(asso, { name: { "@value": "Communiquer", "@language": "fr" } }), asso),
      "notConformant",
      "proof.intact",
    ],
    [
      "a missing claim",
      () => signJwt(badge(asso), asso, { claims: { jti: undefined } }),
      "notConformant",
      "proof.intact",
    ],
    [
      "a header with more than it may hold",
      () => signJwt(badge(asso), asso, { header: { jku: "https://evil.example.fr" } }),
      "notConformant",
      "proof.intact",
    ],
    [
      "the key in the header, unlisted",
      () => signJwt(badge(asso), forger, { header: { ...jwk, kid: undefined, jwk: forger.rsa.jwk } }),
      "validIssuerUnconfirmed",
      "proof.intact",
    ],
    [
      "the key in the header, listed",
      () => signJwt(badge(asso), asso, { header: { ...jwk, kid: undefined, jwk: asso.rsa.jwk } }),
      "valid",
      "proof.intact",
    ],
    [
      "a kid elsewhere on the web",
      () => signJwt(badge(asso), forger, { header: { kid: "https://evil.example.fr/key" } }),
      "validIssuerUnconfirmed",
      "proof.intact",
    ],
    [
      "a kid under a DID method that we do not read",
      () => signJwt(badge({ id: "did:ion:e30" }), asso, { header: { kid: "did:ion:e30#0" } }),
      "unsupportedProof",
      "proof.key",
    ],
    [
      "a kid out of reach",
      () => signJwt(badge(asso), asso, { header: { kid: "https://nowhere.example.fr/key" } }),
      "unreachable",
      "proof.noKey",
    ],
    [
      "a Profile that lists no key, and a kid under it",
      () => signJwt(badge({ id: http }), asso, { header: { kid: `${http}/keys/1` } }),
      "valid",
      "proof.intact",
    ],
    [
      "a kid that is the address of a whole JWKS",
      () => signJwt(badge(asso), asso, { header: { kid: "https://asso.example.fr/jwks.json" } }),
      "valid",
      "proof.intact",
    ],
    [
      "a Profile that lists no key, and a kid under it that leads to another origin",
      () => signJwt(badge({ id: http }), forger, { header: { kid: `${http}/keys/moved` } }),
      "validIssuerUnconfirmed",
      "proof.intact",
    ],
    [
      "a Profile that lists no key, and a kid on its origin",
      () => signJwt(badge({ id: http }), forger, { header: { kid: "https://asso.example.fr/mallory" } }),
      "validIssuerUnconfirmed",
      "proof.intact",
    ],
    [
      "VCDM 1.1 with a vc claim",
      async () =>
        jws(
          {
            vc: oldBadge(asso, { id: undefined }),
            iss: asso.id,
            jti: "urn:uuid:1",
            nbf: 1_767_225_600,
            sub: "urn:uuid:6b9a1f5e-6c6f-4a0a-9f5d-0f1f0a0c0002",
          },
          asso.rsa.privateKey,
          { alg: "RS256", kid: asso.rsa.id, typ: "JWT" },
        ),
      "valid",
      "proof.intact",
    ],
  ];
  it.each(cases)("%s", async (_title, make, verdict, proof) => {
    const pages = {
      [didUrl(asso.id)]: asso.document,
      [http]: { id: http, type: ["Profile"], name: "Une association" },
      [`${http}/keys/1`]: asso.rsa.jwk,
      "https://evil.example.fr/key": forger.rsa.jwk,
      "https://asso.example.fr/mallory": forger.rsa.jwk,
      "https://asso.example.fr/jwks.json": { keys: [forger.rsa.jwk, asso.rsa.jwk] },
    };
    const resolve = web(pages, {
      [`${http}/keys/moved`]: { status: 302, type: "", location: "https://evil.example.fr/key" },
    });
    const result = await verify(await make(), resolve);
    expect(result.verdict, JSON.stringify(result.checks)).toBe(verdict);
    expect(result.check("proof")?.code).toBe(proof);
  });
});

describe("ES256 by a key that is its own address", () => {
  // The same P-256 key as JWK and as did:key (its x and sign, of which y follows), from a key pair made here.
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = publicKey.export({ format: "jwk" });
  const sign = (id: string, kid: string) => {
    const { credentialSubject, ...made } = badge({ id });
    const claims = { iss: id, jti: made.id, nbf: 1_767_225_600, sub: subject().id };
    return jws({ ...made, credentialSubject, ...claims }, privateKey, { alg: "ES256", kid, typ: "JWT" });
  };
  const didKey = () => {
    const [x, y] = [jwk.x, jwk.y].map((half) => Buffer.from(half ?? "", "base64url"));
    const bytes = Buffer.concat([
      Buffer.from([0x80, 0x24, (y?.at(-1) ?? 0) % 2 === 0 ? 2 : 3]),
      x ?? Buffer.of(),
    ]);
    const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let text = "";
    for (let value = BigInt(`0x${bytes.toString("hex")}`); value > 0n; value /= 58n)
      text = (alphabet[Number(value % 58n)] ?? "") + text;
    return `z${text}`;
  };

  it("is confirmed as did:jwk and as did:key", async () => {
    const dids = [`did:jwk:${Buffer.from(JSON.stringify(jwk)).toString("base64url")}`, `did:key:${didKey()}`];
    const tokens = dids.map((did) => sign(did, `${did}#${did.startsWith("did:jwk") ? "0" : did.slice(8)}`));
    for (const token of tokens) expect((await verify(await token, web({}))).verdict).toBe("valid");
  });

  it("proves nothing for an issuer that does not list it", async () => {
    const token = await sign(asso.id, `did:key:${didKey()}#${didKey()}`);
    const result = await verify(token, web({ [didUrl(asso.id)]: asso.document }));
    expect(result.verdict).toBe("validIssuerUnconfirmed");
  });
});
