import { useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

const POLL_MS = 1_000;

/** How far a batch is; asked again every second until it is over. */
export function useBatch(id: string) {
  return useQuery({
    queryKey: ["badges", "batch", id],
    queryFn: ({ signal }) => api.badges.issuing.readBatch({ id }, { signal }),
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : POLL_MS),
  });
}
