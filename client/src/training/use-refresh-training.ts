import { useQueryClient } from "@tanstack/react-query";

/**
 * Reads again what a change of training or of evidence may have touched. Wait for it only where the answer must
 * be on screen before the button is free again: a form that waits may be gone before it hears it succeeded.
 */
export function useRefreshTraining(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [["training"], ["attestations"], ["followed-portfolio"]].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}
