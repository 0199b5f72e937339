import { conformanceOf } from "./conformance.ts";
import type { Context } from "./context.ts";
import { checkDates } from "./dates.ts";
import { carriedBy, endorsementsFinding, recognitionFinding, verifyEndorsements } from "./endorsements.ts";
import { idOf, isObject, type Json, type JsonObject, sameId, textOf } from "./json.ts";
import { confirmIssuer } from "./key-lookup.ts";
import { assertionProblems, badgeClassProblems, differences } from "./ob2-conformance.ts";
import { assembled, checkScope, type Parts, readHosted, readParts } from "./ob2-parts.ts";
import { proveSigned } from "./proof-ob2.ts";
import { checkRecipient } from "./recipient.ts";
import { statusFinding } from "./status.ts";
import { listedIn, statusOrUnknown } from "./status-list.ts";
import { type Finding, finding } from "./verdict.ts";
import type { Judged } from "./verify-ob3.ts";

export const isAssertion = ({ type, badge, recipient, issuedOn }: JsonObject) =>
  type === "Assertion" ||
  (Array.isArray(type) && type.includes("Assertion")) ||
  (badge !== undefined && recipient !== undefined && issuedOn !== undefined);

/** A hosted Assertion: its file only says where the truth is, and the copy fetched there is what is judged. */
export async function verifyHosted(file: JsonObject, context: Context): Promise<Judged> {
  const url = textOf(file.id) ?? "";
  const kind = isObject(file.verification) ? textOf(file.verification.type) : undefined;
  if (kind === "SignedBadge" || kind === "signed")
    return {
      findings: [
        conformanceOf(assertionProblems(file)),
        finding(
          "proof",
          "failed",
          "missing",
          "It says it is signed, and carries no signature.",
          "unsupportedProof",
        ),
      ],
      credential: file,
    };
  const hosted = await readHosted(url, context);
  if (hosted.state === "unreachable")
    return {
      findings: [
        conformanceOf(assertionProblems(file)),
        finding(
          "proof",
          "unknown",
          "unreachable",
          `Its hosted copy gave nothing: ${hosted.detail}`,
          "badgeUnreachable",
        ),
      ],
      credential: file,
    };
  if (hosted.state === "gone") return revoked(file, hosted.body);
  const { assertion, landed } = hosted;
  if (assertion.revoked === true) return revoked(file, assertion);

  const parts = await readParts(assertion, context);
  const judged = await judge(assertion, parts, checkScope(assertion, landed, parts), context);
  return {
    ...judged,
    findings: [
      ...judged.findings,
      sameId(idOf(assertion), url) ? hostedProof(file, assertion, parts) : otherId(url, assertion),
      finding("status", "passed", "hosted", "The issuer still hosts it."),
    ],
  };
}

/** Whoever changed the file did not change the truth, which is what was judged and is shown. */
function hostedProof(file: JsonObject, assertion: JsonObject, parts: Parts): Finding {
  const differing = differences(file, assembled(assertion, parts));
  if (differing.length === 0)
    return finding("proof", "passed", "hosted", `Read at its address, ${assertion.id}.`);
  return finding(
    "proof",
    "failed",
    "hostedDiffers",
    `The file says otherwise than its hosted copy, which was judged: ${differing.join(", ")}.`,
    "fileDiffers",
  );
}

const otherId = (url: string, assertion: JsonObject) =>
  finding("proof", "failed", "hostedOtherId", `${url} hosts ${assertion.id}, another badge.`, "tampered");

function revoked(file: JsonObject, body: JsonObject | undefined): Judged {
  const reason = textOf(body?.revocationReason);
  return {
    findings: [
      finding("proof", "passed", "hosted", "Its address answers."),
      finding("status", "failed", "revoked", `The issuer has revoked it. ${reason ?? ""}`.trim(), "revoked"),
      finding("issuer", "unknown", "notChecked", "A revoked badge no longer says whose it is."),
    ],
    credential: { ...file, ...body },
  };
}

/** A signed Assertion: a JWS by a key that the issuer's Profile lists as its own (OB 2.0, 4.5). */
export async function verifySignedAssertion(
  token: string,
  header: JsonObject,
  assertion: JsonObject,
  context: Context,
): Promise<Judged> {
  const parts = await readParts(assertion, context);
  const { proof, key } = await proveSigned(token, header, assertion, parts.issuerId, context);
  const issuer = key
    ? confirmIssuer(await context.lookUpIssuer(parts.issuerId ?? ""), key)
    : finding(
        "issuer",
        "unknown",
        "notChecked",
        "Without an intact signature nothing is known of the issuer.",
      );
  const judged = await judge(assertion, parts, issuer, context);
  const list = textOf(parts.issuer?.revocationList);
  const status = list
    ? statusFinding([
        await statusOrUnknown(listedIn(list, "revokedAssertions", idOf(assertion) ?? "", context)),
      ])
    : finding("status", "notApplicable", "none", "The issuer publishes no revocation list.");
  return { ...judged, findings: [...judged.findings, proof, status] };
}

/** What hosted and signed assertions share: form, dates, recipient, endorsements. */
async function judge(
  assertion: JsonObject,
  parts: Parts,
  issuer: Finding,
  context: Context,
): Promise<Judged> {
  const { badge, issuerId, problem } = parts;
  const conformance = badge
    ? conformanceOf([...assertionProblems(assertion), ...badgeClassProblems(badge)])
    : finding(
        "conformance",
        "unknown",
        "noBadgeClass",
        `Its badge could not be read: ${problem}`,
        "badgeUnreachable",
      );
  const carried = [
    ...carriedBy(badge).map((endorsement) => ({ endorsement, things: [idOf(badge)] })),
    ...carriedBy(assertion).map((endorsement) => ({ endorsement, things: [idOf(assertion), idOf(badge)] })),
    ...carriedBy(parts.issuer).map((endorsement) => ({ endorsement, things: [issuerId] })),
    ...context.endorsements.map((endorsement) => ({ endorsement, things: [idOf(badge), idOf(assertion)] })),
  ];
  const read = await Promise.all(
    carried
      .slice(0, 20)
      .map(async ({ endorsement, things }) => ({ endorsement: await follow(endorsement, context), things })),
  );
  const endorsements = await verifyEndorsements(read, context);
  const confirmed = issuer.outcome === "passed";
  return {
    credential: assembled(assertion, parts),
    findings: [
      conformance,
      issuer,
      checkDates(assertion.issuedOn, assertion.expires, context.now),
      checkRecipient(assertion.recipient, context.recipient),
      endorsementsFinding(endorsements, carried.length),
      recognitionFinding(endorsements, badge, { id: issuerId, confirmed }, context.region),
    ],
  };
}

/** An endorsement of OB 2.0 may be an address. */
async function follow(endorsement: Json, context: Context): Promise<Json> {
  if (typeof endorsement !== "string" || !endorsement.startsWith("https:")) return endorsement;
  return context.web.json(endorsement).catch(() => endorsement);
}
