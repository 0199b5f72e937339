import type { GroupAttestation } from "@acquis/shared/attestations/attestation.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { useRefreshTraining } from "../training/use-refresh-training.ts";

/** Attests one competency to several people; answers row by row. Sent again with the same id, it doubles nothing. */
export function useAttestGroup() {
  const refresh = useRefreshTraining();
  return useMutation({
    mutationFn: (input: GroupAttestation) => api.attestations.attestGroup(input),
    onSuccess: () => void refresh(),
  });
}
