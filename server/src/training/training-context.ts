import type { Place } from "@acquis/shared/platform/primitives.schema.ts";
import type { CompetencyRef } from "@acquis/shared/referential/referential.schema.ts";
import type { Accounts } from "../accounts/index.ts";
import type { Kernel } from "../platform/kernel.ts";
import type { PortfolioFeature } from "../portfolio/index.ts";
import type { TrainingStore } from "./training.store.ts";

export interface TrainingDeps {
  accounts: Pick<Accounts, "people" | "findByEmail" | "organisation" | "membersOf">;
  portfolio: Pick<PortfolioFeature, "readMany" | "changeEvidence">;
  referential: {
    competencies(ids: readonly string[]): Map<string, CompetencyRef>;
    /** Errors: unknown_competency. */
    requireCompetencies(ids: readonly string[], field: string): unknown;
    /** Errors: unknown_place. */
    requirePlace(insee: string, field: string): Place;
    /** Errors: unknown_occupation. */
    requireOccupation(code: string, field: string): unknown;
  };
}

/** What the use cases of training share. */
export interface TrainingContext extends TrainingDeps {
  kernel: Kernel;
  store: TrainingStore;
}
