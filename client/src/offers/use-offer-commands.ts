import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import type { Offer } from "./use-offer.ts";

export type OfferInput = Parameters<typeof api.offers.save>[0];

/** What was answered is shown at once, and every list is read again. */
function useRemember() {
  const queryClient = useQueryClient();
  return (offer: Offer) => {
    queryClient.setQueryData(["offers", "one", offer.id], offer);
    void queryClient.invalidateQueries({ queryKey: ["offers"], refetchType: "active" });
  };
}

/** Creates an offer or changes it; the id is the client's, so that twice is once. */
export function useSaveOffer() {
  const remember = useRemember();
  return useMutation({ mutationFn: (input: OfferInput) => api.offers.save(input), onSuccess: remember });
}

/** Shows an offer to trainees. */
export function usePublishOffer() {
  const remember = useRemember();
  return useMutation({ mutationFn: (id: string) => api.offers.publish({ id }), onSuccess: remember });
}

/** Takes an offer away for good. */
export function useCloseOffer() {
  const remember = useRemember();
  return useMutation({ mutationFn: (id: string) => api.offers.close({ id }), onSuccess: remember });
}
