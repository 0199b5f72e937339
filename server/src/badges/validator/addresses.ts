import { BlockList, isIP } from "node:net";

/** Ranges that lead to this machine, its neighbours or nowhere public (IANA special-purpose registries). */
const refused = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  refused.addSubnet(network, prefix, "ipv4");

// Of IPv6 only global unicast is public, less what tunnels to IPv4 or is set aside within it.
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  refused.addSubnet(network, prefix, "ipv6");

/** Whether an address literal is one of the public internet. Anything that is no address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !refused.check(address, "ipv4");
  if (family !== 6 || address.includes("%")) return false;
  return globalUnicast.check(address, "ipv6") && !refused.check(address, "ipv6");
}

/** Why a URL may not be fetched, before any name is looked up; undefined when it may. */
export function refusalOf(url: URL): string | undefined {
  if (url.protocol !== "https:") return "web.notHttps";
  if (url.username || url.password) return "web.credentials";
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (isIP(host)) return isPublicAddress(host) ? undefined : "web.privateAddress";
  const isLocal = !host.includes(".") || /\.(localhost|local|internal|home\.arpa)$/.test(host);
  return isLocal ? "web.privateAddress" : undefined;
}
