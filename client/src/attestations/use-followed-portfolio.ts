import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** The portfolio of a trainee one follows, without their preferences for work. */
export function useFollowedPortfolio(traineeId: string) {
  return useQuery({
    queryKey: ["followed-portfolio", traineeId],
    queryFn: ({ signal }) => api.portfolio.readFollowed({ traineeId }, { signal }),
  });
}
