import { useMutation } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";
import { keepCollected, refreshProof } from "./use-collection.ts";

/** Checks one of one's badges again, now. */
export function useCheckBadge() {
  return useMutation({
    mutationFn: (id: string) => api.badges.collection.check({ id }),
    onSuccess: (badge) => {
      keepCollected(badge);
      refreshProof();
    },
  });
}
