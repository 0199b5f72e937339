import { hasType, isCompactJws, isObject, type Json, type JsonObject, parseJson, textOf } from "./json.ts";

/** A credential with the way it is signed: proofs inside, or a JWT around it. */
export interface Signed {
  credential: JsonObject;
  jwt?: { token: string; header: JsonObject; claims: JsonObject };
}

const CLAIMS = ["iss", "sub", "jti", "nbf", "exp", "iat", "aud", "vc"];

/** Reads a credential or a compact JWS of one; undefined when it is neither. */
export function readSigned(value: Json | undefined): Signed | undefined {
  if (isObject(value)) return { credential: value };
  if (typeof value !== "string" || !isCompactJws(value.trim())) return undefined;
  const token = value.trim();
  const [header, claims] = token
    .split(".")
    .slice(0, 2)
    .map((part) => parseJson(Buffer.from(part, "base64url").toString("utf8")));
  if (!isObject(header) || !isObject(claims)) return undefined;
  return { credential: credentialOf(claims), jwt: { token, header, claims } };
}

/** VCDM 2.0 puts the credential beside the claims, 1.1 under `vc`; there claims may stand for members. */
function credentialOf(claims: JsonObject): JsonObject {
  const { vc } = claims;
  if (!isObject(vc)) {
    const own = Object.fromEntries(Object.entries(claims).filter(([name]) => !CLAIMS.includes(name)));
    const until = own.validUntil ?? dateOf(claims.exp);
    return until === undefined ? own : { ...own, validUntil: until };
  }
  const subject = isObject(vc.credentialSubject) ? vc.credentialSubject : undefined;
  const filled: JsonObject = {
    ...vc,
    id: vc.id ?? claims.jti,
    issuer: vc.issuer ?? claims.iss,
    issuanceDate: vc.issuanceDate ?? vc.validFrom ?? dateOf(claims.nbf),
    expirationDate: vc.expirationDate ?? vc.validUntil ?? dateOf(claims.exp),
    ...(subject && claims.sub !== undefined ? { credentialSubject: { id: claims.sub, ...subject } } : {}),
  };
  return Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== undefined));
}

function dateOf(seconds: Json | undefined): string | undefined {
  if (typeof seconds !== "number" || Math.abs(seconds) > 8e12) return undefined;
  return new Date(Math.floor(seconds) * 1000).toISOString().replace(".000", "");
}

export const issuerIdOf = ({ issuer }: JsonObject): string | undefined =>
  isObject(issuer) ? textOf(issuer.id) : textOf(issuer);

export const validFromOf = (credential: JsonObject) => credential.validFrom ?? credential.issuanceDate;
export const validUntilOf = (credential: JsonObject) => credential.validUntil ?? credential.expirationDate;

export const isBadge = (value: JsonObject) => hasType(value, "OpenBadgeCredential", "AchievementCredential");
