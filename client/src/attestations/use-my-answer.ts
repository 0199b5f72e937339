import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

type Input = Parameters<typeof api.attestations.answer>[0];

/** Accepts or contests an attestation received; what it changes is read again before it is said to be done. */
export function useMyAnswer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => api.attestations.answer(input),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["offers"] });
      return client.invalidateQueries({ queryKey: ["portfolio", "mine"] });
    },
  });
}
