import type { BadgeSource } from "@acquis/shared/badges/verifier.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";

/** The bytes of a file, or the address: what the validator reads. */
export async function readSource({ file, link }: BadgeSource): Promise<Uint8Array | string> {
  if (link !== undefined) return link;
  if (!file) throw new DomainError("invalid_input", { field: "file" });
  return new Uint8Array(await file.arrayBuffer());
}
