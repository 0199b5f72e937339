import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

export const myPortfolioQuery = queryOptions({
  queryKey: ["portfolio", "mine"],
  queryFn: ({ signal }) => api.portfolio.readMine(undefined, { signal }),
});

/** One's own portfolio. */
export function useMyPortfolio() {
  return useQuery(myPortfolioQuery);
}
