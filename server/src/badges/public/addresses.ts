import type { Level } from "@acquis/shared/platform/primitives.schema.ts";

/**
 * The origin that ids are made under: that of PUBLIC_URL, in https since did:web knows no other. A demonstration
 * on http://localhost makes ids that only its own resolver can read, which is what a demonstration needs.
 */
export function idOrigin(publicUrl: string): string {
  const url = new URL(publicUrl);
  return `https://${url.host}${url.pathname.replace(/\/+$/, "")}`;
}

/** did:web of an issuer: the port is written `%3A`, the folders follow with colons (did:web, 3.2). */
export function issuerDid(origin: string, slug: string): string {
  const { host, pathname } = new URL(origin);
  const folders = pathname.split("/").filter(Boolean);
  return ["did", "web", host.replace(":", "%3A"), ...folders, "badges", "issuers", slug].join(":");
}

/** Every address that a badge may name. `origin` is the one frozen with the issuer. */
export const addressesUnder = (origin: string) => {
  const at = (path: string) => `${origin}/badges/${path}`;
  return {
    issuer: (slug: string) => at(`issuers/${slug}`),
    achievement: (key: string) => at(`achievements/${key}`),
    image: (key: string, type: "svg" | "png") => at(`images/${key}.${type}`),
    credential: (id: string) => at(`credentials/${id}`),
    endorsement: (id: string) => at(`endorsements/${id}`),
    status: (slug: string, list: number) => at(`status/${slug}/${list}`),
    revocations: (slug: string) => at(`revocations/${slug}`),
    v2: {
      issuer: (slug: string) => at(`v2/issuers/${slug}`),
      key: (slug: string, index: number) => at(`v2/keys/${slug}/${index}`),
      badgeClass: (key: string) => at(`v2/classes/${key}`),
      assertion: (id: string) => at(`v2/assertions/${id}`),
      signed: (id: string) => at(`v2/signed/${id}`),
      revocations: (slug: string) => at(`v2/revocations/${slug}`),
    },
  };
};
export type Addresses = ReturnType<typeof addressesUnder>;

export interface OurAchievement {
  key: string;
  origin: string;
}

/** The key of an achievement (3.0) or badge class (2.0) of ours, from its id; null for anybody else's. */
export function readAchievementId(id: string, origins: readonly string[]): OurAchievement | null {
  for (const origin of origins) {
    const rest = id.startsWith(`${origin}/badges/`) ? id.slice(origin.length + "/badges/".length) : "";
    const key = rest
      .match(/^(?:achievements|v2\/classes)\/([A-Za-z0-9:._-]+)$/)?.[1]
      ?.replace(/\.c[\w-]{12}$/, "");
    if (key) return { key, origin };
  }
  return null;
}

/** What a meta-badge is called at a level, as its achievement says it. */
export const levelName = (name: string, level: Level, locale: "fr" | "en" = "fr") =>
  `${name}, ${locale === "fr" ? "niveau" : "level"} ${level}`;
