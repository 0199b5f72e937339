import { useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

/** A meta-badge with all its versions, as everybody may read it. */
export function useMetaBadge(id: string) {
  return useQuery({
    queryKey: ["badges", "framework", id],
    queryFn: ({ signal }) => api.badges.framework.read({ id }, { signal }),
  });
}
