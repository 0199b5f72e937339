import { controllerDocument, type ListedKey, listedKeys } from "./controllers.ts";
import { isObject, type JsonObject, listOf, messageOf, parseJson, textOf } from "./json.ts";
import { keyOf, multibaseKey, type PublicKey } from "./keys.ts";
import { WebError } from "./model.ts";
import { type Finding, finding } from "./verdict.ts";
import type { Web } from "./web.ts";

/** A key that a signature was checked with, and where it was read. `selfMade`: a URL fragment or a JWT header. */
export interface UsedKey extends PublicKey {
  id: string | undefined;
  from: "web" | "selfMade";
  /** Where redirects led when it was asked for. */
  landed?: string;
}

export interface Issuer {
  id: string;
  keys: ListedKey[];
  /** Why its document could not be read; its keys are then none. */
  problem?: WebError;
}

/** Dereferences the issuer that the credential names, once. Never throws. */
export async function lookUpIssuer(id: string, now: Date, web: Web): Promise<Issuer> {
  try {
    const document = await controllerDocument(id, web);
    return { id, keys: await listedKeys(document, id, now, web) };
  } catch (error) {
    const problem = error instanceof WebError ? error : new WebError("web.failed", messageOf(error));
    return { id, keys: [], problem };
  }
}

/** The key behind a verification method, when there is exactly one. */
export async function lookUpKey(
  id: string,
  issuer: Issuer,
  now: Date,
  web: Web,
): Promise<UsedKey | undefined> {
  const [key, another] = await lookUpKeys(id, issuer, now, web);
  return another ? undefined : key;
}

/**
 * The keys behind a verification method or a `kid`: as the issuer lists it, else as its own controller or URL
 * gives it, else as its fragment spells it, which proves nothing about who holds it. A `kid` may be the address of
 * a whole JWKS: any of its keys may then be meant.
 */
export async function lookUpKeys(id: string, issuer: Issuer, now: Date, web: Web): Promise<UsedKey[]> {
  const listed = issuer.keys.find((one) => one.id === id && one.key)?.key;
  if (listed) return [{ ...listed, id, from: "web" }];
  const [page = id, fragment] = id.split("#", 2);
  const elsewhere = await keysAt(id, page, now, web).catch(() => undefined);
  if (elsewhere && elsewhere.keys.length > 0)
    return elsewhere.keys.map((key) => ({ ...key, id, from: "web", landed: elsewhere.landed }));
  const spelled = fragment && (await multibaseKey(fragment));
  return spelled ? [{ ...spelled, id, from: "selfMade" }] : [];
}

/** Whether keys of such an id can be looked up at all; of DIDs we read web, jwk, and key of Ed25519 or P-256. */
export const isReadableKeyId = (id: string) => /^(https?:|did:(web|jwk):|did:key:z(6Mk|Dn))/.test(id);

async function keysAt(
  id: string,
  page: string,
  now: Date,
  web: Web,
): Promise<{ keys: PublicKey[]; landed: string }> {
  if (page.startsWith("did:")) {
    const listed = await listedKeys(await controllerDocument(page, web), page, now, web);
    const key = listed.find((one) => one.id === id || (page === id && one.forAssertion))?.key;
    return { keys: key ? [key] : [], landed: page };
  }
  const text = await web.text(page);
  const landed = await web.landed(page);
  const document = text.startsWith("-----BEGIN") ? { publicKeyPem: text } : parseJson(text);
  if (!isObject(document)) return { keys: [], landed };
  const direct = await keyOf(document);
  return { keys: direct ? [direct] : await keysWithin(document, id, page), landed };
}

/** The keys of a JWKS or a document of keys: the one of that id or kid, or all when the address names none. */
async function keysWithin(document: JsonObject, id: string, page: string): Promise<PublicKey[]> {
  const fragment = id.slice(page.length + 1);
  const all = [document.keys, document.verificationMethod, document.publicKey, document.assertionMethod]
    .flatMap(listOf)
    .filter(isObject);
  const named = all.find((one) =>
    [one.kid, one.id].some((name) => {
      const text = textOf(name);
      return text !== undefined && (text === id || (fragment !== "" && text.replace(/^#/, "") === fragment));
    }),
  );
  const meant = named ? [named] : fragment === "" ? all.slice(0, 10) : [];
  const keys = await Promise.all(meant.map(keyOf));
  return keys.filter((key) => key !== undefined);
}

/** Whether the issuer that the credential names stands behind the key its signature was checked with. */
export function confirmIssuer(issuer: Issuer, used: UsedKey): Finding {
  const unconfirmed = "validIssuerUnconfirmed";
  const own = issuer.keys.filter((one) =>
    one.key ? one.key.thumbprint === used.thumbprint : one.id !== undefined && one.id === used.id,
  );
  if (own.some(({ forAssertion }) => forAssertion))
    return finding("issuer", "passed", "listsKey", `${issuer.id} lists this key.`);
  if (issuer.keys.length === 0 && used.from === "web" && isOwnUrl(issuer.id, used))
    return finding("issuer", "passed", "servesKey", `${issuer.id} serves this key within its own address.`);
  if (issuer.problem)
    return finding(
      "issuer",
      "unknown",
      issuer.problem.code === "web.unsupportedId" ? "notAnAddress" : "unreachable",
      `The signature is intact, but ${issuer.id} could not be asked: ${issuer.problem.message}`,
      unconfirmed,
    );
  if (own.length > 0)
    return finding(
      "issuer",
      "failed",
      "keyNotForAssertion",
      `${issuer.id} knows this key, but not for signing credentials.`,
      unconfirmed,
    );
  return finding(
    "issuer",
    "failed",
    "keyNotListed",
    `The signature is intact, but ${issuer.id} does not list this key: anybody could have made it.`,
    unconfirmed,
  );
}

/**
 * For a Profile that lists no key at all, as most of OB 3.0: a key fetched from a URL under the issuer id, or
 * at the well-known JWKS of its origin, is published by the issuer. The same origin alone is not enough:
 * others may be housed there.
 */
function isOwnUrl(issuer: string, { id: key, landed }: UsedKey): boolean {
  if (!issuer.startsWith("https:") || !key || !URL.canParse(key) || !URL.canParse(issuer)) return false;
  if (landed && new URL(landed).origin !== new URL(key).origin) return false;
  const [mine, its] = [new URL(issuer), new URL(key)];
  if (mine.origin !== its.origin) return false;
  if (its.pathname === "/.well-known/jwks.json") return true;
  const folder = mine.pathname.endsWith("/") ? mine.pathname : `${mine.pathname}/`;
  return its.pathname !== mine.pathname && its.pathname.startsWith(folder);
}
