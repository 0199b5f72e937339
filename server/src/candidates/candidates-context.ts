import type { Place } from "@acquis/shared/platform/primitives.schema.ts";
import type { CompetencyRef, OccupationRef } from "@acquis/shared/referential/referential.schema.ts";
import type { Kernel } from "../platform/kernel.ts";
import type { PortfolioModel } from "../portfolio/index.ts";
import type { CandidateEngine } from "./candidate-engine.ts";

export interface CandidatesContext {
  kernel: Kernel;
  engine: CandidateEngine;
  portfolios: PortfolioModel;
  referential: {
    competencies(ids: readonly string[]): Map<string, CompetencyRef>;
    requireCompetencies(ids: readonly string[], field: string): void;
    requirePlace(insee: string, field: string): Place;
    familyOf(competencyId: string): string | null;
    areaLabel(code: string): string;
    occupations(codes: readonly string[]): Map<string, OccupationRef>;
  };
  accounts: { people(ids: readonly string[]): Promise<Map<string, { firstName: string; lastName: string }>> };
  /** Throws search_unavailable until everybody is in the engine. */
  requireReady(): void;
}
