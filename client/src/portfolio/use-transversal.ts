import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** The transversal competencies, under the four families of the Région. */
export function useTransversal() {
  return useQuery({
    queryKey: ["referential", "transversal"],
    queryFn: ({ signal }) => api.referential.listTransversal(undefined, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
