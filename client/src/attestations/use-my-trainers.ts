import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** The trainers one may ask, with the sessions they teach. */
export function useMyTrainers() {
  return useQuery({
    queryKey: ["attestations", "trainers"],
    queryFn: ({ signal }) => api.attestations.listMyTrainers(undefined, { signal }),
  });
}
