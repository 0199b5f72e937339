import { useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

/** A request side by side: what the framework expects, what the badge asks. */
export function useComparison(id: string) {
  return useQuery({
    queryKey: ["badges", "comparison", id],
    queryFn: ({ signal }) => api.badges.recognitions.compare({ id }, { signal }),
  });
}
export type ComparisonRead = NonNullable<ReturnType<typeof useComparison>["data"]>;
