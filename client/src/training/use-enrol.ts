import type { EnrolInput } from "@acquis/shared/training/training.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { useRefreshTraining } from "./use-refresh-training.ts";

/** Enrols a trainee in a session; the same id twice is one enrolment. */
export function useEnrol() {
  const refresh = useRefreshTraining();
  return useMutation({
    mutationFn: (input: EnrolInput) => api.training.enrol(input),
    onSuccess: () => void refresh(),
  });
}
