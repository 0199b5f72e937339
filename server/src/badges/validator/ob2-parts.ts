import type { Context } from "./context.ts";
import { idOf, isObject, type Json, type JsonObject, listOf, messageOf, textOf } from "./json.ts";
import { WebError } from "./model.ts";
import { type Finding, finding } from "./verdict.ts";

/** The badge and issuer of an assertion. The issuer is always read from the web, never from the file. */
export interface Parts {
  badge: JsonObject | undefined;
  issuerId: string | undefined;
  issuer: JsonObject | undefined;
  problem: string | undefined;
}

export async function readParts(assertion: JsonObject, context: Context): Promise<Parts> {
  let problem: string | undefined;
  const read = async (url: string | undefined): Promise<JsonObject | undefined> => {
    if (!url) return undefined;
    return context.web.json(url).catch((error: unknown) => {
      problem ??= messageOf(error);
      return undefined;
    });
  };
  const badge = isObject(assertion.badge) ? assertion.badge : await read(textOf(assertion.badge));
  const issuerId = idOf(badge?.issuer);
  const issuer = await read(issuerId);
  const isIts = issuer !== undefined && idOf(issuer) === issuerId;
  if (issuer && !isIts) problem ??= `${issuerId} is the address of ${idOf(issuer)}.`;
  return { badge, issuerId, issuer: isIts ? issuer : undefined, problem };
}

/** The assertion as shown: with its badge and the issuer that was read. */
export const assembled = (assertion: JsonObject, { badge, issuer, issuerId }: Parts): JsonObject =>
  badge ? { ...assertion, badge: { ...badge, issuer: issuer ?? issuerId ?? badge.issuer } } : assertion;

/**
 * Hosted scope (OB 2.0, 4.6): the assertion and its badge lie on the issuer's origin, or where its Profile
 * says with `startsWith` or `allowedOrigins`. Outside, anybody could have put it there.
 */
export function checkScope(assertion: JsonObject, landed: string, parts: Parts): Finding {
  const { issuer, issuerId, problem } = parts;
  const unconfirmed = "validIssuerUnconfirmed";
  if (!issuer || !issuerId)
    return finding(
      "issuer",
      "unknown",
      "unreachable",
      `${issuerId ?? "The issuer"} could not be asked: ${problem}`,
      unconfirmed,
    );
  const id = textOf(assertion.id) ?? "";
  const badgeId = idOf(parts.badge) ?? "";
  const declared = isObject(issuer.verification) ? issuer.verification : {};
  const starts = texts(declared.startsWith);
  const hosts = texts(declared.allowedOrigins);
  const within = (url: string, byDefault: boolean) =>
    starts.length > 0
      ? starts.some((start) => isWithin(url, start))
      : hosts.length > 0
        ? hosts.some((host) => host === hostname(url) || host === origin(url))
        : byDefault;
  const isIts = (url: string) => within(url, origin(url) === origin(issuerId));
  // Somebody else's page behind an open redirect of the issuer is not hosted by the issuer.
  const inScope = isIts(id) && (origin(landed) === origin(id) || isIts(landed));
  const badgeIsIts = origin(badgeId) === origin(issuerId) || within(badgeId, false);
  if (inScope && badgeIsIts) return finding("issuer", "passed", "hosts", `${issuerId} hosts this badge.`);
  return finding(
    "issuer",
    "failed",
    "outOfScope",
    `${id} does not lie where ${issuerId} hosts its badges: anybody could have put it there.`,
    unconfirmed,
  );
}

const texts = (value: Json | undefined) =>
  listOf(value).filter((one): one is string => typeof one === "string");
const parsed = (url: string) => (URL.canParse(url) ? new URL(url) : undefined);
const origin = (url: string) => parsed(url)?.origin ?? "";
const hostname = (url: string) => parsed(url)?.hostname;

/** A prefix counts from a whole origin on, so that https://a.example does not hold https://a.example.evil. */
const isWithin = (url: string, start: string) =>
  origin(start) !== "" && origin(url) === origin(start) && new URL(url).href.startsWith(new URL(start).href);

/** The hosted copy of an assertion: the JSON at its address, or that it was revoked there (HTTP 410). */
export type Hosted =
  | { state: "there"; assertion: JsonObject; landed: string }
  | { state: "gone"; body: JsonObject | undefined }
  | { state: "unreachable"; detail: string };

export async function readHosted(url: string, context: Context): Promise<Hosted> {
  try {
    return { state: "there", assertion: await context.web.json(url), landed: await context.web.landed(url) };
  } catch (error) {
    if (!(error instanceof WebError && error.status === 410))
      return { state: "unreachable", detail: messageOf(error) };
    const body = await context.web.gone(url);
    return { state: "gone", body };
  }
}
