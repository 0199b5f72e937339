import { isPng } from "../validator/bake-png.ts";
import { isSvg } from "../validator/bake-svg.ts";
import { decodeText } from "../validator/json.ts";
import type { Resolve } from "../validator/model.ts";
import { readInput } from "../validator/read-input.ts";
import { factsOf } from "../verifier/recognise.ts";
import type { Verified } from "../verifier/verifying.ts";
import type { CollectedBadgeDocument } from "./collection.store.ts";
import type { CollectionContext } from "./collection-context.ts";

export interface Bytes {
  bytes: Uint8Array;
  type: string;
}

/** A badge as read now: what it is worth, its bytes as they came, its picture. */
export interface ReadBadge {
  verified: Verified;
  facts: CollectedBadgeDocument["facts"];
  format: CollectedBadgeDocument["format"];
  file: Bytes | null;
  /** Null when the file is the picture, or when it has none that can be had. */
  image: Bytes | null;
}

type Reading = Pick<CollectionContext, "kernel" | "resolve" | "verifying" | "contentHashOf">;
const MOST_IMAGE = 1024 * 1024;
const TYPES = { png: "image/png", svg: "image/svg+xml", json: "application/json", jwt: "application/jwt" };

function formatOf(bytes: Uint8Array): CollectedBadgeDocument["format"] {
  const source = readInput(bytes);
  if (source.kind === "refused") return null;
  if (source.container !== "text") return source.container;
  return source.kind === "object" ? "json" : source.kind === "jws" ? "jwt" : null;
}

/** Picture by what it is, never by what it is called: PNG, or SVG, which is always served apart. */
export function sniffImage(bytes: Uint8Array): Bytes | null {
  if (bytes.length > MOST_IMAGE) return null;
  if (isPng(bytes)) return { bytes, type: TYPES.png };
  return isSvg(decodeText(bytes)) ? { bytes, type: TYPES.svg } : null;
}

async function pictureOf(url: string | null, resolve: Resolve): Promise<Bytes | null> {
  const inline = url?.match(/^data:image\/(?:png|svg\+xml)[^,]{0,60};base64,([A-Za-z0-9+/=]+)$/)?.[1];
  if (inline) return sniffImage(Buffer.from(inline, "base64"));
  if (!url || !/^https:/i.test(url)) return null;
  const answer = await resolve(url, "image/png, image/svg+xml").catch(() => null);
  return answer?.status === 200 ? sniffImage(answer.body) : null;
}

/** Keeps what each address answered, so that the badge can be kept as it came. */
function remembering(resolve: Resolve) {
  const pages = new Map<string, Uint8Array>();
  return {
    pages,
    async resolve(url: string, accept?: string) {
      const answer = await resolve(url, accept);
      if (answer.status === 200) pages.set(url, answer.body);
      return answer;
    },
  };
}

/** What an address answered in the end: a page may hold another address, once. */
function bytesAt(link: string, pages: ReadonlyMap<string, Uint8Array>): Uint8Array | null {
  const page = pages.get(link.split("#")[0] ?? link);
  if (!page) return null;
  const source = readInput(page);
  return source.kind === "url" && source.container === "text" ? (pages.get(source.url) ?? null) : page;
}

/**
 * Reads and verifies a file, or an address, for the person with this e-mail address; its picture is asked for only
 * when the badge is to be kept. Errors: too_many_requests.
 */
export async function readBadge(
  { kernel, resolve, verifying, contentHashOf }: Reading,
  input: Uint8Array | string,
  recipient: string | undefined,
  toKeep = true,
): Promise<ReadBadge> {
  const web = remembering(resolve);
  const now = kernel.clock.now();
  const verified = await verifying.verify(input, { resolve: web.resolve, now, recipient });
  const bytes = typeof input === "string" ? bytesAt(input, web.pages) : input;
  const format = bytes && formatOf(bytes);
  const isPicture = format === "png" || format === "svg";
  return {
    verified,
    facts: factsOf(verified, contentHashOf),
    format,
    file: bytes && { bytes, type: format ? TYPES[format] : "text/plain" },
    image: isPicture || !toKeep ? null : await pictureOf(verified.described?.imageUrl ?? null, resolve),
  };
}
