/// <reference path="./libraries.d.ts" />
import { createPublicKey, ECDH } from "node:crypto";
import * as Multikey from "@digitalbazaar/ed25519-multikey";
import { calculateJwkThumbprint, type JWK } from "jose";
import { isObject, type Json, type JsonObject, textOf } from "./json.ts";

const MULTIKEY_CONTEXT = "https://w3id.org/security/multikey/v1";

/** A public key with its RFC 7638 thumbprint: two keys are the same when their thumbprints are. */
export interface PublicKey {
  jwk: JWK;
  thumbprint: string;
}

/** The key that a verification method, a CryptographicKey or a bare JWK holds; undefined when it holds none we read. */
export async function keyOf(method: Json | undefined): Promise<PublicKey | undefined> {
  if (!isObject(method)) return undefined;
  try {
    const jwk = isObject(method.publicKeyJwk)
      ? plainJwk(method.publicKeyJwk)
      : typeof method.kty === "string"
        ? plainJwk(method)
        : typeof method.publicKeyPem === "string"
          ? pemToJwk(method.publicKeyPem)
          : (p256ToJwk(textOf(method.publicKeyMultibase) ?? "") ?? (await ed25519ToJwk(method)));
    return jwk && { jwk, thumbprint: await calculateJwkThumbprint(jwk) };
  } catch {
    return undefined;
  }
}

/** An Ed25519 key written as `z6Mk…`, or one of P-256 as `zDn…`, such as the fragment of a verification method. */
export const multibaseKey = (publicKeyMultibase: string): Promise<PublicKey | undefined> =>
  /^z(6Mk[1-9A-HJ-NP-Za-km-z]{44}|Dn[1-9A-HJ-NP-Za-km-z]{46})$/.test(publicKeyMultibase)
    ? keyOf({ type: "Multikey", publicKeyMultibase })
    : Promise.resolve(undefined);

/** The Multikey document that the suites ask for; undefined when the key is not Ed25519. */
export async function multikeyDocument(id: string, key: PublicKey): Promise<JsonObject | undefined> {
  if (key.jwk.crv !== "Ed25519") return undefined;
  const pair = await Multikey.from({ type: "JsonWebKey", publicKeyJwk: key.jwk });
  return {
    "@context": MULTIKEY_CONTEXT,
    id,
    type: "Multikey",
    controller: id.split("#")[0] ?? id,
    publicKeyMultibase: pair.publicKeyMultibase,
  };
}

/** Symmetric keys are no public keys; of the others only the public half is kept. */
function plainJwk(jwk: JsonObject): JWK | undefined {
  const [kty, crv, x, y, n, e] = [jwk.kty, jwk.crv, jwk.x, jwk.y, jwk.n, jwk.e].map(textOf);
  if (kty === "RSA" && n && e) return { kty, n, e };
  if (kty === "EC" && crv && x && y) return { kty, crv, x, y };
  if (kty === "OKP" && crv && x) return { kty, crv, x };
  return undefined;
}

function pemToJwk(pem: string): JWK | undefined {
  return plainJwk({ ...createPublicKey(pem).export({ format: "jwk" }) } as JsonObject);
}

/** Reads Multikey, Ed25519VerificationKey2020 and 2018, whatever contexts they carry. */
async function ed25519ToJwk({ type, publicKeyMultibase, publicKeyBase58 }: JsonObject) {
  if (!publicKeyMultibase && !publicKeyBase58) return undefined;
  const { publicKey } = await Multikey.from(
    publicKeyMultibase
      ? { "@context": MULTIKEY_CONTEXT, type: "Multikey", publicKeyMultibase }
      : { type, publicKeyBase58 },
  );
  if (publicKey.length !== 32) return undefined;
  return { kty: "OKP", crv: "Ed25519", x: Buffer.from(publicKey).toString("base64url") };
}

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** A P-256 Multikey: base58 of 0x8024 and the point, compressed. */
function p256ToJwk(multibase: string): JWK | undefined {
  if (!multibase.startsWith("zDn") || multibase.length > 60) return undefined;
  const value = [...multibase.slice(1)].reduce((sum, one) => sum * 58n + BigInt(BASE58.indexOf(one)), 0n);
  const bytes = Buffer.from(value.toString(16), "hex");
  if (bytes.length !== 35 || bytes.readUInt16BE() !== 0x8024) return undefined;
  const point = ECDH.convertKey(bytes.subarray(2), "prime256v1", undefined, undefined, "uncompressed");
  const [x, y] = [Buffer.from(point).subarray(1, 33), Buffer.from(point).subarray(33)];
  return { kty: "EC", crv: "P-256", x: x.toString("base64url"), y: y.toString("base64url") };
}
