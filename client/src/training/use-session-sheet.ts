import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

export const sessionSheetQuery = (id: string) =>
  queryOptions({
    queryKey: ["training", "session", id],
    queryFn: ({ signal }) => api.training.readSession({ id }, { signal }),
  });

/** A session, its modules and who attends it. */
export function useSessionSheet(id: string) {
  return useQuery(sessionSheetQuery(id));
}
