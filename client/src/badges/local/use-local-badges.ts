import { useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

/** The badges of one's own organisation. */
export function useLocalBadges() {
  return useQuery({
    queryKey: ["badges", "local"],
    queryFn: ({ signal }) => api.badges.local.listMine(undefined, { signal }),
  });
}
