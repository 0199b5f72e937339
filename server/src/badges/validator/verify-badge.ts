import { type Context, openContext } from "./context.ts";
import { hasType, isObject, type JsonObject, messageOf, textOf } from "./json.ts";
import { type Verification, type VerifyOptions, WebError } from "./model.ts";
import { isOldAssertion } from "./ob2-conformance.ts";
import { readInput, type Source } from "./read-input.ts";
import { isBadge, readSigned } from "./signed.ts";
import { checksOf, type Finding, finding, verdictOf } from "./verdict.ts";
import { isAssertion, verifyHosted, verifySignedAssertion } from "./verify-ob2.ts";
import { type Judged, verifyOb3 } from "./verify-ob3.ts";
import { ACCEPT_BADGE } from "./web.ts";

/**
 * Verifies an Open Badge 2.0 or 3.0: a file (JSON, JWT, JWS, baked PNG or SVG) or an https address. Everything
 * it asks of the world goes through `resolve`. Never throws: what cannot be read has a verdict too.
 */
export async function verifyBadge(input: Uint8Array | string, options: VerifyOptions): Promise<Verification> {
  try {
    const { findings, credential } = await verifySource(readInput(input), openContext(options), 0);
    return { verdict: verdictOf(findings), checks: checksOf(findings), credential };
  } catch (error) {
    const failed = finding("format", "failed", "unreadable", messageOf(error), "notABadge");
    return { verdict: "notABadge", checks: checksOf([failed]), credential: null };
  }
}

interface Outcome {
  findings: Finding[];
  credential: JsonObject | null;
}

async function verifySource(source: Source, context: Context, hops: number): Promise<Outcome> {
  if (source.kind === "refused") return { findings: [source.finding], credential: null };
  if (source.kind === "url") return verifyAddress(source.url, context, hops);
  const judged =
    source.kind === "jws"
      ? await verifyToken(source.token, context)
      : await verifyObject(source.value, context);
  if (!judged) return refuse("unknown", "It can be read, but it is no badge.");
  return { ...judged, findings: [...judged.findings, understood(judged.credential, source.container)] };
}

const understood = (credential: JsonObject, container: string) =>
  finding(
    "format",
    "passed",
    "read",
    `${isBadge(credential) ? "Open Badges 3.0" : "Open Badges 2.0"} (${container}).`,
  );

/** An address is asked once; a page that holds another address (a legacy PNG) is followed once more. */
async function verifyAddress(url: string, context: Context, hops: number): Promise<Outcome> {
  if (hops > 1) return refuse("tooManyAddresses", "One address leads to another without end.");
  try {
    const { status, body } = await context.web.get(url, ACCEPT_BADGE);
    if (status === 410) {
      const gone = finding(
        "status",
        "failed",
        "revoked",
        `${url} is gone: the issuer has revoked it.`,
        "revoked",
      );
      const read = finding("format", "passed", "gone", "The address of a badge that was withdrawn.");
      return { findings: [read, gone], credential: (await context.web.gone(url)) ?? null };
    }
    if (status !== 200) throw new WebError("web.status", `${url} answered ${status}.`, status);
    return await verifySource(readInput(body), context, hops + 1);
  } catch (error) {
    if (!(error instanceof WebError)) throw error;
    if (error.code === "web.type") return refuse("notABadgePage", error.message);
    const failed = finding("format", "unknown", "unreachable", error.message, "badgeUnreachable");
    return { findings: [failed], credential: null };
  }
}

async function verifyToken(token: string, context: Context): Promise<Judged | undefined> {
  const signed = readSigned(token);
  if (!signed?.jwt) return undefined;
  if (isBadge(signed.credential)) return verifyOb3(signed, context);
  if (isOldAssertion(signed.jwt.claims)) return tooOld(signed.jwt.claims);
  if (!isAssertion(signed.jwt.claims)) return undefined;
  return verifySignedAssertion(token, signed.jwt.header, signed.jwt.claims, context);
}

async function verifyObject(value: JsonObject, context: Context): Promise<Judged | undefined> {
  if (isBadge(value)) return verifyOb3({ credential: value }, context);
  if (isOldAssertion(value)) return tooOld(value);
  if (isAssertion(value)) return verifyHosted(value, context);
  const { credentialSubject } = value;
  const almost =
    hasType(value, "VerifiableCredential") && isObject(credentialSubject) && credentialSubject.achievement;
  if (almost) return verifyOb3({ credential: value }, context);
  const isHostedRevoked = value.revoked === true && textOf(value.id)?.startsWith("https:");
  return isHostedRevoked ? verifyHosted(value, context) : undefined;
}

const tooOld = (assertion: JsonObject): Judged => ({
  findings: [
    finding(
      "format",
      "failed",
      "tooOld",
      "This is an assertion of Open Badges 1.x or older: only 2.0 and 3.0 are verified. Its issuer may give it anew.",
      "notConformant",
    ),
  ],
  credential: assertion,
});

const refuse = (code: string, detail: string): Outcome => ({
  findings: [finding("format", "failed", code, detail, "notABadge")],
  credential: null,
});
