/// <reference path="../validator/libraries.d.ts" />
import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import * as Multikey from "@digitalbazaar/ed25519-multikey";
import type { StoredKey } from "./issuers.store.ts";
import type { SecretBox } from "./secret-box.ts";

const makePair = promisify(generateKeyPair);

/** Its id is the DID and the key itself, byte for byte: what the official validator reads. */
export async function makeEd25519(did: string, box: SecretBox, now: Date): Promise<StoredKey> {
  const pair = await Multikey.generate({ controller: did });
  const id = `${did}#${pair.publicKeyMultibase}`;
  const { secretKeyMultibase } = await pair.export({ publicKey: true, secretKey: true });
  if (!secretKeyMultibase) throw new Error("the new key has no secret half");
  return {
    id,
    publicKey: pair.publicKeyMultibase,
    secret: box.seal(secretKeyMultibase, id),
    createdAt: now,
  };
}

export async function makeRsa(id: string, box: SecretBox, now: Date): Promise<StoredKey> {
  const { publicKey, privateKey } = await makePair("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  return { id, publicKey, secret: box.seal(privateKey, id), createdAt: now };
}
