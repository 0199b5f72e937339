import type { BadgeSource } from "@acquis/shared/badges/verifier.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";
import { queryClient } from "../../platform/query-client.ts";
import { collectionQuery, refreshProof } from "./use-collection.ts";

/** Keeps a badge in one's collection. */
export function useImportBadge() {
  return useMutation({
    mutationFn: (source: BadgeSource) => api.badges.collection.import(source),
    onSuccess: () => {
      refreshProof();
      return queryClient.invalidateQueries({ queryKey: collectionQuery.queryKey });
    },
  });
}
