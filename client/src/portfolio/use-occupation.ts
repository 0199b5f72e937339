import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** An occupation and the competencies it asks; nothing while none is chosen. */
export function useOccupation(code: string | null) {
  return useQuery({
    queryKey: ["referential", "occupation", code],
    queryFn: ({ signal }) => api.referential.readOccupation({ code: code ?? "" }, { signal }),
    enabled: code !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
