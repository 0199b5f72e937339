/// <reference path="../validator/libraries.d.ts" />
import { createPrivateKey, type KeyObject } from "node:crypto";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import * as Multikey from "@digitalbazaar/ed25519-multikey";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { CompactSign } from "jose";
import type { SigningKeys } from "../keys/issuers.ts";
import { documentLoader } from "../validator/contexts.ts";
import type { JsonObject } from "../validator/json.ts";
import { openWeb } from "../validator/web.ts";

/** What we sign is defined by the closed map of contexts alone: an undefined term is a fault of ours, and throws. */
const loader = documentLoader(openWeb(() => Promise.reject(new Error("no context is fetched to sign"))));

const purpose = { update: async (proof: object) => ({ ...proof, proofPurpose: "assertionMethod" }) };

/** Keys are read once: a batch signs thousands with the same. */
const pairs = new Map<string, Promise<Multikey.KeyPair>>();
const privateKeys = new Map<string, KeyObject>();

function pairOf({ did, ed25519 }: SigningKeys): Promise<Multikey.KeyPair> {
  const known = pairs.get(ed25519.id);
  if (known) return known;
  const pair = Multikey.from({
    "@context": "https://w3id.org/security/multikey/v1",
    type: "Multikey",
    id: ed25519.id,
    controller: did,
    publicKeyMultibase: ed25519.publicKeyMultibase,
    secretKeyMultibase: ed25519.secretKeyMultibase,
  });
  pairs.set(ed25519.id, pair);
  return pair;
}

/** Adds a Data Integrity proof (eddsa-rdfc-2022), as a list since the published schema asks for one. */
export async function signCredential(
  credential: JsonObject,
  keys: SigningKeys,
  date: string,
): Promise<JsonObject> {
  const pair = await pairOf(keys);
  const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite, date });
  const proof = await suite.createProof({
    document: credential,
    purpose,
    proofSet: [],
    documentLoader: loader,
  });
  const { "@context": _context, ...bare } = proof as JsonObject;
  return { ...credential, proof: [bare] };
}

/** A compact JWS in RS256 (OB 2.0, 4.5): the assertion, signed by a key that the issuer's Profile lists. */
export function signToken(payload: JsonObject, { rsa }: SigningKeys): Promise<string> {
  const key = privateKeys.get(rsa.id) ?? createPrivateKey(rsa.privateKeyPem);
  privateKeys.set(rsa.id, key);
  return new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ alg: "RS256" }).sign(key);
}
