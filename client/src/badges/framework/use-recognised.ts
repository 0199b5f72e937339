import { useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

/** Badges of structures that the Région recognises today as this meta-badge. */
export function useRecognised(metaBadgeId: string) {
  return useQuery({
    queryKey: ["badges", "recognised", metaBadgeId],
    queryFn: ({ signal }) => api.badges.recognitions.listRecognised({ metaBadgeId }, { signal }),
  });
}
