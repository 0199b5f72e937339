import { type JsonObject, listOf } from "./json.ts";

const CRED = "https://www.w3.org/2018/credentials#";
const TYPED = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/** Members that decide whether a credential stands, with the term each is signed as. */
const DECISIVE: Record<string, string[]> = {
  [`${CRED}validFrom`]: ["validFrom"],
  [`${CRED}validUntil`]: ["validUntil"],
  [`${CRED}issuanceDate`]: ["issuanceDate"],
  [`${CRED}expirationDate`]: ["expirationDate"],
  [`${CRED}issuer`]: ["issuer"],
  [`${CRED}credentialStatus`]: ["credentialStatus"],
  [`${CRED}credentialSubject`]: ["credentialSubject"],
  [`${CRED}refreshService`]: ["refreshService"],
};

/**
 * JSON-LD signs meanings, not names: whoever renames `validUntil` to its full IRI, or to an alias of a context
 * of their own, keeps the signature intact and hides the member from a reader of JSON. Compares what is signed
 * about the credential itself with the members it shows. Its id hides in the same way, behind a prefix:
 * an id under which no credential is signed is itself among what is hidden.
 */
export function hiddenTerms(document: JsonObject, canonical: string): string[] {
  // Without an id it is not conformant anyway.
  if (typeof document.id !== "string") return [];
  const start = `<${document.id}> <`;
  const signed = canonical
    .split("\n")
    .filter((line) => line.startsWith(start))
    .map((line) => line.slice(start.length));
  if (!signed.includes(`${TYPED}> <${CRED}VerifiableCredential> .`)) return ["id"];
  return Object.entries(DECISIVE).flatMap(([predicate, members]) => {
    const values = signed.filter((line) => line.startsWith(`${predicate}> `)).length;
    const shown = members.flatMap((member) => listOf(document[member])).length;
    return values > shown ? [predicate] : [];
  });
}
