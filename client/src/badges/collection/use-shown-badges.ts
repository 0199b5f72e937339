import { useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

/** The badges that a trainee one follows chose to show. */
export function useShownBadges(traineeId: string) {
  return useQuery({
    queryKey: ["badges", "shown", traineeId],
    queryFn: ({ signal }) => api.badges.collection.readFollowed({ traineeId }, { signal }),
  });
}
