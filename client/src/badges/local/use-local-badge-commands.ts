import type { LocalBadgeInput } from "@acquis/shared/badges/local-badge.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";
import { useRefreshBadges } from "../use-refresh-badges.ts";

interface SavedBadge {
  badge: LocalBadgeInput;
  picture: File | null;
  /** The words are kept even when the image is then refused: what is sent next starts from this revision. */
  onKept: (revision: number) => void;
}

/** Describes a badge or changes it, then sends its own image when one was chosen. */
export function useSaveLocalBadge() {
  const onSettled = useRefreshBadges();
  return useMutation({
    mutationFn: async ({ badge, picture, onKept }: SavedBadge) => {
      const saved = await api.badges.local.save(badge);
      onKept(saved.revision);
      return picture ? api.badges.local.sendImage({ id: saved.id, file: picture }) : saved;
    },
    onSettled,
  });
}

/** Where the description of a badge from elsewhere is. */
export type Elsewhere = { id: string } & ({ url: string } | { file: File });

/** Describes a badge issued on another platform, from its address or its file. */
export function useDescribeElsewhere() {
  const onSuccess = useRefreshBadges();
  return useMutation({
    mutationFn: (input: Elsewhere) =>
      "url" in input ? api.badges.local.describeFromAddress(input) : api.badges.local.describeFromFile(input),
    onSuccess,
  });
}

/** Reads a badge from elsewhere at its address again. */
export function useReadAgain() {
  const onSuccess = useRefreshBadges();
  return useMutation({ mutationFn: (id: string) => api.badges.local.readAgain({ id }), onSuccess });
}
