import type { AttestationInput } from "@acquis/shared/attestations/attestation.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { useRefreshTraining } from "../training/use-refresh-training.ts";

/** Attests a competency, asked or not; the same id twice attests once. */
export function useAttest() {
  const refresh = useRefreshTraining();
  return useMutation({
    mutationFn: (input: AttestationInput) => api.attestations.attest(input),
    onSuccess: () => void refresh(),
  });
}
