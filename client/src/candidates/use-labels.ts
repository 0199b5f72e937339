import { useCallback, useMemo } from "react";
import { useLabel } from "../platform/use-label.ts";
import { useOccupation } from "../portfolio/use-occupation.ts";
import type { Question } from "./question.ts";
import type { ShownVerdict } from "./use-candidate-search.ts";

/** `labelOf(id)`: from the occupation, else from the verdicts read, else as it was picked. */
export function useLabels(question: Question, verdicts: readonly ShownVerdict[] = []) {
  const { data: sheet } = useOccupation(question.occupation);
  const label = useLabel();
  const known = useMemo(() => {
    const labels = new Map<string, string>();
    for (const one of [...question.essential, ...question.useful])
      if (one.label) labels.set(one.competencyId, one.label);
    for (const verdict of verdicts) labels.set(verdict.competencyId, label(verdict));
    for (const competency of sheet?.competencies ?? []) labels.set(competency.id, label(competency));
    return labels;
  }, [sheet, question, verdicts, label]);
  return useCallback((id: string) => known.get(id) ?? id, [known]);
}
