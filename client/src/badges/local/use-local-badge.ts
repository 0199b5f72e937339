import { useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

/** One badge of one's organisation; the steward reads them all. */
export function useLocalBadge(id: string) {
  return useQuery({
    queryKey: ["badges", "local", id],
    queryFn: ({ signal }) => api.badges.local.read({ id }, { signal }),
  });
}
export type LocalBadgeRead = NonNullable<ReturnType<typeof useLocalBadge>["data"]>;
