import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** The territory in figures. */
export function useOverview() {
  return useQuery({
    queryKey: ["observatory", "overview"],
    queryFn: ({ signal }) => api.observatory.readOverview(undefined, { signal }),
  });
}
