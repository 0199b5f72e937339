import { beforeAll, describe, expect, it } from "vitest";
import { ED25519_2020, OB3, VC2 } from "./contexts.ts";
import type { JsonObject } from "./json.ts";
import type { Verdict } from "./model.ts";
import { badge, didUrl, oldBadge, subject, verify, web } from "./testing/badges.ts";
import { newIssuer, sign, type TestIssuer } from "./testing/issuing.ts";

let asso: TestIssuer;
let _forger: TestIssuer;
let home: Record<string, JsonObject>;

beforeAll(async () => {
  asso = await newIssuer("did:web:asso.example.fr");
  _forger = await newIssuer("did:web:asso.example.fr");
  const terms = Array.from({ length: 12_000 }, (_, index) => [
    `t${index}`,
    `https://asso.example.fr/${index}`,
  ]);
  home = { [didUrl(asso.id)]: asso.document, [LARGE]: { "@context": Object.fromEntries(terms) } };
});

const LARGE = "https://asso.example.fr/large-context";
const ids = Array.from({ length: 8 }, (_, index) => `_:b${index}`);

describe("embedded proofs", () => {
  const cases: [string, () => Promise<unknown>, Verdict, string][] = [
    ["a badge as it should be", () => sign(badge(asso), asso), "valid", "proof.intact"],
    [
      "a changed name",
      async () => ({ ...(await sign(badge(asso), asso)), name: "Autre" }),
      "tampered",
      "proof.broken",
    ],
    ["no proof", async () => badge(asso), "unsupportedProof", "proof.missing"],
    [
      "an unknown cryptosuite",
      async () => other(await sign(badge(asso), asso), { cryptosuite: "bbs-2023" }),
      "unsupportedProof",
      "proof.suite",
    ],
    [
      "a proof made to log in",
      async () => other(await sign(badge(asso), asso), { proofPurpose: "authentication" }),
      "unsupportedProof",
      "proof.purpose",
    ],
    [
      "Ed25519Signature2020 under VCDM 1.1",
      () => sign(oldBadge(asso), asso, { legacy: true }),
      "valid",
      "proof.intact",
    ],
    [
      "Ed25519Signature2020 changed",
      async () => ({ ...(await sign(oldBadge(asso), asso, { legacy: true })), name: "Autre" }),
      "tampered",
      "proof.broken",
    ],
    [
      "both proofs at once",
      async () =>
        sign(await sign(badge(asso, { "@context": [VC2, OB3, ED25519_2020] }), asso), asso, { legacy: true }),
      "valid",
      "proof.intact",
    ],
    [
      "one good proof beside a broken one",
      async () => ({ ...(await sign(badge(asso), asso)), ...(await alsoBroken()) }),
      "valid",
      "proof.intact",
    ],
    [
      "a subject without id nor identifier",
      () => sign(badge(asso, { credentialSubject: subject({ id: undefined, identifier: undefined }) }), asso),
      "notConformant",
      "proof.intact",
    ],
    [
      "a term that no context defines",
      async () => ({ ...(await sign(badge(asso), asso)), niveau: "expert" }),
      "notConformant",
      "proof.undefinedTerms",
    ],
    [
      "a name that JSON-LD skips",
      async () =>
        JSON.parse(JSON.stringify(await sign(badge(asso), asso)).replace("{", '{"__proto__":{"a":1},')),
      "notConformant",
      "proof.intact",
    ],
    [
      "contexts in the wrong order",
      async () => ({ ...(await sign(badge(asso), asso)), "@context": [OB3, VC2] }),
      "notConformant",
      "",
    ],
    [
      "an expiry renamed to its full IRI",
      async () => renamed("https://www.w3.org/2018/credentials#validUntil", {}),
      "notConformant",
      "proof.hiddenTerms",
    ],
    [
      "an expiry renamed by a context of theirs",
      async () =>
        renamed("jusque", {
          jusque: {
            "@id": "https://www.w3.org/2018/credentials#validUntil",
            "@type": "http://www.w3.org/2001/XMLSchema#dateTime",
          },
        }),
      "notConformant",
      "proof.hiddenTerms",
    ],
    [
      "an expiry renamed, and the id that would show it behind a prefix of theirs",
      async () => {
        const hidden = await renamed("https://www.w3.org/2018/credentials#validUntil", {});
        const [start, end] = [`${hidden.id}`.slice(0, -4), `${hidden.id}`.slice(-4)];
        return { ...hidden, "@context": [VC2, OB3, { zz: start }], id: `zz:${end}` };
      },
      "notConformant",
      "proof.hiddenTerms",
    ],
    [
      "one status of two renamed to its full IRI",
      async () => {
        const [first, second] = ["1", "2"].map((index) => ({
          id: `https://asso.example.fr/status/1#${index}`,
          type: "BitstringStatusListEntry",
          statusPurpose: "revocation",
          statusListIndex: index,
          statusListCredential: "https://asso.example.fr/status/1",
        }));
        const both = await sign(badge(asso, { credentialStatus: [first, second] as JsonObject[] }), asso);
        return {
          ...both,
          credentialStatus: first,
          "https://www.w3.org/2018/credentials#credentialStatus": second,
        };
      },
      "notConformant",
      "proof.hiddenTerms",
    ],
    [
      "nodes that all name each other, which take hours to tell apart",
      async () => ({
        ...(await sign(badge(asso), asso)),
        "@context": [VC2, OB3, { p: { "@id": "https://asso.example.fr/p", "@type": "@id" } }],
        p: ids.map((id) => ({ id, p: ids.filter((other) => other !== id) })),
      }),
      "notConformant",
      "proof.tooComplex",
    ],
    [
      "a hundred contexts",
      async () => ({ ...(await sign(badge(asso), asso)), "@context": [VC2, OB3, ...Array(100).fill(OB3)] }),
      "notConformant",
      "proof.tooComplex",
    ],
    [
      "a context of thousands of terms",
      async () => ({ ...(await sign(badge(asso), asso)), "@context": [VC2, OB3, LARGE] }),
      "unreachable",
      "proof.noContext",
    ],
    [
      "a verification method that is no address",
      async () => other(await sign(badge(asso), asso), { verificationMethod: "z6Mk" }),
      "unsupportedProof",
      "proof.key",
    ],
    [
      "30 February",
      () => sign(badge(asso, { validFrom: "2026-02-30T00:00:00Z" }), asso),
      "notConformant",
      "proof.intact",
    ],
    [
      "a context out of reach",
      () =>
        Promise.resolve({
          ...badge(asso),
          "@context": [VC2, OB3, "https://nowhere.example.fr/c"],
          proof: {
            type: "DataIntegrityProof",
            cryptosuite: "eddsa-rdfc-2022",
            proofPurpose: "assertionMethod",
          },
        }),
      "unreachable",
      "proof.noContext",
    ],
    [
      "expired",
      () => sign(badge(asso, { validUntil: "2026-02-01T00:00:00Z" }), asso),
      "expired",
      "proof.intact",
    ],
    [
      "not yet valid",
      () => sign(badge(asso, { validFrom: "2026-07-01T00:00:00Z" }), asso),
      "notYetValid",
      "proof.intact",
    ],
    [
      "expired under VCDM 1.1",
      () => sign(oldBadge(asso, { expirationDate: "2026-02-01T00:00:00Z" }), asso, { legacy: true }),
      "expired",
      "proof.intact",
    ],
    [
      "expired and tampered",
      async () => ({ ...(await sign(badge(asso, { validUntil: "2026-02-01T00:00:00Z" }), asso)), name: "x" }),
      "tampered",
      "proof.broken",
    ],
  ];
  it.each(cases)("%s", async (_title, make, verdict, proof) => {
    const result = await verify(await make(), web(home));
    expect(result.verdict, JSON.stringify(result.checks)).toBe(verdict);
    if (proof) expect(result.check("proof")?.code).toBe(proof);
  });

  const other = (signed: JsonObject, over: JsonObject): JsonObject => ({
    ...signed,
    proof: [signed.proof].flat().map((proof) => ({ ...(proof as JsonObject), ...over })),
  });
  async function alsoBroken(): Promise<JsonObject> {
    const good = await sign(badge(asso), asso);
    const bad = await sign(badge(asso, { name: "Autre" }), asso);
    return { proof: [[bad.proof].flat()[0] ?? null, [good.proof].flat()[0] ?? null] };
  }
  async function renamed(name: string, context: JsonObject): Promise<JsonObject> {
    const { validUntil, ...rest } = await sign(badge(asso, { validUntil: "2026-02-01T00:00:00Z" }), asso);
    const typed = name.startsWith("http")
      ? { "@value": `${validUntil}`, "@type": "http://www.w3.org/2001/XMLSchema#dateTime" }
      : validUntil;
    return { ...rest, "@context": [VC2, OB3, context], [name]: typed };
  }
});
