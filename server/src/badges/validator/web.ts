import { decodeText, isObject, type JsonObject, messageOf, parseJson } from "./json.ts";
import { type Fetched, type Resolve, WebError } from "./model.ts";

/** What one verification may ask of the web: memoised, https only, and never more than a few dozen pages. */
export interface Web {
  get(url: string, accept?: string): Promise<Fetched>;
  json(url: string): Promise<JsonObject>;
  text(url: string): Promise<string>;
  /** The address that answered in the end: another origin than the one asked did not write it itself. */
  landed(url: string): Promise<string>;
  /** What an address that answered "gone" says with it, when that is JSON. */
  gone(url: string): Promise<JsonObject | undefined>;
}

const MOST_PAGES = 60;
export const ACCEPT_BADGE =
  "application/vc+ld+json, application/ld+json, application/json, text/plain;q=0.9, image/png;q=0.8, image/svg+xml;q=0.8";
const ACCEPT_JSON = "application/ld+json, application/json, application/did+json, text/plain;q=0.5";

export function openWeb(resolve: Resolve): Web {
  const seen = new Map<string, Promise<Fetched>>();

  async function ask(url: string, accept: string): Promise<Fetched> {
    try {
      return await resolve(url, accept);
    } catch (error) {
      if (error instanceof WebError) throw error;
      throw new WebError("web.failed", messageOf(error));
    }
  }

  const get: Web["get"] = (url, accept = ACCEPT_JSON) => {
    const page = pageOf(url);
    const known = seen.get(page);
    if (known) return known;
    if (seen.size >= MOST_PAGES)
      return Promise.reject(new WebError("web.tooMany", "Too many pages for one badge."));
    const asked = ask(page, accept);
    seen.set(page, asked);
    return asked;
  };

  const text: Web["text"] = async (url) => {
    const { status, body } = await get(url);
    if (status !== 200) throw new WebError("web.status", `${url} answered ${status}.`, status);
    return decodeText(body).trim();
  };

  const json: Web["json"] = async (url) => {
    const value = parseJson(await text(url));
    if (!isObject(value)) throw new WebError("web.notJson", `${url} did not answer a JSON object.`);
    return value;
  };

  const gone: Web["gone"] = async (url) => {
    const value = parseJson(decodeText((await get(url)).body));
    return isObject(value) ? value : undefined;
  };

  const landed: Web["landed"] = async (url) => (await get(url)).url ?? url;

  return { get, text, json, landed, gone };
}

/** The page of a URL, without its fragment; refuses what is not https before anyone is asked. */
function pageOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== "https:") throw new WebError("web.notHttps", `Only https is read, not ${url}.`);
  const hash = url.indexOf("#");
  return hash === -1 ? url : url.slice(0, hash);
}
