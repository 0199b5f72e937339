import { CompetenciesChoice } from "./builder/competencies-choice.tsx";
import { OccupationQuestion } from "./builder/query-builder.tsx";
import { WhenWhere } from "./builder/when-where.tsx";
import { Results } from "./results/results.tsx";

const parts = { OccupationQuestion, CompetenciesChoice, WhenWhere, Results };

/** The parts of the search that offers are made of: a feature reaches another through its hooks. */
export function useCandidateParts() {
  return parts;
}
