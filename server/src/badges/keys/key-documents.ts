import { addressesUnder } from "../public/addresses.ts";
import type { JsonObject } from "../validator/json.ts";
import type { IssuerDocument } from "./issuers.store.ts";

/** The DID document: every key that ever signed, each for assertions (DID Core; Multikey in Controlled Identifiers). */
export function didDocument({ did, ed25519 }: IssuerDocument): JsonObject {
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
    id: did,
    verificationMethod: ed25519.map((key) => ({
      id: key.id,
      type: "Multikey",
      controller: did,
      publicKeyMultibase: key.publicKey,
    })),
    assertionMethod: ed25519.map((key) => key.id),
  };
}

/** OB 2.0 CryptographicKey: RSA in PEM, owned by the Profile. */
export function cryptographicKey(issuer: IssuerDocument, index: number): JsonObject | null {
  const key = issuer.rsa[index];
  if (!key) return null;
  return {
    "@context": "https://w3id.org/openbadges/v2",
    id: key.id,
    type: "CryptographicKey",
    owner: addressesUnder(issuer.origin).v2.issuer(issuer.slug),
    publicKeyPem: key.publicKey,
  };
}
