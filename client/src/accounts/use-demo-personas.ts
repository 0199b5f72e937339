import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** The fictional people one can be, in demonstration mode. */
export function useDemoPersonas() {
  return useQuery({
    queryKey: ["accounts", "personas"],
    queryFn: ({ signal }) => api.accounts.demoPersonas(undefined, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
