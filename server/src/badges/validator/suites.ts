/// <reference path="./libraries.d.ts" />
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { Ed25519Signature2020 } from "@digitalbazaar/ed25519-signature-2020";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { type DocumentLoader, ED25519_2020 } from "./contexts.ts";
import { type JsonObject, listOf, messageOf } from "./json.ts";

export type SuiteName = "eddsa-rdfc-2022" | "Ed25519Signature2020";

/** The suite that can check a proof of this document; undefined when we have none. */
export function suiteOf(proof: JsonObject, document: JsonObject): SuiteName | undefined {
  if (proof.previousProof !== undefined) return undefined;
  if (proof.type === "DataIntegrityProof" && proof.cryptosuite === cryptosuite.name) return "eddsa-rdfc-2022";
  if (proof.type === "Ed25519Signature2020" && listOf(document["@context"]).includes(ED25519_2020))
    return "Ed25519Signature2020";
  return undefined;
}

/** The N-Quads that a signature covers. Throws on a term that no context defines (safe mode). */
export const canonize = (document: JsonObject, loader: DocumentLoader): Promise<string> =>
  cryptosuite.canonize(document, { documentLoader: loader, base: null, safe: true });

/** Whether an error comes from JSON-LD (terms, contexts) rather than from the signature. */
export const isJsonLdError = (error: unknown) => error instanceof Error && error.name.startsWith("jsonld.");

export interface SignatureResult {
  intact: boolean;
  /** The proof itself holds what no signature can cover. */
  malformed: boolean;
  detail: string;
}

/** Checks the signature and nothing else: whose key it is, dates and status are checks of their own. */
export async function checkSignature(options: {
  suite: SuiteName;
  document: JsonObject;
  proof: JsonObject;
  canonical: string;
  loader: DocumentLoader;
}): Promise<SignatureResult> {
  const { document, proof, canonical, loader } = options;
  const unsigned: JsonObject = { ...document };
  delete unsigned.proof;
  const suite =
    options.suite === "Ed25519Signature2020"
      ? new Ed25519Signature2020()
      : new DataIntegrityProof({
          cryptosuite: {
            ...cryptosuite,
            // The document was canonized once already, to look at what is signed.
            canonize: (input: object, how: object) =>
              input === unsigned ? Promise.resolve(canonical) : cryptosuite.canonize(input, how),
          },
        });
  try {
    const { verified, error } = await suite.verifyProof({
      document: unsigned,
      proof: { "@context": document["@context"], ...proof },
      proofSet: [],
      documentLoader: loader,
    });
    if (verified) return { intact: true, malformed: false, detail: "The signature is intact." };
    return { intact: false, malformed: isJsonLdError(error), detail: messageOf(error) };
  } catch (error) {
    return { intact: false, malformed: isJsonLdError(error), detail: messageOf(error) };
  }
}
