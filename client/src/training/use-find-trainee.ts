import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

/** The trainee with exactly this e-mail address, or null. Asked by a button, never while typing. */
export function useFindTrainee() {
  return useMutation({ mutationFn: (email: string) => api.training.findTrainee({ email }) });
}
