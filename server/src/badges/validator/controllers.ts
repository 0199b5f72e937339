import { isObject, type Json, type JsonObject, listOf, parseJson, textOf } from "./json.ts";
import { keyOf, multibaseKey, type PublicKey } from "./keys.ts";
import { WebError } from "./model.ts";
import type { Web } from "./web.ts";

/** One key that a controller lists: by its material, or by its id alone. */
export interface ListedKey {
  id: string | undefined;
  key: PublicKey | undefined;
  forAssertion: boolean;
}

/** Where a did:web document is: `did:web:host%3Aport:path` → `https://host:port/path/did.json`. */
export function didWebUrl(did: string): string {
  const [host = "", ...path] = did.slice("did:web:".length).split(":").map(decodeSegment);
  const unsafe = [host, ...path].some((part) => part === "" || part === ".." || /[/\\?#@\s]/.test(part));
  const url = `https://${[host, ...(path.length ? path : [".well-known"])].join("/")}/did.json`;
  if (unsafe || !URL.canParse(url)) throw new WebError("web.badDid", `${did} is no did:web.`);
  return url;
}

function decodeSegment(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

/**
 * The document in which a controller lists its keys: did:key, did:jwk, did:web, or an https Profile or JWKS.
 * Throws `WebError`; refuses a document that says it is somebody else's.
 */
export async function controllerDocument(controller: string, web: Web): Promise<JsonObject> {
  if (controller.startsWith("did:key:")) return didKeyDocument(controller);
  if (controller.startsWith("did:jwk:")) return didJwkDocument(controller);
  const url = controller.startsWith("did:web:") ? didWebUrl(controller) : controller;
  if (!url.startsWith("https:"))
    throw new WebError("web.unsupportedId", `${controller} cannot be looked up.`);
  const document = await web.json(url);
  const mustName = controller.startsWith("did:") || document.id !== undefined;
  if (mustName && document.id !== controller)
    throw new WebError("web.otherId", `${url} is the document of ${JSON.stringify(document.id)}.`);
  return document;
}

async function didKeyDocument(did: string): Promise<JsonObject> {
  const multibase = did.slice("did:key:".length);
  if (!(await multibaseKey(multibase)))
    throw new WebError("web.unsupportedId", `${did} is no key that we read.`);
  const id = `${did}#${multibase}`;
  return {
    id: did,
    verificationMethod: [{ id, type: "Multikey", controller: did, publicKeyMultibase: multibase }],
    assertionMethod: [id],
  };
}

/** did:jwk is the key itself, as base64url of its JSON; its one method is `#0`. */
function didJwkDocument(did: string): JsonObject {
  const publicKeyJwk = parseJson(Buffer.from(did.slice("did:jwk:".length), "base64url").toString("utf8"));
  if (!isObject(publicKeyJwk)) throw new WebError("web.unsupportedId", `${did} is no key that we read.`);
  const id = `${did}#0`;
  return {
    id: did,
    verificationMethod: [{ id, type: "JsonWebKey", controller: did, publicKeyJwk }],
    assertionMethod: [id],
  };
}

/** Every key that the document lists, wherever it does: assertionMethod, publicKey, JWKS here or at `jwks_uri`. */
export async function listedKeys(
  document: JsonObject,
  controller: string,
  now: Date,
  web: Web,
): Promise<ListedKey[]> {
  const absolute = (id: Json | undefined) => {
    const text = textOf(id);
    return text?.startsWith("#") ? controller + text : text;
  };
  const stands = (method: Json): method is JsonObject =>
    isObject(method) &&
    !(isPast(method.revoked, now) || isPast(method.expires, now)) &&
    (method.controller === undefined || method.controller === controller);

  const assertion = listOf(document.assertionMethod);
  const assertionIds = new Set(assertion.map((method) => absolute(isObject(method) ? method.id : method)));
  const isDid = controller.startsWith("did:");
  const publicKeys = listOf(document.publicKey);

  const methods = [...listOf(document.verificationMethod), ...(isDid ? publicKeys : [])].filter(isObject);
  const listed: Promise<ListedKey>[] = [
    ...methods.filter(stands).map(async (method) => ({
      id: absolute(method.id),
      key: await keyOf(method),
      forAssertion: assertionIds.has(absolute(method.id)),
    })),
    ...assertion.filter(stands).map((method) => read(method, absolute(method.id))),
    ...(isDid ? [] : publicKeys).map((entry) => publicKeyEntry(entry, controller, now, web)),
    ...(await jwksOf(document, web)).map((jwk) => read(jwk, textOf(isObject(jwk) ? jwk.kid : undefined))),
  ];
  const described = new Set(methods.map(({ id }) => absolute(id)));
  const byIdAlone = assertion
    .map((method) => (typeof method === "string" ? absolute(method) : undefined))
    .filter((id): id is string => id !== undefined && !described.has(id))
    .map((id) => ({ id, key: undefined, forAssertion: true }));
  return [...(await Promise.all(listed)), ...byIdAlone];
}

const read = async (method: Json, id: string | undefined): Promise<ListedKey> => ({
  id,
  key: await keyOf(method),
  forAssertion: true,
});

/** OB 2.0 Profile.publicKey: a CryptographicKey or its URL; its `owner`, when said, is the Profile, and it stands. */
async function publicKeyEntry(entry: Json, owner: string, now: Date, web: Web): Promise<ListedKey> {
  const id = typeof entry === "string" ? entry : isObject(entry) ? textOf(entry.id) : undefined;
  const found = typeof entry === "string" ? await web.json(entry).catch(() => undefined) : entry;
  if (!isObject(found)) return { id, key: undefined, forAssertion: true };
  const isIts = [found.owner, found.controller].every((one) => one === undefined || one === owner);
  if (!isIts || isPast(found.revoked, now) || isPast(found.expires, now))
    return { id, key: undefined, forAssertion: false };
  return read(found, id);
}

async function jwksOf(document: JsonObject, web: Web): Promise<Json[]> {
  const inline = isObject(document.jwks) ? document.jwks.keys : document.keys;
  const url = textOf(document.jwks_uri) ?? textOf(document.jwks);
  if (!url) return listOf(inline);
  const fetched = await web.json(url).catch(() => undefined);
  return [...listOf(inline), ...listOf(fetched?.keys)];
}

function isPast(value: Json | undefined, now: Date): boolean {
  if (value === undefined) return false;
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) || time <= now.getTime();
}
