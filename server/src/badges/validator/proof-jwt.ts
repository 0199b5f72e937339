import type { Context } from "./context.ts";
import { isObject, type Json, type JsonObject, textOf } from "./json.ts";
import { checkJws, isSupportedAlgorithm } from "./jws.ts";
import { type Issuer, isReadableKeyId, lookUpKeys, type UsedKey } from "./key-lookup.ts";
import { keyOf } from "./keys.ts";
import type { ProofReport } from "./proof.ts";
import { issuerIdOf, type Signed, validFromOf, validUntilOf } from "./signed.ts";
import { finding } from "./verdict.ts";

const HEADERS = ["alg", "kid", "jwk", "typ"];

/** VC-JWT (OB 3.0, 8.2.4): the signature first, then whether the claims say the same as the credential. */
export async function proveJwt(
  { credential, jwt }: Signed & { jwt: NonNullable<Signed["jwt"]> },
  issuer: Issuer,
  context: Context,
): Promise<ProofReport> {
  const { token, header, claims } = jwt;
  if (!isSupportedAlgorithm(header))
    return unsupported("algorithm", `The algorithm ${JSON.stringify(header.alg)} proves nothing here.`);
  if (header.crit !== undefined) return unsupported("critical", "The header asks for an unknown extension.");

  const keys = await candidates(header, issuer, context);
  const kid = textOf(header.kid);
  if (keys.length === 0 && kid?.includes(":") && !isReadableKeyId(kid))
    return unsupported("key", `We cannot read keys such as ${kid}.`);
  if (keys.length === 0)
    return {
      intact: false,
      finding: finding(
        "proof",
        "unknown",
        "noKey",
        `No key was found to check the signature.${issuer.problem ? ` ${issuer.problem.message}` : ""}`,
        "keyUnreachable",
      ),
    };
  let detail = "";
  let broken = false;
  for (const key of keys) {
    const checked = await checkJws(token, header, key);
    detail = checked.detail;
    broken ||= checked.result === "broken";
    if (checked.result !== "intact") continue;
    const differing = differingClaims(claims, credential);
    if (differing.length > 0)
      return {
        intact: false,
        finding: finding(
          "proof",
          "failed",
          "claimsDiffer",
          `Signed, but these claims are not what the credential says: ${differing.join(", ")}.`,
          "tampered",
        ),
      };
    return { intact: true, key, finding: finding("proof", "passed", "intact", detail) };
  }
  if (!broken) return unsupported("key", `The key cannot serve: ${detail}`);
  return { intact: false, finding: finding("proof", "failed", "broken", detail, "tampered") };
}

const unsupported = (code: string, detail: string): ProofReport => ({
  intact: false,
  finding: finding("proof", "failed", code, detail, "unsupportedProof"),
});

/** A `kid` that is an address is dereferenced; else the issuer's own keys; the header's `jwk` comes last. */
async function candidates(header: JsonObject, issuer: Issuer, context: Context): Promise<UsedKey[]> {
  const kid = textOf(header.kid);
  if (kid && /^(https|did):/.test(kid)) {
    const found = await lookUpKeys(kid, issuer, context.now, context.web);
    if (found.length > 0) return found;
  }
  const short = kid?.replace(/^#/, "");
  const named = issuer.keys.filter(
    ({ id }) => id !== undefined && (id === kid || id.split("#").at(-1) === short),
  );
  const listed = (kid ? named : issuer.keys).flatMap(({ id, key }): UsedKey[] =>
    key ? [{ ...key, id, from: "web" }] : [],
  );
  const own = isObject(header.jwk) ? await keyOf(header.jwk) : undefined;
  const carried: UsedKey[] = own ? [{ ...own, id: undefined, from: "selfMade" }] : [];
  // With a jwk in the header, that is the key the signer names: whether it is listed is the issuer's check.
  return carried.length > 0 ? carried : listed.slice(0, 10);
}

/** iss, sub, jti, nbf and exp must say what the credential says, to the second; a missing one is conformance. */
function differingClaims(claims: JsonObject, credential: JsonObject): string[] {
  const subject = credential.credentialSubject;
  const expected: [string, Json | undefined][] = [
    ["iss", issuerIdOf(credential)],
    ["jti", credential.id],
    ["sub", isObject(subject) ? subject.id : undefined],
    ["nbf", secondsOf(validFromOf(credential))],
    ["exp", secondsOf(validUntilOf(credential))],
  ];
  return expected
    .filter(([name, value]) => claims[name] !== undefined && !same(claims[name], value))
    .map(first);
}

const first = ([name]: [string, Json | undefined]) => name;

const same = (claim: Json | undefined, value: Json | undefined) =>
  typeof claim === "number" ? Math.floor(claim) === value : claim === value;

function secondsOf(date: Json | undefined): number | undefined {
  const time = typeof date === "string" ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
}

/** What OB 3.0 asks of the header and claims of a VC-JWT, beyond the signature. */
export function jwtProblems(
  { header, claims }: NonNullable<Signed["jwt"]>,
  credential: JsonObject,
): string[] {
  const extra = Object.keys(header).filter((name) => !HEADERS.includes(name));
  const subject = credential.credentialSubject;
  const missing = [
    "iss",
    "jti",
    "nbf",
    ...(isObject(subject) && subject.id !== undefined ? ["sub"] : []),
    ...(validUntilOf(credential) !== undefined ? ["exp"] : []),
  ].filter((name) => claims[name] === undefined);
  return [
    ...extra.map((name) => `The JWT header may not hold "${name}".`),
    ...(header.typ !== undefined && String(header.typ).toUpperCase() !== "JWT" ? ['typ must be "JWT".'] : []),
    ...(isObject(header.jwk) && header.jwk.d !== undefined ? ["The header gives a private key away."] : []),
    ...missing.map((name) => `The claim ${name} is missing.`),
  ];
}
