import type { CollectedBadge } from "@acquis/shared/badges/collection.schema.ts";

/** The id of a badge that was issued here, from the address it is known by; null for one from elsewhere. */
export function issuedHere({ source, badge, link }: CollectedBadge): string | null {
  const address = badge?.id ?? link;
  if (source !== "issued" || !address || !URL.canParse(address)) return null;
  return new URL(address).pathname.match(/\/badges\/credentials\/([^/.]+)$/)?.[1] ?? null;
}
