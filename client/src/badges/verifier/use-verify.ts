import type { BadgeSource } from "@acquis/shared/badges/verifier.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

/** Verifies anybody's badge; nothing of it is kept. */
export function useVerify() {
  return useMutation({
    mutationFn: (source: BadgeSource) => api.badges.verifier.verify(source),
    gcTime: 0,
  });
}
