import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** One open offer with one's own verdicts. */
export function useOfferMatch(id: string) {
  return useQuery({
    queryKey: ["offers", "match", id],
    queryFn: ({ signal }) => api.offers.readMatch({ id }, { signal }),
  });
}
