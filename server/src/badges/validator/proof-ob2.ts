import type { Context } from "./context.ts";
import { isObject, type JsonObject, textOf } from "./json.ts";
import { checkJws, isSupportedAlgorithm } from "./jws.ts";
import { lookUpKeys, type UsedKey } from "./key-lookup.ts";
import { type Finding, finding } from "./verdict.ts";

/** The JWS of an Assertion or Endorsement of OB 2.0, by the key it names or by one that its issuer lists (4.5). */
export async function proveSigned(
  token: string,
  header: JsonObject,
  signed: JsonObject,
  issuerId: string | undefined,
  context: Context,
): Promise<{ proof: Finding; key?: UsedKey }> {
  if (!isSupportedAlgorithm(header) || header.crit !== undefined)
    return {
      proof: finding(
        "proof",
        "failed",
        "algorithm",
        `${JSON.stringify(header.alg)} proves nothing.`,
        "unsupportedProof",
      ),
    };
  const issuer = await context.lookUpIssuer(issuerId ?? "");
  const creator = isObject(signed.verification) ? textOf(signed.verification.creator) : undefined;
  const named = creator ? await lookUpKeys(creator, issuer, context.now, context.web) : [];
  const listed = issuer.keys.flatMap(({ id, key }): UsedKey[] => (key ? [{ ...key, id, from: "web" }] : []));
  const keys = creator ? named : listed.slice(0, 10);
  if (keys.length === 0)
    return {
      proof: finding(
        "proof",
        "unknown",
        "noKey",
        `The key ${creator ?? ""} was not found.`,
        "keyUnreachable",
      ),
    };
  let detail = "";
  let unusable = true;
  for (const key of keys) {
    const checked = await checkJws(token, header, key);
    detail = checked.detail;
    unusable &&= checked.result === "unusable";
    if (checked.result === "intact") return { key, proof: finding("proof", "passed", "intact", detail) };
  }
  return {
    proof: finding(
      "proof",
      "failed",
      unusable ? "key" : "broken",
      detail,
      unusable ? "unsupportedProof" : "tampered",
    ),
  };
}
