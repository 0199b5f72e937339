import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** For each competency of an occupation: who has it, who will and when, how many open offers ask for it. */
export function useSupply(code: string | null) {
  return useQuery({
    queryKey: ["observatory", "supply", code],
    queryFn: ({ signal }) => api.observatory.readSupply({ code: code ?? "" }, { signal }),
    enabled: code !== null,
    placeholderData: keepPreviousData,
  });
}
export type OccupationSupply = NonNullable<ReturnType<typeof useSupply>["data"]>;
export type CompetencySupply = OccupationSupply["supply"][number];
