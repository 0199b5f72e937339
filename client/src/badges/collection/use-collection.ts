import type { CollectedBadge } from "@acquis/shared/badges/collection.schema.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";
import { queryClient } from "../../platform/query-client.ts";

export const collectionQuery = queryOptions({
  queryKey: ["badges", "collection"],
  queryFn: ({ signal }) => api.badges.collection.list(undefined, { signal }),
});

/** One's own badges, the latest first. */
export function useCollection() {
  return useQuery(collectionQuery);
}

/** Shows a badge as it was just answered, in the list and in its page. */
export function keepCollected(badge: CollectedBadge): void {
  queryClient.setQueryData(collectionQuery.queryKey, (badges) =>
    badges?.map((one) => (one.id === badge.id ? badge : one)),
  );
}

/** What a badge proves changes the portfolio, and what is judged from it. */
export function refreshProof(): void {
  void queryClient.invalidateQueries({ queryKey: ["portfolio"] });
  void queryClient.invalidateQueries({ queryKey: ["offers"] });
}
