import { didWebUrl } from "./controllers.ts";
import { isObject, type JsonObject, textOf } from "./json.ts";
import { type Resolve, WebError } from "./model.ts";
import { type Exchange, guarded } from "./safe-fetch.ts";

/**
 * A web on paper, `{url: {status, type, json | base64 | text, location?}}`, under the same rules as the real
 * one. What is not in it is out of reach; a fragment names no page of its own.
 */
export function recordedWeb(pages: JsonObject): Resolve {
  const byUrl = new Map(
    Object.entries(pages).flatMap(([address, page]) => {
      const url = address.startsWith("did:web:") ? didWebUrl(address) : address;
      return isObject(page) && URL.canParse(url) ? [[pageOf(url), page] as const] : [];
    }),
  );
  const exchange: Exchange = async (url) => {
    const page = byUrl.get(url.href);
    if (!page) throw new WebError("web.failed", `${url.href} is not in the recorded web.`);
    return {
      status: typeof page.status === "number" ? page.status : 200,
      type: textOf(page.type) ?? "",
      location: textOf(page.location) ?? headerOf(page, "location"),
      body: bodyOf(page),
    };
  };
  return guarded(exchange);
}

function pageOf(address: string): string {
  const url = new URL(address);
  url.hash = "";
  return url.href;
}

function headerOf({ headers }: JsonObject, name: string): string | undefined {
  const found = isObject(headers)
    ? Object.keys(headers).find((key) => key.toLowerCase() === name)
    : undefined;
  return isObject(headers) && found ? textOf(headers[found]) : undefined;
}

function bodyOf({ type, json, base64, text }: JsonObject): Uint8Array {
  // A token told as text: quotes would make it something else.
  if (typeof json === "string" && !/json/.test(`${type}`)) return Buffer.from(json);
  if (json !== undefined) return Buffer.from(JSON.stringify(json));
  if (typeof base64 === "string") return Buffer.from(base64, "base64");
  return Buffer.from(textOf(text) ?? "");
}
