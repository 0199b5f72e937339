import type { BatchInput, IssueInput } from "@acquis/shared/badges/issuing.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";
import { useRefreshBadges } from "../use-refresh-badges.ts";

/** Issues a badge to one person; the same id twice issues once. */
export function useIssueBadge() {
  const onSuccess = useRefreshBadges();
  return useMutation({ mutationFn: (input: IssueInput) => api.badges.issuing.issue(input), onSuccess });
}

/** Starts issuing to people of a session; it goes on by itself. */
export function useStartBatch() {
  const onSuccess = useRefreshBadges();
  return useMutation({ mutationFn: (input: BatchInput) => api.badges.issuing.startBatch(input), onSuccess });
}

/** Revokes a badge, for good. */
export function useRevokeBadge() {
  const onSuccess = useRefreshBadges();
  return useMutation({
    mutationFn: (input: { id: string; reason: string }) => api.badges.issuing.revoke(input),
    onSuccess,
  });
}
