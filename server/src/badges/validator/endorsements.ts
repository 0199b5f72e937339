import { conformanceOf, schemaProblems } from "./conformance.ts";
import type { Context } from "./context.ts";
import { checkDates } from "./dates.ts";
import { readOb2Endorsement, verifyOb2Endorsement } from "./endorsements-ob2.ts";
import { idOf, isObject, type Json, type JsonObject, listOf, sameId } from "./json.ts";
import { endorsementProblems } from "./ob3-conformance.ts";
import { authenticate } from "./proof.ts";
import { issuerIdOf, readSigned, validFromOf, validUntilOf } from "./signed.ts";
import { checkStatus } from "./status.ts";
import { type Finding, finding, verdictOf } from "./verdict.ts";

/** One endorsement with what it was found to be; `about` is the id it endorses. */
export interface Endorsement {
  endorser: string | undefined;
  about: string | undefined;
  stands: boolean;
  why: string;
}

const MOST = 20;

/** Where a thing keeps its endorsements: inside, or as JWTs beside. */
export const carriedBy = (thing: Json | undefined): Json[] =>
  isObject(thing) ? [...listOf(thing.endorsement), ...listOf(thing.endorsementJwt)] : [];

/**
 * Verifies each endorsement like a credential of its own (OB 3.0, 8.4): form, proof, issuer, status, dates,
 * and that it endorses one of the things it may (the thing that carries it, or the achievement).
 */
export async function verifyEndorsements(
  carried: { endorsement: Json; things: (string | undefined)[] }[],
  context: Context,
): Promise<Endorsement[]> {
  const some = carried.slice(0, MOST);
  return Promise.all(some.map(({ endorsement, things }) => verifyOne(endorsement, things, context)));
}

async function verifyOne(
  endorsement: Json,
  things: (string | undefined)[],
  context: Context,
): Promise<Endorsement> {
  const older = readOb2Endorsement(endorsement);
  if (older) return verifyOb2Endorsement(older, things, context);
  const signed = readSigned(endorsement);
  if (!signed) return { endorser: undefined, about: undefined, stands: false, why: "It cannot be read." };
  const { credential } = signed;
  const about = idOf(isObject(credential.credentialSubject) ? credential.credentialSubject.id : undefined);
  const { intact, confirmed, proof, issuer } = await authenticate(signed, context);
  const findings = [
    conformanceOf([
      ...endorsementProblems(credential),
      ...schemaProblems(credential, "endorsement", context),
    ]),
    proof,
    issuer,
    checkDates(validFromOf(credential), validUntilOf(credential), context.now),
    ...(intact ? [await checkStatus(credential, confirmed, context)] : []),
  ];
  const verdict = verdictOf(findings);
  const known = things.some((thing) => sameId(thing, about));
  const problem = findings.find(({ weight }) => weight !== undefined);
  return {
    endorser: issuerIdOf(credential),
    about,
    stands: verdict === "valid" && known,
    why:
      verdict !== "valid" ? `${verdict}: ${problem?.detail}` : known ? "It stands." : `It is about ${about}.`,
  };
}

export function endorsementsFinding(endorsements: Endorsement[], carried: number): Finding {
  if (carried === 0) return finding("endorsements", "notApplicable", "none", "Nobody endorses it.");
  const fallen = endorsements.filter(({ stands }) => !stands);
  const left = carried - endorsements.length;
  const told = fallen.map(({ endorser, why }) => `${endorser ?? "?"}: ${why}`).join(" ");
  if (fallen.length > 0)
    return finding(
      "endorsements",
      "failed",
      "someFall",
      `${fallen.length} of ${carried} do not stand. ${told}`,
    );
  if (left > 0) return finding("endorsements", "warning", "tooMany", `${left} of ${carried} were not read.`);
  return finding("endorsements", "passed", "allStand", `${carried} endorsed it.`);
}

/**
 * Recognition by the Région: an endorsement that stands, by the configured id and nobody who merely has its
 * name, about this achievement, on a badge whose issuer is confirmed and houses the achievement: an id copied
 * into somebody else's badge, endorsement and all, recognises nothing.
 */
export function recognitionFinding(
  endorsements: Endorsement[],
  achievement: JsonObject | undefined,
  issuer: { id: string | undefined; confirmed: boolean },
  region: string | undefined,
): Finding {
  const id = idOf(achievement);
  if (!region) return finding("recognition", "notApplicable", "notAsked", "No Région was named.");
  const own = endorsements.filter(({ endorser }) => endorser === region);
  if (own.length === 0)
    return finding("recognition", "notApplicable", "none", `${region} did not endorse this badge.`);
  const standing = own.find(({ stands, about }) => stands && sameId(about, id));
  if (!standing)
    return finding(
      "recognition",
      "failed",
      "falls",
      `It does not stand: ${own.map(({ why }) => why).join(" ")}`,
    );
  if (!issuer.confirmed)
    return finding("recognition", "failed", "issuerUnconfirmed", "The badge's own issuer is not confirmed.");
  if (isHousedElsewhere(id, issuer.id))
    return finding(
      "recognition",
      "failed",
      "borrowed",
      `${region} recognises ${id}, but this badge was issued by ${issuer.id}, who does not house it.`,
    );
  return finding("recognition", "passed", "recognised", `${region} recognises ${id}.`);
}

function isHousedElsewhere(achievement: string | undefined, issuer: string | undefined): boolean {
  const [its, ours] = [hostOf(achievement), hostOf(issuer)];
  return its !== undefined && ours !== undefined && its !== ours;
}

function hostOf(id: string | undefined): string | undefined {
  const host = id?.match(/^did:web:([^:]+)/)?.[1]?.replaceAll(/%3a/gi, ":");
  const url = host ? `https://${host}` : id;
  return url && /^https?:/.test(url) && URL.canParse(url) ? new URL(url).host : undefined;
}
