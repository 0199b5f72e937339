import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { issue, verifyCredential } from "@digitalbazaar/vc";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import { expect, it } from "vitest";
import { documentLoader } from "./contexts.ts";
import type { JsonObject } from "./json.ts";
import { badge, didUrl, verify, web } from "./testing/badges.ts";
import { newIssuer, newKeyIssuer, sign, statusList } from "./testing/issuing.ts";
import { openWeb } from "./web.ts";

/** The map of contexts, with the document and keys of an issuer as the libraries ask for them. */
function loaderFor(document: JsonObject, pages: Record<string, JsonObject> = {}) {
  const methods = [document.verificationMethod].flat() as JsonObject[];
  const context = "https://w3id.org/security/multikey/v1";
  return documentLoader(
    openWeb(web(pages)),
    new Map<string, object>([
      [`${document.id}`, { "@context": "https://www.w3.org/ns/did/v1", ...document }],
      ...methods.map((method) => [`${method.id}`, { "@context": context, ...method }] as const),
    ]),
  );
}

it("verifies what @digitalbazaar/vc issues", async () => {
  const asso = await newIssuer("did:web:asso.example.fr");
  const suite = new DataIntegrityProof({ signer: asso.key.signer(), cryptosuite });
  const issued = await issue({ credential: badge(asso), suite, documentLoader: loaderFor(asso.document) });
  const result = await verify(issued, web({ [didUrl(asso.id)]: asso.document }));
  expect(result.verdict).toBe("valid");
});

it("makes fixtures that @digitalbazaar/vc verifies", async () => {
  const asso = await newIssuer("did:web:asso.example.fr");
  const { verified } = await verifyCredential({
    credential: await sign(badge(asso), asso),
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderFor(asso.document),
  });
  expect(verified).toBe(true);
});

it("reads revoked where the library's checkStatus says verified", async () => {
  const url = "https://asso.example.fr/status/1";
  const asso = await newKeyIssuer();
  const id = `${asso.key.id}`;
  const document = {
    id: asso.id,
    verificationMethod: [
      { id, type: "Multikey", controller: asso.id, publicKeyMultibase: asso.key.publicKeyMultibase },
    ],
    assertionMethod: [id],
  };
  const credentialStatus = {
    id: `${url}#3`,
    type: "BitstringStatusListEntry",
    statusPurpose: "revocation",
    statusListIndex: "3",
    statusListCredential: url,
  };
  const credential = await sign(badge(asso, { credentialStatus }), asso);
  const pages = { [url]: await statusList(url, asso, { set: [3] }) };
  const theirs = await checkStatus({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderFor(document, pages),
  });
  expect(theirs).toMatchObject({ verified: true, results: [{ status: true }] });
  expect((await verify(credential, web(pages))).verdict).toBe("revoked");
});
