import { conformanceOf, schemaProblems, strictly } from "./conformance.ts";
import type { Context } from "./context.ts";
import { checkDates } from "./dates.ts";
import { carriedBy, endorsementsFinding, recognitionFinding, verifyEndorsements } from "./endorsements.ts";
import { idOf, isObject, type JsonObject, parseJson, sameId, textOf } from "./json.ts";
import { badgeProblems } from "./ob3-conformance.ts";
import { type Authenticity, authenticate } from "./proof.ts";
import { jwtProblems } from "./proof-jwt.ts";
import { checkSubject } from "./recipient.ts";
import { isBadge, issuerIdOf, readSigned, type Signed, validFromOf, validUntilOf } from "./signed.ts";
import { checkStatus } from "./status.ts";
import { type Finding, finding } from "./verdict.ts";

export interface Judged {
  findings: Finding[];
  credential: JsonObject;
}

interface Proven extends Authenticity {
  signed: Signed;
  conformance: Finding;
}

/** An OpenBadgeCredential in the order of OB 3.0, 8.2; every check is made and told, whatever failed before. */
export async function verifyOb3(signed: Signed, context: Context): Promise<Judged> {
  const first = await prove(signed, context);
  const { proven, refresh } = await refreshed(first, context);
  const { credential } = proven.signed;
  const issuer = { id: issuerIdOf(credential), confirmed: proven.confirmed };
  const findings = [
    proven.conformance,
    proven.proof,
    proven.issuer,
    refresh,
    proven.intact
      ? await checkStatus(credential, proven.confirmed, context)
      : finding(
          "status",
          "unknown",
          "notChecked",
          "Not asked: without an intact proof its address is anybody's.",
        ),
    checkDates(validFromOf(credential), validUntilOf(credential), context.now),
    checkSubject(credential.credentialSubject, context.recipient),
    ...(await endorsed(credential, issuer, context)),
  ];
  return { findings, credential };
}

async function prove(signed: Signed, context: Context): Promise<Proven> {
  const { credential, jwt } = signed;
  const authenticity = await authenticate(signed, context);
  const problems = [
    ...badgeProblems(credential),
    ...schemaProblems(credential, "badge", context),
    // What is wrong with a token's form must not hide that its signature proves nothing.
    ...(jwt && authenticity.intact ? strictly("jwt", jwtProblems(jwt, credential)) : []),
  ];
  return { signed, conformance: conformanceOf(problems), ...authenticity };
}

/**
 * Step 3: once, and only after the proof, so that a forger cannot send us to their own copy. Taken when it is
 * the same badge by the same issuer, intact and not less confirmed; otherwise the original is judged.
 */
async function refreshed(proven: Proven, context: Context): Promise<{ proven: Proven; refresh: Finding }> {
  const service = proven.signed.credential.refreshService;
  const url =
    isObject(service) && service.type === "1EdTechCredentialRefresh" ? textOf(service.id) : undefined;
  if (!url) return { proven, refresh: finding("refresh", "notApplicable", "none", "Nothing to refresh.") };
  if (!proven.intact)
    return {
      proven,
      refresh: finding("refresh", "notApplicable", "notChecked", "Not refreshed without a proof."),
    };
  const kept = (code: string, detail: string) => ({
    proven,
    refresh: finding("refresh", "warning", code, `The badge as given was judged. ${detail}`),
  });
  const text = await context.web.text(url).catch(() => undefined);
  if (text === undefined) return kept("unreachable", `${url} gave nothing.`);
  const newer = readSigned(text.startsWith("{") ? parseJson(text) : text);
  if (!newer || !isBadge(newer.credential)) return kept("notABadge", `${url} gave no badge.`);
  const same =
    sameId(idOf(newer.credential), idOf(proven.signed.credential)) &&
    issuerIdOf(newer.credential) === issuerIdOf(proven.signed.credential);
  if (!same) return kept("otherBadge", `${url} gave another badge.`);
  const again = await prove(newer, context);
  const weaker = proven.confirmed && !again.confirmed;
  if (!again.intact || weaker || again.conformance.outcome === "failed")
    return kept("notProven", `What ${url} gave is not proven.`);
  return { proven: again, refresh: finding("refresh", "passed", "refreshed", `Refreshed from ${url}.`) };
}

async function endorsed(
  credential: JsonObject,
  issuer: { id: string | undefined; confirmed: boolean },
  context: Context,
): Promise<Finding[]> {
  const subject = isObject(credential.credentialSubject) ? credential.credentialSubject : {};
  const achievement = isObject(subject.achievement) ? subject.achievement : undefined;
  const [badgeId, achievementId, issuerId] = [idOf(credential), idOf(achievement), issuer.id];
  const carried = [
    ...carriedBy(achievement).map((endorsement) => ({ endorsement, things: [achievementId] })),
    ...context.endorsements.map((endorsement) => ({ endorsement, things: [achievementId, badgeId] })),
    ...carriedBy(credential).map((endorsement) => ({ endorsement, things: [badgeId, achievementId] })),
    ...carriedBy(credential.issuer).map((endorsement) => ({ endorsement, things: [issuerId] })),
  ];
  const endorsements = await verifyEndorsements(carried, context);
  return [
    endorsementsFinding(endorsements, carried.length),
    recognitionFinding(endorsements, achievement, issuer, context.region),
  ];
}
