import type { PassModule } from "@acquis/shared/training/training.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { useRefreshTraining } from "./use-refresh-training.ts";

export interface PassOutcome {
  enrolmentId: string;
  /** Null when it went well. */
  error: unknown;
}

async function passOne(input: PassModule): Promise<PassOutcome> {
  try {
    await api.training.passModule(input);
    return { enrolmentId: input.enrolmentId, error: null };
  } catch (error) {
    return { enrolmentId: input.enrolmentId, error };
  }
}

/** Passes a module for each person given; one who fails stops no other. Passing twice is passing once. */
export function usePassModule() {
  const refresh = useRefreshTraining();
  return useMutation({
    mutationFn: async (inputs: readonly PassModule[]) => {
      const outcomes: PassOutcome[] = [];
      // One after the other: a class at once would wait on itself.
      for (const input of inputs) outcomes.push(await passOne(input));
      return outcomes;
    },
    onSettled: () => void refresh(),
  });
}
