import type { JsonObject } from "./json.ts";

const CRED = "https://www.w3.org/2018/credentials#";

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
 * about the credential itself with the members it shows.
 */
export function hiddenTerms(document: JsonObject, canonical: string): string[] {
  if (typeof document.id !== "string") return [];
  const start = `<${document.id}> <`;
  const signed = canonical
    .split("\n")
    .filter((line) => line.startsWith(start))
    .map((line) => line.slice(start.length, line.indexOf(">", start.length)));
  return [...new Set(signed)].filter((predicate) =>
    DECISIVE[predicate]?.every((member) => document[member] === undefined),
  );
}
