import { useMutation } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";
import { queryClient } from "../../platform/query-client.ts";
import { collectionQuery } from "./use-collection.ts";

type Input = Parameters<typeof api.badges.issuing.attestationAsBadge>[0];

/** Makes an attestation a signed badge, once; it arrives in the collection by itself. */
export function useAttestationAsBadge() {
  return useMutation({
    mutationFn: (input: Input) => api.badges.issuing.attestationAsBadge(input),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: collectionQuery.queryKey }),
  });
}
