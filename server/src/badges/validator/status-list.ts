import { gunzipSync } from "node:zlib";
import type { Context } from "./context.ts";
import {
  hasType,
  instantOf,
  isObject,
  type Json,
  type JsonObject,
  listOf,
  messageOf,
  parseJson,
  sameId,
  textOf,
} from "./json.ts";
import { authenticate } from "./proof.ts";
import { issuerIdOf, readSigned, type Signed, validFromOf, validUntilOf } from "./signed.ts";

/** What a status list says of one entry. `unknown` carries why; a `note` is worth telling but changes nothing. */
export type Status =
  | { state: "good" | "revoked" | "suspended"; note?: string }
  | { state: "unknown"; code: string; note: string };

const unknown = (code: string, note: string): Status => ({ state: "unknown", code, note });

/** W3C asks for 131,072 bits, so that one index tells little; shorter lists are read, and said. */
const FEWEST_BITS = 131_072;
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Bitstring Status List 1.0, 3.2 (and its ancestor StatusList2021). The list must be intact and in force; the
 * same issuer must not be less sure there than on the badge, and another issuer's list is read and said.
 */
export async function bitstringStatus(
  entry: JsonObject,
  badge: { issuer: string | undefined; confirmed: boolean },
  context: Context,
): Promise<Status> {
  const url = textOf(entry.statusListCredential);
  const index = `${entry.statusListIndex}`;
  const purpose = textOf(entry.statusPurpose) ?? "";
  if (!url || !/^\d{1,9}$/.test(index)) return unknown("badEntry", "The status entry is malformed.");
  if (purpose !== "revocation" && purpose !== "suspension")
    return { state: "good", note: `The purpose "${purpose}" says nothing about revocation.` };

  const signed = await fetchList(url, context);
  if (!signed) return unknown("noList", `${url} is no status list.`);
  const { credential } = signed;
  const subject = isObject(credential.credentialSubject) ? credential.credentialSubject : {};
  if (!listOf(subject.statusPurpose).includes(purpose))
    return unknown("otherPurpose", `The list is not about ${purpose}.`);

  const { intact, confirmed, proof } = await authenticate(signed, context);
  if (!intact) return unknown("listNotProven", `The status list proves nothing: ${proof.detail}`);
  const sameIssuer = issuerIdOf(credential) === badge.issuer;
  if (sameIssuer && badge.confirmed && !confirmed)
    return unknown("listNotConfirmed", "The issuer does not stand behind the key of this status list.");
  if (!isInForce(credential, context.now)) return unknown("listExpired", "The status list is out of date.");

  const bits = decodeBits(textOf(subject.encodedList) ?? "");
  if (!bits) return unknown("badList", "The status list cannot be decoded.");
  const size = entry.statusSize === undefined ? 1 : Number(entry.statusSize);
  if (!Number.isInteger(size) || size < 1 || size > 32)
    return unknown("badEntry", "The status entry is malformed.");
  const position = Number(index) * size;
  if (position + size > bits.length * 8) return unknown("outOfRange", "The status index is beyond the list.");
  const isSet = Array.from({ length: size }, (_, bit) => position + bit).some(
    (at) => ((bits[at >> 3] ?? 0) >> (7 - (at & 7))) & 1,
  );
  const notes = [
    ...(sameIssuer ? [] : [`The status list is by another issuer, ${issuerIdOf(credential)}.`]),
    ...(bits.length * 8 < FEWEST_BITS ? [`The list has only ${bits.length * 8} bits.`] : []),
  ];
  const state = !isSet ? "good" : purpose === "suspension" ? "suspended" : "revoked";
  return { state, ...(notes.length > 0 ? { note: notes.join(" ") } : {}) };
}

async function fetchList(url: string, context: Context): Promise<Signed | undefined> {
  const text = await context.web.text(url);
  const signed = readSigned(text.startsWith("{") ? parseJson(text) : text);
  if (!signed || !hasType(signed.credential, "BitstringStatusListCredential", "StatusList2021Credential"))
    return undefined;
  return signed;
}

function isInForce(credential: JsonObject, now: Date): boolean {
  const [from, until] = [validFromOf(credential), validUntilOf(credential)].map(instantOf);
  return (from === undefined || from <= now.getTime()) && (until === undefined || now.getTime() <= until);
}

/** Multibase base64url ("u…") of a gzip; StatusList2021 has no "u", and a gzip never starts with one. */
function decodeBits(encodedList: string): Uint8Array | undefined {
  try {
    const bytes = Buffer.from(encodedList.replace(/^u/, ""), "base64url");
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch {
    return undefined;
  }
}

/**
 * 1EdTech Revocation List: `revokedCredential` of {id, revoked?}. JSON-LD writes a list of one as the bare
 * object, or the bare id: all are read. An entry stands unless it says `revoked: false`.
 */
export async function revocationListStatus(
  entry: JsonObject,
  credentialId: string,
  context: Context,
): Promise<Status> {
  const url = textOf(entry.id);
  if (!url) return unknown("badEntry", "The status entry has no id.");
  return listedIn(url, "revokedCredential", credentialId, context);
}

/**
 * What the list at an address says of an id. An empty list may leave its member out, but must then say that it is
 * a list: a server that answers an error as JSON, with status 200, has told nothing.
 */
export async function listedIn(
  url: string,
  member: "revokedCredential" | "revokedAssertions",
  id: string,
  context: Context,
): Promise<Status> {
  const list = await context.web.json(url);
  const isList =
    hasType(list, "1EdTechRevocationList", "RevocationList") ||
    sameId(textOf(list.id), url) ||
    list.issuer !== undefined;
  if (list[member] === undefined && !isList) return unknown("noList", `${url} is no revocation list.`);
  return isListed(list[member], id);
}

function isListed(revoked: Json | undefined, id: string): Status {
  for (const one of listOf(revoked)) {
    const listed = typeof one === "string" ? one : isObject(one) ? textOf(one.id ?? one.uid) : undefined;
    if (!sameId(listed, id)) continue;
    if (isObject(one) && one.revoked === false) continue;
    const reason = isObject(one) ? textOf(one.revocationReason) : undefined;
    return { state: "revoked", ...(reason ? { note: reason } : {}) };
  }
  return { state: "good" };
}

/** A list that cannot be read tells nothing, whichever way it failed; HTTP 410 included. */
export async function statusOrUnknown(asked: Promise<Status>): Promise<Status> {
  try {
    return await asked;
  } catch (error) {
    return unknown("unreachable", messageOf(error));
  }
}
