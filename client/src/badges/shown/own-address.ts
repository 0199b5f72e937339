/** The path of an address that the server says is its own: its ids keep a scheme and a name frozen with their issuer. */
export function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

/** The key of an achievement housed at this very place, which has a page here; null for anybody else's address. */
export function achievementHere(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { host, pathname } = new URL(url);
  return (host === location.host && pathname.match(/^\/badges\/achievements\/([^/]+)$/)?.[1]) || null;
}
