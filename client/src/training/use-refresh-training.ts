import { useQueryClient } from "@tanstack/react-query";

/** Reads again what a change of training or of evidence may have touched. */
export function useRefreshTraining(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [["training"], ["attestations"], ["followed-portfolio"]].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}
