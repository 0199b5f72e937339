import { createHash } from "node:crypto";
import { OB3, VC2 } from "../validator/contexts.ts";
import { isObject, type JsonObject, parseJson } from "../validator/json.ts";

/** A credential as it came: its JSON, or the token that signs it. */
export interface WrappedCredential {
  text: string;
  token: boolean;
}

export interface Making {
  now: Date;
  newId(): string;
  region: { id: string; name: string; did: string | null };
}

const CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

/** VCDM 2.0, 4.13: a credential signed from outside is carried whole, in a data: URL. */
const enveloped = (token: string): JsonObject => ({
  "@context": VC2,
  id: `data:application/vc+jwt,${token}`,
  type: "EnvelopedVerifiableCredential",
});

/**
 * A Comprehensive Learner Record 2.0 (1EdTech ClrCredential): the badges of one person, each byte for byte with
 * its own proof. The record itself carries none: what it says is what its badges say.
 */
export function clrOf(
  person: { firstName: string; lastName: string; email: string },
  credentials: readonly WrappedCredential[],
  { now, newId, region }: Making,
): JsonObject {
  const salt = newId();
  const identityHash = createHash("sha256")
    .update(person.email + salt)
    .digest("hex");
  const wrapped = credentials.flatMap(({ text, token }) => {
    if (token) return [enveloped(text)];
    const value = parseJson(text);
    return isObject(value) ? [value] : [];
  });
  return {
    "@context": [VC2, CLR, OB3],
    id: `urn:uuid:${newId()}`,
    type: ["VerifiableCredential", "ClrCredential"],
    name: `${person.firstName} ${person.lastName}`,
    issuer: { id: region.did ?? `urn:uuid:${newId()}`, type: ["Profile"], name: region.name },
    validFrom: now.toISOString(),
    credentialSubject: {
      id: `urn:uuid:${newId()}`,
      type: ["ClrSubject"],
      identifier: [
        {
          type: "IdentityObject",
          hashed: true,
          identityHash: `sha256$${identityHash}`,
          identityType: "emailAddress",
          salt,
        },
      ],
      verifiableCredential: wrapped,
    },
  };
}
