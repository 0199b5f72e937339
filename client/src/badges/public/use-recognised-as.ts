import { useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

/** The badges of structures that count as a meta-badge today. */
export function useRecognisedAs(metaBadgeId: string) {
  return useQuery({
    queryKey: ["badges", "recognised", metaBadgeId],
    queryFn: ({ signal }) => api.badges.recognitions.listRecognised({ metaBadgeId }, { signal }),
  });
}
