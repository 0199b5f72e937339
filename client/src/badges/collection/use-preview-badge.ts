import type { BadgeSource } from "@acquis/shared/badges/verifier.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

/** Checks a badge as one's own before keeping it. */
export function usePreviewBadge() {
  return useMutation({
    mutationFn: (source: BadgeSource) => api.badges.collection.preview(source),
    gcTime: 0,
  });
}
