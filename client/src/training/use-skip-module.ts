import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { useRefreshTraining } from "./use-refresh-training.ts";

export interface SkipInput {
  enrolmentId: string;
  moduleId: string;
  skipped: boolean;
}

/** Positioning: the trainee may skip a module, or has to attend it after all. */
export function useSkipModule() {
  const refresh = useRefreshTraining();
  return useMutation({
    mutationFn: (input: SkipInput) => api.training.skipModule(input),
    onSuccess: refresh,
  });
}
