import { useQueryClient } from "@tanstack/react-query";

/** Reads again every list and sheet about badges that is on screen, after something was written. */
export function useRefreshBadges(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ["badges"] });
}
