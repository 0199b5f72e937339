import type { ProgrammeInput } from "@acquis/shared/training/training.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { useRefreshTraining } from "./use-refresh-training.ts";

/** Creates (revision 0) or changes a programme; sent twice, it is one. May be refused as stale_revision. */
export function useSaveProgramme() {
  const refresh = useRefreshTraining();
  return useMutation({
    mutationFn: (input: ProgrammeInput) => api.training.saveProgramme(input),
    onSuccess: () => void refresh(),
  });
}
