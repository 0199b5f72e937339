import type { MetaBadgeDraftInput } from "@acquis/shared/badges/framework.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";
import { useRefreshBadges } from "../use-refresh-badges.ts";

/** Prepares a meta-badge or its next version; nobody else sees it yet. */
export function useSaveMetaDraft() {
  const onSuccess = useRefreshBadges();
  return useMutation({
    mutationFn: (input: MetaBadgeDraftInput) => api.badges.framework.saveDraft(input),
    onSuccess,
  });
}

/** Gives up the version being prepared. */
export function useDropMetaDraft() {
  const onSuccess = useRefreshBadges();
  return useMutation({ mutationFn: (id: string) => api.badges.framework.dropDraft({ id }), onSuccess });
}

/** Publishes the draft that was read: it is frozen from then on. */
export function usePublishMetaBadge() {
  const onSuccess = useRefreshBadges();
  return useMutation({
    mutationFn: (input: { id: string; revision: number }) => api.badges.framework.publish(input),
    onSuccess,
  });
}

/** No longer issued nor recognised; what was given stands. */
export function useRetireMetaBadge() {
  const onSuccess = useRefreshBadges();
  return useMutation({
    mutationFn: (input: { id: string; reason: string }) => api.badges.framework.retire(input),
    onSuccess,
  });
}
