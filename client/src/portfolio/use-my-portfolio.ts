import type { Portfolio } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { queryClient } from "../platform/query-client.ts";

export const myPortfolioQuery = queryOptions({
  queryKey: ["portfolio", "mine"],
  queryFn: ({ signal }) => api.portfolio.readMine(undefined, { signal }),
});

/** One's own portfolio. */
export function useMyPortfolio() {
  return useQuery(myPortfolioQuery);
}

/** Shows a portfolio just written; what is judged from it (one's offers) is read again. */
export function keepPortfolio(portfolio: Portfolio): void {
  queryClient.setQueryData(myPortfolioQuery.queryKey, portfolio);
  void queryClient.invalidateQueries({ queryKey: ["offers"] });
}
