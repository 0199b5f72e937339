import { createHash } from "node:crypto";
import { isObject, type Json, type JsonObject, listOf, textOf } from "./json.ts";
import { type Finding, finding } from "./verdict.ts";

const notAsked = finding("recipient", "notApplicable", "notAsked", "Nobody said whose it should be.");

/** OB 3.0, 8.5: the address known out of band against the subject's id and its e-mail identifiers. */
export function checkSubject(subject: Json | undefined, known: string | undefined): Finding {
  if (!known) return notAsked;
  if (!isObject(subject)) return compare(known, []);
  const identities = listOf(subject.identifier)
    .filter(isObject)
    .filter(({ identityType }) => identityType === "emailAddress" || identityType === "email")
    .map(({ hashed, identityHash, salt }) => ({ hashed, identity: identityHash, salt }));
  const id = textOf(subject.id);
  const plain = id?.startsWith("mailto:") || id === known ? [{ hashed: false, identity: id ?? "" }] : [];
  return compare(known, [...plain, ...identities]);
}

/** OB 2.0 IdentityObject {type, hashed, identity, salt}. */
export function checkRecipient(recipient: Json | undefined, known: string | undefined): Finding {
  if (!known) return notAsked;
  return compare(known, isObject(recipient) && recipient.type === "email" ? [recipient] : []);
}

function compare(known: string, identities: JsonObject[]): Finding {
  if (identities.length === 0)
    return finding("recipient", "unknown", "noAddress", "It names its holder by no e-mail address.");
  if (identities.some((identity) => matches(identity, known)))
    return finding("recipient", "passed", "matches", "It was awarded to this address.");
  return finding("recipient", "failed", "differs", "It was awarded to another address.");
}

/** Addresses are compared as given and in small letters, since issuers hashed what was typed. */
function matches({ hashed, identity, salt }: JsonObject, known: string): boolean {
  const value = textOf(identity) ?? "";
  const spellings = [known, known.toLowerCase()];
  const [algorithm, digest] = value.split("$", 2);
  if (hashed !== true && digest === undefined)
    return spellings.some(
      (spelling) => spelling.toLowerCase() === value.replace(/^mailto:/i, "").toLowerCase(),
    );
  if ((algorithm !== "sha256" && algorithm !== "md5") || !digest) return false;
  return spellings.some(
    (spelling) =>
      createHash(algorithm)
        .update(spelling + (textOf(salt) ?? ""))
        .digest("hex") === digest.toLowerCase(),
  );
}
