import { lookup as dnsLookup } from "node:dns/promises";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { isIP } from "node:net";
import { isPublicAddress, refusalOf } from "./addresses.ts";
import { type Resolve, WebError } from "./model.ts";

export interface Limits {
  bytes: number;
  ms: number;
  redirects: number;
}
export const LIMITS: Limits = { bytes: 2 * 1024 * 1024, ms: 5_000, redirects: 3 };

export interface Answer {
  status: number;
  type: string;
  location?: string | undefined;
  body: Uint8Array;
}

/** One exchange, without following anything. Must stop at `signal` and at `bytes`. */
export type Exchange = (
  url: URL,
  asked: { accept: string; signal: AbortSignal; bytes: number },
) => Promise<Answer>;

/** What a badge, a key, a list or an image is served as. HTML is for people, and read as no badge. */
const READABLE =
  /^(application\/([\w.+-]+\+)?(json|jwt)|application\/(vc|did|jose|x-pem-file)|(application|binary)\/octet-stream|text\/(plain|json)|image\/(png|svg\+xml)|)$/;

/**
 * The rules of issue 5 around any exchange: https only, no private address at any redirect, 3 redirects,
 * 2 MB, 5 s in all, and a type that a badge is served as. Throws `WebError`.
 */
export function guarded(exchange: Exchange, limits: Limits = LIMITS): Resolve {
  return async (address, accept = "application/json") => {
    const signal = AbortSignal.timeout(limits.ms);
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () =>
        reject(new WebError("web.timeout", `${address} took more than ${limits.ms} ms.`)),
      );
    });
    return Promise.race([follow(address), late]);

    async function follow(start: string) {
      let url = parse(start);
      for (let hop = 0; hop <= limits.redirects; hop += 1) {
        const answer = await exchange(url, { accept, signal, bytes: limits.bytes });
        if (answer.status < 300 || answer.status > 399) return accepted(url, answer, hop > 0);
        if (!answer.location) throw new WebError("web.status", `${url} answered ${answer.status}.`);
        url = parse(answer.location, url);
      }
      throw new WebError("web.redirects", `${start} redirects more than ${limits.redirects} times.`);
    }
  };

  function parse(text: string, base?: URL): URL {
    if (!URL.canParse(text, base?.href)) throw new WebError("web.badUrl", `${text} is no address.`);
    const url = new URL(text, base);
    const refusal = refusalOf(url);
    if (refusal) throw new WebError(refusal, `${url.origin} may not be asked (${refusal}).`);
    return url;
  }

  function accepted(url: URL, { status, type, body }: Answer, redirected: boolean) {
    if (body.length > limits.bytes) throw tooLarge(url, limits.bytes);
    const plain = type.split(";")[0]?.trim().toLowerCase() ?? "";
    if (status === 200 && !READABLE.test(plain))
      throw new WebError("web.type", `${url} serves ${plain}, which is no badge.`, status);
    return { status, type: plain, body, ...(redirected ? { url: url.href } : {}) };
  }
}

const tooLarge = (url: URL, bytes: number) =>
  new WebError("web.tooLarge", `${url} is larger than ${bytes} bytes.`);

export type Lookup = (host: string) => Promise<{ address: string; family: number }[]>;
const systemLookup: Lookup = (host) => dnsLookup(host, { all: true, verbatim: true });

/** Makes the connection: to `address`, already checked, under the name of `url`. */
export type Connect = (
  url: URL,
  pinned: { address: string; family: number },
  asked: { accept: string; signal: AbortSignal },
) => Promise<IncomingMessage>;

/**
 * An exchange over the network. The name is looked up once, every address it has must be public, and the
 * connection goes to the one that was checked: a name that changes its mind in between gains nothing.
 */
export const networkExchange =
  (lookup: Lookup = systemLookup, connect: Connect = connectHttps, isAllowed = isPublicAddress): Exchange =>
  async (url, asked) => {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const family = isIP(host);
    const addresses = family
      ? [{ address: host, family }]
      : await lookup(host).catch(() => {
          throw new WebError("web.noHost", `${host} was not found.`);
        });
    const [pinned] = addresses;
    if (!pinned) throw new WebError("web.noHost", `${host} was not found.`);
    if (!addresses.every(({ address }) => isAllowed(address)))
      throw new WebError("web.privateAddress", `${host} leads to a private address.`);
    const response = await connect(url, pinned, asked).catch((error: Error) => {
      throw new WebError("web.failed", `${url.origin}: ${error.message}`);
    });
    if ((response.headers["content-encoding"] ?? "identity") !== "identity") {
      response.destroy();
      throw new WebError("web.encoding", `${url} is compressed, which was not asked for.`);
    }
    return {
      status: response.statusCode ?? 0,
      type: response.headers["content-type"] ?? "",
      location: response.headers.location,
      body: await bodyOf(response, url, asked.bytes),
    };
  };

async function bodyOf(response: IncomingMessage, url: URL, bytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of response) {
      length += part.length;
      if (length > bytes) throw tooLarge(url, bytes);
      parts.push(part);
    }
  } catch (error) {
    response.destroy();
    throw error instanceof WebError ? error : new WebError("web.failed", `${url} broke off.`);
  }
  return Buffer.concat(parts);
}

const connectHttps: Connect = (url, { address, family }, { accept, signal }) =>
  new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        agent: false,
        signal,
        headers: { accept, "accept-encoding": "identity", "user-agent": "acquis-badge-validator" },
        lookup: (_host, options, done) =>
          options.all ? done(null, [{ address, family }]) : done(null, address, family),
      },
      resolve,
    );
    asked.on("error", reject);
    asked.end();
  });

/** What the command and the server read the web with. */
export const safeFetch = (limits: Limits = LIMITS): Resolve => guarded(networkExchange(), limits);
