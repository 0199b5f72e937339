import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { useRefreshTraining } from "../training/use-refresh-training.ts";

/** Declines a request, saying why; twice is once. */
export function useDecline() {
  const refresh = useRefreshTraining();
  return useMutation({
    mutationFn: (input: { id: string; reason: string }) => api.attestations.decline(input),
    onSuccess: () => void refresh(),
  });
}
