import type { Context } from "./context.ts";
import { checkDates } from "./dates.ts";
import type { Endorsement } from "./endorsements.ts";
import { hasType, idOf, isObject, type Json, type JsonObject, sameId, textOf } from "./json.ts";
import { confirmIssuer } from "./key-lookup.ts";
import { differences } from "./ob2-conformance.ts";
import { checkScope, readHosted, readParts } from "./ob2-parts.ts";
import { proveSigned } from "./proof-ob2.ts";
import { readSigned } from "./signed.ts";
import { type Finding, finding } from "./verdict.ts";

/** An Endorsement of OB 2.0: the object, or the JWS around it; undefined when it is none. */
export function readOb2Endorsement(
  value: Json,
): { endorsement: JsonObject; jws?: { token: string; header: JsonObject } } | undefined {
  const signed = readSigned(value);
  const endorsement = signed?.jwt?.claims ?? signed?.credential;
  if (!endorsement || !hasType(endorsement, "Endorsement")) return undefined;
  return signed?.jwt ? { endorsement, jws: signed.jwt } : { endorsement };
}

/** Verifies it as an Assertion is (OB 2.0, 4.5 and 4.6): its signature, or the copy its issuer hosts; and its dates. */
export async function verifyOb2Endorsement(
  { endorsement, jws }: NonNullable<ReturnType<typeof readOb2Endorsement>>,
  things: (string | undefined)[],
  context: Context,
): Promise<Endorsement> {
  const { findings, said } = jws
    ? { findings: await signedFindings(endorsement, jws, context), said: endorsement }
    : await hostedFindings(endorsement, context);
  findings.push(checkDates(said.issuedOn, said.expires, context.now));
  const fault = findings.find(({ weight }) => weight !== undefined);
  const about = idOf(isObject(said.claim) ? said.claim : undefined);
  const known = things.some((thing) => sameId(thing, about));
  return {
    endorser: idOf(said.issuer),
    about,
    stands: !fault && known,
    why: fault ? `${fault.code}: ${fault.detail}` : known ? "It stands." : `It is about ${about}.`,
  };
}

async function signedFindings(
  endorsement: JsonObject,
  { token, header }: { token: string; header: JsonObject },
  context: Context,
): Promise<Finding[]> {
  const issuerId = idOf(endorsement.issuer);
  const { proof, key } = await proveSigned(token, header, endorsement, issuerId, context);
  return key ? [proof, confirmIssuer(await context.lookUpIssuer(issuerId ?? ""), key)] : [proof];
}

/** The copy its endorser hosts is what is judged, whatever the file says. */
async function hostedFindings(
  endorsement: JsonObject,
  context: Context,
): Promise<{ findings: Finding[]; said: JsonObject }> {
  const url = textOf(endorsement.id) ?? "";
  const hosted = await readHosted(url, context);
  const only = (one: Finding) => ({ findings: [one], said: endorsement });
  if (hosted.state === "gone" || (hosted.state === "there" && hosted.assertion.revoked === true))
    return only(finding("status", "failed", "revoked", `${url} was withdrawn.`, "revoked"));
  if (hosted.state === "unreachable")
    return only(finding("proof", "unknown", "unreachable", hosted.detail, "badgeUnreachable"));
  const { assertion: said, landed } = hosted;
  const differing = sameId(idOf(said), url) ? differences(endorsement, said) : ["id"];
  const detail = `It says otherwise than its hosted copy: ${differing.join(", ")}.`;
  // The endorser stands where the issuer of a badge class does.
  const parts = await readParts({ badge: { id: idOf(said.issuer), issuer: said.issuer } }, context);
  return {
    said,
    findings: [
      ...(differing.length > 0 ? [finding("proof", "failed", "hostedDiffers", detail, "tampered")] : []),
      checkScope(said, landed, parts),
    ],
  };
}
