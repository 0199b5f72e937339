import { useMutation } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";
import { queryClient } from "../../platform/query-client.ts";
import { collectionQuery, refreshProof } from "./use-collection.ts";

/** Removes a badge from one's collection; what it proved no longer counts. */
export function useRemoveBadge() {
  return useMutation({
    mutationFn: (id: string) => api.badges.collection.remove({ id }),
    onSuccess: (_done, id) => {
      queryClient.setQueryData(collectionQuery.queryKey, (badges) =>
        badges?.filter((badge) => badge.id !== id),
      );
      refreshProof();
    },
  });
}
