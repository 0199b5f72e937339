import { compactVerify, errors, importJWK } from "jose";
import { type JsonObject, messageOf, textOf } from "./json.ts";
import type { PublicKey } from "./keys.ts";

/** Public-key algorithms only: `none` and HMAC, where the public key would be the secret, are never tried. */
const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];

export const isSupportedAlgorithm = (header: JsonObject) => ALGORITHMS.includes(textOf(header.alg) ?? "");

export type JwsResult = "intact" | "broken" | "unusable";

/** Checks a compact JWS against one key. `unusable`: the key cannot serve this algorithm, or is too weak. */
export async function checkJws(
  token: string,
  header: JsonObject,
  key: PublicKey,
): Promise<{ result: JwsResult; detail: string }> {
  const alg = textOf(header.alg) ?? "";
  try {
    const imported = await importJWK({ ...key.jwk, alg }, alg);
    await compactVerify(token, imported, { algorithms: [alg] });
    return { result: "intact", detail: `The ${alg} signature is intact.` };
  } catch (error) {
    const broken =
      error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWSInvalid;
    return { result: broken ? "broken" : "unusable", detail: messageOf(error) };
  }
}
