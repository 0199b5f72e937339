import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** Trainers of one's provider. */
export function useTrainers() {
  return useQuery({
    queryKey: ["training", "trainers"],
    queryFn: ({ signal }) => api.training.listTrainers(undefined, { signal }),
  });
}
