import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** Module by module, what a trainee has already proven. */
export function usePositioning(enrolmentId: string) {
  return useQuery({
    queryKey: ["training", "positioning", enrolmentId],
    queryFn: ({ signal }) => api.training.readPositioning({ enrolmentId }, { signal }),
  });
}
