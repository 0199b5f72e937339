import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { bakePng } from "../bake-png.ts";
import { OB2, OB3, VC1, VC2 } from "../contexts.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Resolve, VerifyOptions } from "../model.ts";
import { recordedWeb } from "../recorded-web.ts";
import { verifyBadge } from "../verify-badge.ts";
import type { TestIssuer } from "./issuing.ts";

export const NOW = new Date("2026-06-01T12:00:00Z");
export const MAIL = "amina@example.fr";

export const hashOf = (mail: string, salt: string) =>
  `sha256$${createHash("sha256")
    .update(mail + salt)
    .digest("hex")}`;

export const ACHIEVEMENT: JsonObject = {
  id: "https://asso.example.fr/achievements/communiquer-1",
  type: ["Achievement"],
  name: "Communiquer, niveau 1",
  description: "Écouter et se faire comprendre.",
  criteria: { narrative: "A tenu l'accueil trois fois." },
};

/** An unsigned OB 3.0 badge; what is given replaces its members, `undefined` takes them away. */
export function badge(issuer: { id: string }, over: JsonObject = {}): JsonObject {
  return withoutUndefined({
    "@context": [VC2, OB3],
    id: "urn:uuid:6b9a1f5e-6c6f-4a0a-9f5d-0f1f0a0c0001",
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: "Communiquer",
    issuer: { id: issuer.id, type: ["Profile"], name: "Une association" },
    validFrom: "2026-01-01T00:00:00Z",
    credentialSubject: subject(),
    ...over,
  });
}

export function subject(over: JsonObject = {}): JsonObject {
  return withoutUndefined({
    id: "urn:uuid:6b9a1f5e-6c6f-4a0a-9f5d-0f1f0a0c0002",
    type: ["AchievementSubject"],
    identifier: [
      {
        type: "IdentityObject",
        hashed: true,
        identityHash: hashOf(MAIL, "sel"),
        identityType: "emailAddress",
        salt: "sel",
      },
    ],
    achievement: ACHIEVEMENT,
    ...over,
  });
}

/** The same as written under VCDM 1.1. */
export function oldBadge(issuer: { id: string }, over: JsonObject = {}): JsonObject {
  return badge(issuer, {
    "@context": [VC1, OB3, "https://w3id.org/security/suites/ed25519-2020/v1"],
    validFrom: undefined,
    issuanceDate: "2026-01-01T00:00:00Z",
    ...over,
  });
}

export function endorsement(issuer: { id: string }, about: string, over: JsonObject = {}): JsonObject {
  return withoutUndefined({
    "@context": [VC2, OB3],
    id: "urn:uuid:6b9a1f5e-6c6f-4a0a-9f5d-0f1f0a0c0003",
    type: ["VerifiableCredential", "EndorsementCredential"],
    name: "Reconnaissance",
    issuer: { id: issuer.id, type: ["Profile"], name: "Région" },
    validFrom: "2026-01-01T00:00:00Z",
    credentialSubject: { id: about, type: ["EndorsementSubject"], endorsementComment: "Reconnu." },
    ...over,
  });
}

export const OB2_HOST = "https://asso.example.fr";

/** OB 2.0: an assertion, hosted unless said otherwise. */
export function assertion(over: JsonObject = {}): JsonObject {
  return withoutUndefined({
    "@context": OB2,
    id: `${OB2_HOST}/assertions/1`,
    type: "Assertion",
    recipient: { type: "email", hashed: true, salt: "sel", identity: hashOf(MAIL, "sel") },
    badge: `${OB2_HOST}/badges/1`,
    verification: { type: "HostedBadge" },
    issuedOn: "2026-01-01T00:00:00Z",
    ...over,
  });
}

/** The pages of an OB 2.0 issuer: its badge class, Profile, key; and the assertion when given. */
export function ob2Pages(
  issuer: TestIssuer,
  hosted?: JsonObject,
  profile: JsonObject = {},
): Record<string, JsonObject> {
  const id = `${OB2_HOST}/issuer`;
  const pem = { id: `${OB2_HOST}/key`, type: "CryptographicKey", owner: id, publicKeyJwk: issuer.rsa.jwk };
  const pages: Record<string, JsonObject> = {
    [`${OB2_HOST}/badges/1`]: {
      "@context": OB2,
      id: `${OB2_HOST}/badges/1`,
      type: "BadgeClass",
      name: "Communiquer",
      description: "Écouter et se faire comprendre.",
      image: `${OB2_HOST}/badges/1.png`,
      criteria: { narrative: "A tenu l'accueil trois fois." },
      issuer: id,
    },
    [id]: {
      "@context": OB2,
      id,
      type: "Issuer",
      name: "Une association",
      url: OB2_HOST,
      email: "contact@example.fr",
      publicKey: pem.id,
      ...profile,
    },
    [pem.id]: pem,
  };
  return hosted ? { ...pages, [`${hosted.id}`]: hosted } : pages;
}

export const didUrl = (did: string) =>
  `https://${did.slice("did:web:".length).replaceAll(":", "/")}/.well-known/did.json`;

/** A recorded web of JSON pages, all 200 unless given as a whole `{status, type, …}` page under `raw`. */
export function web(pages: Record<string, JsonObject>, raw: Record<string, JsonObject> = {}) {
  const recorded = Object.entries(pages).map(([url, json]): [string, Json] => [
    url,
    { status: 200, type: "application/json", json },
  ]);
  return recordedWeb({ ...Object.fromEntries(recorded), ...raw });
}

/** A one-pixel PNG, made here. */
export function pixel(): Uint8Array {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const chunk = (type: string, data: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(4))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

export const bakedPng = (credential: JsonObject | string) =>
  bakePng(
    pixel(),
    "openbadgecredential",
    typeof credential === "string" ? credential : JSON.stringify(credential),
  );

export const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>x</title></svg>';

function withoutUndefined(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

/** Verifies a JSON badge or a token, at NOW, on a web of paper; `check` finds one check by name. */
export async function verify(input: unknown, resolve: Resolve, options: Partial<VerifyOptions> = {}) {
  const bytes =
    input instanceof Uint8Array
      ? input
      : Buffer.from(typeof input === "string" ? input : JSON.stringify(input));
  const result = await verifyBadge(bytes, { resolve, now: NOW, ...options });
  return { ...result, check: (name: string) => result.checks.find((one) => one.name === name) };
}
