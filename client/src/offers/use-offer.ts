import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

export const offerQuery = (id: string) =>
  queryOptions({
    queryKey: ["offers", "one", id],
    queryFn: ({ signal }) => api.offers.read({ id }, { signal }),
  });

/** One offer: of one's own company, or open. */
export function useOffer(id: string) {
  return useQuery(offerQuery(id));
}
export type Offer = NonNullable<ReturnType<typeof useOffer>["data"]>;
