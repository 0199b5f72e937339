import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

export const PROGRAMMES_KEY = ["training", "programmes"] as const;

/** Programmes of one's provider, by name. */
export function useProgrammes() {
  return useQuery({
    queryKey: PROGRAMMES_KEY,
    queryFn: ({ signal }) => api.training.listProgrammes(undefined, { signal }),
  });
}
