/// <reference path="../libraries.d.ts" />
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import * as Multikey from "@digitalbazaar/ed25519-multikey";
import { Ed25519Signature2020 } from "@digitalbazaar/ed25519-signature-2020";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { createCredential, createList } from "@digitalbazaar/vc-bitstring-status-list";
import { CompactSign } from "jose";
import { documentLoader } from "../contexts.ts";
import { isObject, type JsonObject } from "../json.ts";
import { openWeb } from "../web.ts";

/** No page at all: what is signed here must be defined by the closed map of contexts. */
const loader = documentLoader(openWeb(() => Promise.reject(new Error("no network in tests"))));

export interface TestIssuer {
  id: string;
  key: Multikey.KeyPair;
  rsa: { privateKey: KeyObject; jwk: JsonObject; id: string };
  /** Its DID document or Profile, listing both keys. */
  document: JsonObject;
}

/** An issuer with an Ed25519 and an RSA key, listed as `assertionMethod` under its own id. */
export async function newIssuer(id: string): Promise<TestIssuer> {
  const key = await Multikey.generate({ controller: id });
  key.id = `${id}#${key.publicKeyMultibase}`;
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk: JsonObject = { ...publicKey.export({ format: "jwk" }) } as JsonObject;
  const rsa = { privateKey, jwk, id: `${id}#rsa` };
  const document: JsonObject = {
    id,
    verificationMethod: [
      { id: key.id, type: "Multikey", controller: id, publicKeyMultibase: key.publicKeyMultibase },
      { id: rsa.id, type: "JsonWebKey", controller: id, publicKeyJwk: jwk },
    ],
    assertionMethod: [key.id, rsa.id],
  };
  return { id, key, rsa, document };
}

/** A did:key issuer: it needs no web. */
export async function newKeyIssuer(): Promise<TestIssuer> {
  const issuer = await newIssuer("did:key:none");
  const id = `did:key:${issuer.key.publicKeyMultibase}`;
  issuer.key.id = `${id}#${issuer.key.publicKeyMultibase}`;
  issuer.key.controller = id;
  return { ...issuer, id };
}

const purpose = {
  update: async (proof: object) => ({ ...proof, proofPurpose: "assertionMethod" }),
};

/** Signs whatever it is given, badge or not, as its key says; `keyId` lies about whose key it is. */
export async function sign(
  credential: JsonObject,
  { key }: TestIssuer,
  { keyId = key.id, legacy = false }: { keyId?: string; legacy?: boolean } = {},
): Promise<JsonObject> {
  const signer = { ...key.signer(), id: keyId };
  const date = "2026-01-01T00:00:00Z";
  const suite = legacy
    ? new Ed25519Signature2020({ signer, date })
    : new DataIntegrityProof({ signer, cryptosuite, date });
  if (legacy) Object.assign(suite, { verificationMethod: keyId });
  const document: JsonObject = { ...credential };
  delete document.proof;
  const proof = await suite.createProof({ document, purpose, proofSet: [], documentLoader: loader });
  const { "@context": _context, ...bare } = proof as JsonObject;
  const earlier = Array.isArray(credential.proof) ? credential.proof : [];
  return { ...document, proof: [...earlier, bare] };
}

/** A VC-JWT of a credential (OB 3.0, 8.2): claims as asked, unless overridden to lie. */
export async function signJwt(
  credential: JsonObject,
  { rsa }: TestIssuer,
  { header = {}, claims = {} }: { header?: JsonObject; claims?: JsonObject } = {},
): Promise<string> {
  const seconds = (date: unknown) => Math.floor(Date.parse(`${date}`) / 1000);
  const { issuer, credentialSubject, validUntil } = credential;
  const payload: JsonObject = {
    ...credential,
    iss: isObject(issuer) ? issuer.id : issuer,
    sub: isObject(credentialSubject) ? credentialSubject.id : undefined,
    jti: credential.id,
    nbf: seconds(credential.validFrom),
    ...(validUntil ? { exp: seconds(validUntil) } : {}),
    ...claims,
  };
  return jws(payload, rsa.privateKey, { alg: "RS256", kid: rsa.id, typ: "JWT", ...header });
}

export function jws(payload: JsonObject, key: KeyObject | Uint8Array, header: JsonObject): Promise<string> {
  const signer = new CompactSign(Buffer.from(JSON.stringify(payload)));
  return signer.setProtectedHeader({ ...header, alg: `${header.alg}` }).sign(key);
}

/** A token without a signature, such as `alg: none` makes. */
export function unsignedJwt(payload: JsonObject, header: JsonObject): string {
  const encode = (value: JsonObject) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${encode(header)}.${encode(payload)}.`;
}

/** A signed Bitstring status list with the given indexes set. */
export async function statusList(
  id: string,
  issuer: TestIssuer,
  {
    set = [],
    length = 131_072,
    purpose: statusPurpose = "revocation",
    ...more
  }: {
    set?: number[];
    length?: number;
    purpose?: string;
    validUntil?: string;
  } = {},
): Promise<JsonObject> {
  const list = await createList({ length });
  for (const index of set) list.setStatus(index, true);
  const unsigned = (await createCredential({ id, list, statusPurpose })) as JsonObject;
  return sign({ ...unsigned, issuer: issuer.id, validFrom: "2026-01-01T00:00:00Z", ...more }, issuer);
}
