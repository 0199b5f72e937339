import { useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

/** Meta-badges in force, as everybody may read them. */
export function useFramework({ enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: ["badges", "framework"],
    queryFn: ({ signal }) => api.badges.framework.list({}, { signal }),
    enabled,
  });
}
