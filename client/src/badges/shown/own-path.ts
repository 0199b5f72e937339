/**
 * An address under `/badges/` as a path of this place. The ids of badges issued here are in https, under the name
 * frozen with their issuer, even where a demonstration is served without; anything else comes back as it is.
 */
export function ownPath(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search } = new URL(url);
  const own = host === location.host || /^\/badges\/(credentials|images|achievements|v2)\//.test(pathname);
  return own ? `${pathname}${search}` : url;
}
