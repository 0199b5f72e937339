import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

const EVERY_MS = 10_000;

/** How true the search is, looked at again every ten seconds. */
export function useSearchState() {
  return useQuery({
    queryKey: ["observatory", "search"],
    queryFn: ({ signal }) => api.observatory.readSearch(undefined, { signal }),
    refetchInterval: EVERY_MS,
  });
}
export type IndexState = NonNullable<ReturnType<typeof useSearchState>["data"]>["indexes"][number];
