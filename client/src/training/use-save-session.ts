import type { SessionInput } from "@acquis/shared/training/training.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { useRefreshTraining } from "./use-refresh-training.ts";

/** Creates (revision 0) or changes a session; sent twice, it is one. May be refused as stale_revision. */
export function useSaveSession() {
  const refresh = useRefreshTraining();
  return useMutation({
    mutationFn: (input: SessionInput) => api.training.saveSession(input),
    onSuccess: () => void refresh(),
  });
}
