import type { BadgesContext } from "../badges-context.ts";
import { type Resolve, WebError } from "../validator/model.ts";
import { answerAddress } from "./answer-address.ts";

/** The path under `/badges/` of an address of ours; null for anybody else's. */
function ownPath(url: string, origins: readonly string[]): string | null {
  const { origin, pathname } = new URL(url);
  const bare = origin + pathname;
  for (const own of origins)
    if (bare.startsWith(`${own}/badges/`)) return bare.slice(own.length + "/badges/".length);
  return origins.some((own) => new URL(own).host === new URL(url).host) ? "" : null;
}

/**
 * Answers our own addresses from the store, without network: a demonstration on localhost has no https. Anything
 * else is asked outside. Throws `WebError` as any web.
 */
export function ownWeb(context: () => BadgesContext, origins: () => Promise<readonly string[]>): Resolve {
  return async (url, accept) => {
    if (!URL.canParse(url)) throw new WebError("web.badUrl", `${url} is no address.`);
    const path = ownPath(url, await origins());
    if (path === null) return context().outside(url, accept);
    const answer = path === "" ? null : await answerAddress(context(), path);
    if (!answer) return { status: 404, type: "application/json", body: Buffer.from("{}") };
    return { status: answer.status, type: answer.type, body: Buffer.from(answer.body) };
  };
}
