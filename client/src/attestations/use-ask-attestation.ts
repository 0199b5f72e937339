import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

type Input = Parameters<typeof api.attestations.request>[0];

/** Asks a trainer to attest a competency; the id comes from the form, so that asking twice asks once. */
export function useAskAttestation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => api.attestations.request(input),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["attestations", "requests"] }),
        client.invalidateQueries({ queryKey: ["portfolio", "mine"] }),
      ]),
  });
}
