import { badgeClassKey, type Described, narrativeOf } from "../described.ts";
import type { IssuerDocument } from "../keys/issuers.store.ts";
import { cryptographicKey } from "../keys/key-documents.ts";
import { addressesUnder } from "../public/addresses.ts";
import { OB2 } from "../validator/contexts.ts";
import type { JsonObject } from "../validator/json.ts";
import { instant } from "./credential.ts";
import type { IssuedDocument } from "./issued.store.ts";

/** A term of Open Badges 3.0, whole: the context of 2.0 has it not. */
const ACHIEVEMENT = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement";

/** OB 2.0, 4.2. Its criteria are those of the 3.0 achievement, id included. */
export function badgeClassOf(described: Described, contentHash: string, issuer: IssuerDocument): JsonObject {
  const at = addressesUnder(issuer.origin);
  return {
    "@context": OB2,
    id: at.v2.badgeClass(badgeClassKey(described, contentHash)),
    type: "BadgeClass",
    name: described.name,
    description: described.description,
    image: at.image(described.imageKey, "png"),
    criteria: { id: at.achievement(described.key), narrative: narrativeOf(described.criteria) },
    issuer: at.v2.issuer(issuer.slug),
    related: [{ type: [ACHIEVEMENT], id: at.achievement(described.key), version: "Open Badges v3p0" }],
    ...(described.alignments.length > 0
      ? { alignment: described.alignments.map((one) => ({ type: "AlignmentObject", ...one })) }
      : {}),
  };
}

/** OB 2.0, Profile of an issuer: every RSA key that ever signed, the newest first. */
export function issuerProfile2(issuer: IssuerDocument, email: string, url: string): JsonObject {
  const at = addressesUnder(issuer.origin);
  const keys = issuer.rsa.flatMap((_, index): JsonObject[] => {
    const { "@context": _context, ...key } = cryptographicKey(issuer, index) ?? {};
    return key.id ? [key] : [];
  });
  return {
    "@context": OB2,
    id: at.v2.issuer(issuer.slug),
    type: "Issuer",
    name: issuer.name,
    url,
    email,
    publicKey: keys.reverse(),
    revocationList: at.v2.revocations(issuer.slug),
  };
}

function assertion(issued: IssuedDocument, issuer: IssuerDocument, id: string, verification: JsonObject) {
  const at = addressesUnder(issuer.origin);
  const { identity, salt } = issued.recipient;
  return {
    "@context": OB2,
    id,
    type: "Assertion",
    recipient: { type: "email", hashed: true, salt, identity },
    badge: at.v2.badgeClass(badgeClassKey(issued.described, issued.contentHash)),
    verification,
    issuedOn: instant(issued.issuedAt),
    ...(issued.narrative ? { narrative: issued.narrative } : {}),
  };
}

/** The hosted twin: its address is the truth, under an id of its own (the guide advises against one for both). */
export const hostedAssertion = (issued: IssuedDocument, issuer: IssuerDocument): JsonObject =>
  assertion(issued, issuer, addressesUnder(issuer.origin).v2.assertion(issued._id), { type: "HostedBadge" });

/** What is signed in RS256: a badge of its own too, with the key that signs it. */
export const signedAssertion = (issued: IssuedDocument, issuer: IssuerDocument): JsonObject =>
  assertion(issued, issuer, addressesUnder(issuer.origin).v2.signed(issued._id), {
    type: "SignedBadge",
    creator: issuer.rsa.at(-1)?.id ?? "",
  });
