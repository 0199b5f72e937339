import { badgeClassKey, contentHashOf, type Described, narrativeOf } from "../described.ts";
import type { IssuerDocument } from "../keys/issuers.store.ts";
import { type Addresses, addressesUnder } from "../public/addresses.ts";
import { OB3, VC2 } from "../validator/contexts.ts";
import type { JsonObject } from "../validator/json.ts";
import type { IssuedDocument } from "./issued.store.ts";
import { readEntry } from "./status-entries.ts";

export const FRAMEWORK_NAME = "Méta-badges de la Région";

/** A term of Open Badges 2.0, whole: no context of 3.0 has it. */
const BADGE_CLASS = "https://w3id.org/openbadges#BadgeClass";

/** Instants as badges write them: seconds, with their zone. */
export const instant = (at: Date) => at.toISOString().replace(/\.\d{3}Z$/, "Z");

/** The one that issues, as credentials name it (OB 3.0, Profile). */
export const profileOf = ({ did, name, origin, slug }: IssuerDocument): JsonObject => ({
  id: did,
  type: ["Profile"],
  name,
  url: addressesUnder(origin).issuer(slug),
});

/** OB 3.0, Achievement. Its criteria have the same id in the 2.0 twin: it is the same content. */
export function achievementOf(
  described: Described,
  issuer: IssuerDocument,
  endorsements: readonly JsonObject[] = [],
): JsonObject {
  const at = addressesUnder(issuer.origin);
  const id = at.achievement(described.key);
  const content = {
    name: described.name,
    description: described.description,
    criteria: { id, narrative: narrativeOf(described.criteria) },
  };
  return {
    id,
    type: ["Achievement"],
    ...content,
    image: { id: at.image(described.imageKey, "png"), type: "Image", caption: described.name },
    creator: profileOf(issuer),
    inLanguage: "fr",
    // The same in 2.0, as 1EdTech's guide to migrating writes it.
    related: [
      {
        type: ["Related", BADGE_CLASS],
        id: at.v2.badgeClass(badgeClassKey(described, contentHashOf(content))),
        version: "Open Badges v2p0",
      },
    ],
    ...(described.alignments.length > 0
      ? { alignment: described.alignments.map((one) => ({ type: ["Alignment"], ...one })) }
      : {}),
    ...(endorsements.length > 0 ? { endorsement: [...endorsements] } : {}),
  };
}

/** Bitstring Status List 1.0: one entry, for revocation. */
export function statusOf(entry: string, at: Addresses): JsonObject {
  const { slug, list, index } = readEntry(entry);
  const url = at.status(slug, list);
  return {
    id: `${url}#${index}`,
    type: "BitstringStatusListEntry",
    statusPurpose: "revocation",
    statusListIndex: String(index),
    statusListCredential: url,
  };
}

/** The unsigned OpenBadgeCredential of a badge (OB 3.0). */
export function credentialOf(
  issued: IssuedDocument,
  issuer: IssuerDocument,
  endorsements: readonly JsonObject[] = [],
): JsonObject {
  const at = addressesUnder(issuer.origin);
  const { identity, salt, subjectId } = issued.recipient;
  return {
    "@context": [VC2, OB3],
    id: at.credential(issued._id),
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: issued.described.name,
    issuer: profileOf(issuer),
    validFrom: instant(issued.issuedAt),
    credentialSubject: {
      id: subjectId,
      type: ["AchievementSubject"],
      identifier: [
        {
          type: "IdentityObject",
          hashed: true,
          identityHash: identity,
          identityType: "emailAddress",
          salt,
        },
      ],
      achievement: achievementOf(issued.described, issuer, endorsements),
    },
    ...(issued.narrative ? { evidence: [{ type: ["Evidence"], narrative: issued.narrative }] } : {}),
    credentialStatus: statusOf(issued.statusEntry, at),
  };
}
