import { withStarterCompetency, withStarterOccupation } from "../merge-sources.ts";
import type { CompetencyDocument, OccupationDocument } from "../referential.store.ts";
import { starterCompetencies, starterOccupations } from "../starter/starter.ts";
import { planImport } from "./plan-import.ts";
import { readFiles } from "./read-files.ts";

/** What an import of these folders would give an empty product, without a database: for benches and tests. */
export function documentsFromFiles(directories: readonly string[]): {
  competencies: CompetencyDocument[];
  occupations: OccupationDocument[];
} {
  const held = {
    competencies: starterCompetencies.flatMap((one) => withStarterCompetency(undefined, one) ?? []),
    occupations: starterOccupations.flatMap((one) => withStarterOccupation(undefined, one) ?? []),
    version: null,
  };
  const plan = planImport(
    readFiles(directories, held, () => {}),
    held,
  );
  const competencies = new Map([...held.competencies, ...plan.competencies].map((one) => [one._id, one]));
  const occupations = new Map([...held.occupations, ...plan.occupations].map((one) => [one._id, one]));
  return { competencies: [...competencies.values()], occupations: [...occupations.values()] };
}
