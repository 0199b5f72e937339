import { useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

/** Verifies a badge issued here when its page opens, and again on demand; an old answer is never shown as new. */
export function useVerifyNow(id: string, { enabled }: { enabled: boolean }) {
  return useQuery({
    queryKey: ["badges", "verified-now", id],
    queryFn: ({ signal }) => api.badges.issuing.verifyNow({ id }, { signal }),
    enabled,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
