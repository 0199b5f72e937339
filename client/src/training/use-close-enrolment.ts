import type { CloseEnrolment } from "@acquis/shared/training/training.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { useRefreshTraining } from "./use-refresh-training.ts";

/** Records that a trainee left; what the session promised them is withdrawn. */
export function useCloseEnrolment() {
  const refresh = useRefreshTraining();
  return useMutation({
    mutationFn: (input: CloseEnrolment) => api.training.closeEnrolment(input),
    onSuccess: () => void refresh(),
  });
}
