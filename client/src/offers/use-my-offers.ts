import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** Offers of one's company, newest first, with how many people each one finds. */
export function useMyOffers() {
  return useQuery({
    queryKey: ["offers", "mine"],
    queryFn: ({ signal }) => api.offers.listMine(undefined, { signal }),
  });
}
