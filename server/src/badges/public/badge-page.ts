import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BadgesContext } from "../badges-context.ts";
import type { IssuedDocument } from "../issuing/issued.store.ts";

const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`).replace(/\s+/g, " ");

/** What other sites show of a link (ogp.me); every text comes from people, so every text is escaped. */
export function previewTags(preview: {
  title: string;
  description: string;
  url: string;
  image: string;
  json: string;
}): string {
  const property = (name: string, content: string) =>
    `<meta property="${name}" content="${escapeHtml(content)}">`;
  return [
    property("og:type", "website"),
    property("og:site_name", "Acquis"),
    property("og:title", preview.title),
    property("og:description", preview.description.slice(0, 300)),
    property("og:url", preview.url),
    property("og:image", preview.image),
    property("og:image:width", "1200"),
    property("og:image:height", "630"),
    property("og:image:alt", preview.title),
    '<meta name="twitter:card" content="summary_large_image">',
    `<meta name="description" content="${escapeHtml(preview.description.slice(0, 300))}">`,
    `<link rel="alternate" type="application/vc+ld+json" href="${escapeHtml(preview.json)}">`,
  ].join("");
}

/** The page of the built client, with its title and preview filled in; null without a built client. */
export function fillPage(index: string, title: string, tags: string): string {
  const filled = index
    .replace(/<title>[^<]*<\/title>/i, () => `<title>${escapeHtml(title)}</title>`)
    .replace(/<meta\s+name="description"[^>]*>/i, "");
  return filled.replace(/<\/head>/i, () => `${tags}</head>`);
}

export function readClientPage(clientDir: string): string | null {
  try {
    return readFileSync(join(clientDir, "index.html"), "utf8");
  } catch {
    return null;
  }
}

/** The page for people at the address of a badge; null when there is no such badge. */
export async function badgePage(context: BadgesContext, id: string, index: string): Promise<string | null> {
  const issued = await context.issued.findById(id).lean<IssuedDocument>();
  const issuer = issued && (await context.issuers.read(issued.issuerId));
  if (!issued || !issuer) return null;
  const url = `${context.kernel.settings.publicUrl}/badges/credentials/${id}`;
  const { name, description } = issued.described;
  const title = `${name} — ${issuer.name}`;
  const tags = previewTags({ title, description, url, image: `${url}/og.png`, json: `${url}.json` });
  return fillPage(index, title, tags);
}
