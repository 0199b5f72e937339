import type { Place } from "@acquis/shared/platform/primitives.schema.ts";
import type { CompetencyRef, OccupationRef } from "@acquis/shared/referential/referential.schema.ts";
import type { SignedIn } from "../platform/http/api.ts";
import type { Kernel } from "../platform/kernel.ts";
import type { PortfolioModel } from "./portfolio.store.ts";

/** What a portfolio needs of a person: names are never kept with it. */
export interface PortfolioPerson {
  firstName: string;
  lastName: string;
  email: string;
}

export interface PortfolioDeps {
  accounts: { people(ids: readonly string[]): Promise<Map<string, PortfolioPerson>> };
  referential: {
    competencies(ids: readonly string[]): Map<string, CompetencyRef>;
    /** Errors: unknown_competency. */
    requireCompetencies(ids: readonly string[], field: string): unknown;
    /** Errors: unknown_place. */
    requirePlace(insee: string, field: string): Place;
    occupations(codes: readonly string[]): Map<string, OccupationRef>;
    areaLabel(code: string): string;
    /** Errors: unknown_occupation. */
    requireOccupation(code: string, field: string): unknown;
    /** Whether a folded word is of the title of some occupation. */
    isTradeWord(word: string): boolean;
  };
  /** Whether a trainer or provider admin follows this trainee (training). */
  follows(actor: SignedIn, traineeId: string): Promise<boolean>;
  /** Competencies of the trainee with a request still open (attestations). */
  requestedBy(traineeId: string): Promise<ReadonlySet<string>>;
}

/** What the use cases of a portfolio share. */
export interface PortfolioContext extends PortfolioDeps {
  kernel: Kernel;
  portfolios: PortfolioModel;
}
