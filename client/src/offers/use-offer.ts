import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** One offer: of one's own company, or open. */
export function useOffer(id: string) {
  return useQuery({
    queryKey: ["offers", "one", id],
    queryFn: ({ signal }) => api.offers.read({ id }, { signal }),
  });
}
export type Offer = NonNullable<ReturnType<typeof useOffer>["data"]>;
