import { useMutation } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";
import { keepCollected } from "./use-collection.ts";

type Input = Parameters<typeof api.badges.collection.show>[0];

/** Shows a badge to those who follow one, or hides it. */
export function useShowBadge() {
  return useMutation({
    mutationFn: (input: Input) => api.badges.collection.show(input),
    onSuccess: keepCollected,
  });
}
