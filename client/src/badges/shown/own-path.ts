/**
 * An address of this very place as a path, whatever its scheme: the ids of badges are in https even where a
 * demonstration is served without. Addresses of others come back as they are.
 */
export function ownPath(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search } = new URL(url);
  return host === location.host ? `${pathname}${search}` : url;
}
