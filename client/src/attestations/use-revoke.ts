import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { useRefreshTraining } from "../training/use-refresh-training.ts";

/** Revokes an attestation, saying why; the trainee will read it. Twice is once. */
export function useRevoke() {
  const refresh = useRefreshTraining();
  return useMutation({
    mutationFn: (input: { evidenceId: string; traineeId: string; reason: string }) =>
      api.attestations.revoke(input),
    onSuccess: () => void refresh(),
  });
}
