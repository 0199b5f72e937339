import { useQuery } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** The sessions one attends or attended, the latest first. */
export function useMyTraining() {
  return useQuery({
    queryKey: ["training", "mine"],
    queryFn: ({ signal }) => api.training.listMyTraining(undefined, { signal }),
  });
}
