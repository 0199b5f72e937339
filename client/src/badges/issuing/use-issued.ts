import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

export interface IssuedFilter {
  localBadgeId?: string;
  metaBadgeId?: string;
  batchId?: string;
  page: number;
  pageSize: number;
}

/** A signature takes seconds: looks again until there is none left to make. */
const SIGNING_POLL_MS = 2_000;

/** Badges issued by one's organisation, newest first. */
export function useIssued(filter: IssuedFilter) {
  return useQuery({
    queryKey: ["badges", "issued", filter],
    queryFn: ({ signal }) => api.badges.issuing.list(filter, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.badges.some(({ status }) => status === "signing") ? SIGNING_POLL_MS : false,
  });
}
export type IssuedRead = NonNullable<ReturnType<typeof useIssued>["data"]>["badges"][number];
