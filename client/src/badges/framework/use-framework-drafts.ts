import { useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

/** Every meta-badge with its draft: what the steward works on. */
export function useFrameworkDrafts() {
  return useQuery({
    queryKey: ["badges", "framework", "drafts"],
    queryFn: ({ signal }) => api.badges.framework.listAll(undefined, { signal }),
  });
}
export type MetaBadgeRead = NonNullable<ReturnType<typeof useFrameworkDrafts>["data"]>[number];
