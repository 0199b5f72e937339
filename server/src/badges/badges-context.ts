import type { CompetencyRef } from "@acquis/shared/referential/referential.schema.ts";
import type { Accounts } from "../accounts/index.ts";
import type { Kernel } from "../platform/kernel.ts";
import type { PortfolioFeature } from "../portfolio/index.ts";
import type { Training } from "../training/index.ts";
import type { Resolve } from "./validator/model.ts";

/** What badges need of the rest of the product. */
export interface BadgesDeps {
  accounts: Pick<Accounts, "people" | "organisation" | "findByEmail" | "membersOf">;
  portfolio: Pick<PortfolioFeature, "read" | "readMany" | "changeEvidence" | "withdrawEvidence">;
  training: Pick<Training, "follows" | "attendeesOf">;
  referential: {
    competencies(ids: readonly string[]): Map<string, CompetencyRef>;
    /** Errors: unknown_competency. */
    requireCompetencies(ids: readonly string[], field: string): unknown;
  };
  /** Answers addresses of others; tests give a recorded web. */
  outside?: Resolve;
}

export interface BadgesContextBase extends BadgesDeps {
  kernel: Kernel;
}
